package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.store.BlobCacheTest.assertReason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class CacheTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);

    @AfterEach
    void end() {
        runner.close();
    }

    @Test
    void anInstanceIsReadableBeforeItIsIndexed() throws Exception {
        try (var cache = open()) {
            var taken = cache.accept(Instances.part10(1, 1));
            assertEquals(Instances.sop(1, 1), taken.instance().uid());
            assertEquals("A1", cache.header(Instances.sop(1, 1)).textOr(Tag.ACCESSION_NUMBER, ""));
            assertEquals(0, cache.index().studies(StudyFilter.ALL).size());
            cache.flush();
            var study = cache.index().studies(StudyFilter.ALL).getFirst();
            assertEquals(1, study.instanceCount());
            assertEquals("Bråten^Øystein", study.patient().name().encoded());
        }
    }

    @Test
    void theIndexIsWrittenWithoutAnybodyAskingForIt() throws Exception {
        try (var cache = open()) {
            for (int i = 1; i <= 10; i++) cache.accept(Instances.part10(1, i));
            var end = Instant.now().plusSeconds(20);
            while (cache.index().instances("2.25.1.1").size() < 10 && Instant.now().isBefore(end))
                Thread.sleep(20);
            assertEquals(10, cache.index().instances("2.25.1.1").size());
        }
    }

    @Test
    void pixelsAreReadFromTheBlob() throws Exception {
        try (var cache = open()) {
            var bytes = new byte[512];
            bytes[511] = 7;
            cache.accept(
                    Instances.part10(
                            Instances.of(1, 1).bytes(Tag.PIXEL_DATA, org.tyde.dicom.Vr.OW, bytes)));
            var pixels =
                    cache.file(Instances.sop(1, 1)).dataSet().bulk(Tag.PIXEL_DATA).orElseThrow();
            assertArrayEquals(new byte[] {0, 7}, pixels.read(510, 2));
        }
    }

    @Test
    void aFileThatEndsWithinItsPixelsDoesNotCountAsHeld() throws Exception {
        try (var cache = open()) {
            var image =
                    Instances.of(1, 1).bytes(Tag.PIXEL_DATA, org.tyde.dicom.Vr.OW, new byte[512]);
            var whole = Instances.part10(image).readAllBytes();
            var cut = new ByteArrayInputStream(whole, 0, whole.length - 100);
            var refusal = assertThrows(Refusal.class, () -> cache.accept(cut));
            assertEquals(DicomReason.CUT_OFF, refusal.reason());
            cache.flush();
            assertEquals(0, cache.index().studies(StudyFilter.ALL).size());
        }
    }

    @Test
    void twoContentsUnderOneUidAreBothKeptAndTheLastIsRead() throws Exception {
        try (var cache = open()) {
            cache.accept(Instances.part10(1, 1));
            cache.accept(
                    Instances.part10(Instances.of(1, 1).text(Tag.SERIES_DESCRIPTION, "changed")));
            assertEquals(
                    "changed",
                    cache.header(Instances.sop(1, 1)).textOr(Tag.SERIES_DESCRIPTION, ""));
            cache.flush();
            assertEquals(2, cache.index().find(Instances.sop(1, 1)).size());
            assertEquals(1, cache.index().instances("2.25.1.1").size());
        }
    }

    @Test
    void theSameBytesAgainAreSaidToBeHeld() throws Exception {
        try (var cache = open()) {
            assertFalse(cache.accept(Instances.part10(1, 1)).held());
            cache.flush();
            assertTrue(cache.accept(Instances.part10(1, 1)).held());
        }
    }

    @Test
    void anotherPatientsInstanceUnderTheSameStudyIsNotMixedIn() throws Exception {
        try (var cache = open()) {
            cache.accept(Instances.part10(1, 1));
            assertReason(
                    StoreReason.OTHER_PATIENT,
                    () ->
                            cache.accept(
                                    Instances.part10(
                                            Instances.of(1, 2).text(Tag.PATIENT_ID, "other"))));
            cache.flush();
            assertEquals(1, cache.blobs().all().size());
        }
    }

    @Test
    void whatIsNotDicomLeavesNothing() throws Exception {
        try (var cache = open()) {
            var text = "this is no image".repeat(40).getBytes(StandardCharsets.UTF_8);
            var refused =
                    org.junit.jupiter.api.Assertions.assertThrows(
                            Refusal.class, () -> cache.accept(new ByteArrayInputStream(text)));
            assertTrue(refused.reason() instanceof DicomReason, refused.getMessage());
            assertEquals(List.of(), cache.blobs().all());
        }
    }

    @Test
    void aDamagedIndexIsSetAsideAndRebuiltFromTheBlobsWhileDraftsStay() throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            work.drafts().save(new Drafts.Draft("r", "2.25.1", "DRAFT", "tekst", Instant.now()));
        }
        try (var cache = open()) {
            for (int i = 1; i <= 3; i++) cache.accept(Instances.part10(1, i));
        }
        var index = folder.resolve("index.db");
        var bytes = Files.readAllBytes(index);
        java.util.Arrays.fill(bytes, 0, 2000, (byte) 'x');
        Files.write(index, bytes);
        try (var cache = open()) {
            var recovery = cache.recovery().await();
            assertTrue(recovery.indexSetAside());
            assertEquals(3, recovery.indexed());
            assertEquals(3, cache.index().instances("2.25.1.1").size());
        }
        try (var work = WorkDatabase.open(folder)) {
            assertEquals(1, work.drafts().all().size());
        }
    }

    @Test
    void anInstanceOfAnotherPatientUnderAHeldUidIsRefused() throws Exception {
        try (var cache = open()) {
            cache.accept(Instances.part10(1, 1));
            var other =
                    Instances.of(2, 1)
                            .text(Tag.SOP_INSTANCE_UID, Instances.sop(1, 1))
                            .text(Tag.PATIENT_ID, "other");
            assertReason(
                    StoreReason.INSTANCE_OF_OTHER_PATIENT,
                    () -> cache.accept(Instances.part10(other)));
            cache.flush();
            assertReason(
                    StoreReason.INSTANCE_OF_OTHER_PATIENT,
                    () -> cache.accept(Instances.part10(other)));
            assertEquals(1, cache.blobs().all().size());
        }
    }

    @Test
    void whatCameASecondTimeWithOtherContentIsSaidToBeChanged() throws Exception {
        try (var cache = open()) {
            for (int i = 1; i <= 3; i++) cache.accept(Instances.part10(1, i));
            cache.flush();
            cache.accept(Instances.part10(1, 3));
            cache.flush();
            assertEquals(List.of(), cache.index().changed("2.25.1"));
            cache.accept(
                    Instances.part10(Instances.of(1, 2).text(Tag.SERIES_DESCRIPTION, "changed")));
            cache.flush();
            assertEquals(List.of(Instances.sop(1, 2)), cache.index().changed("2.25.1"));
            assertEquals(3, cache.index().study("2.25.1").orElseThrow().instanceCount());
            assertEquals(List.of(), cache.index().changed("2.25.2"));
        }
        Files.delete(folder.resolve("index.db"));
        try (var cache = open()) {
            cache.recovery().await();
            assertEquals(List.of(Instances.sop(1, 2)), cache.index().changed("2.25.1"));
            assertEquals(3, cache.index().study("2.25.1").orElseThrow().instanceCount());
        }
    }

    @Test
    void anInstanceThatMovesToAnotherSeriesIsCountedOnce() throws Exception {
        try (var cache = open()) {
            for (int i = 1; i <= 3; i++) cache.accept(Instances.part10(1, i));
            cache.flush();
            cache.accept(
                    Instances.part10(Instances.of(1, 2).text(Tag.SERIES_INSTANCE_UID, "2.25.1.2")));
            cache.flush();
            assertEquals(3, cache.index().study("2.25.1").orElseThrow().instanceCount());
            assertEquals(
                    List.of(2, 1),
                    cache.index().series("2.25.1").stream().map(s -> s.instanceCount()).toList());
            assertEquals(2, cache.index().instances("2.25.1.1").size());
        }
    }

    @Test
    void aCacheThatWasClosedIsNotLookedThroughAtTheNextStart() throws Exception {
        try (var cache = open()) {
            cache.accept(Instances.part10(1, 1));
            cache.recovery().await();
        }
        var blobs = new BlobCache(folder.resolve("blobs"));
        blobs.put(Instances.part10(2, 1));
        try (var cache = open()) {
            assertEquals(0, cache.recovery().await().indexed());
        }
        Files.writeString(folder.resolve("open-of-a-process-that-is-gone"), "");
        try (var cache = open()) {
            assertEquals(1, cache.recovery().await().indexed());
        }
        assertFalse(Files.exists(folder.resolve("open-of-a-process-that-is-gone")));
    }

    @Test
    void aFullDiskLeavesNothingHalfIndexed() throws Exception {
        try (var cache = open()) {
            cache.accept(Instances.part10(1, 1));
            cache.flush();
            WorkDatabaseTest.limitToPresentSize(cache.database());
            for (int i = 2; i < 60; i++) cache.accept(Instances.part10(i, 1));
            assertReason(StoreReason.DISK_FULL, cache::flush);
            for (var study : cache.index().studies(StudyFilter.ALL))
                assertEquals(1, study.instanceCount());
            assertEquals("A7", cache.header(Instances.sop(7, 1)).textOr(Tag.ACCESSION_NUMBER, ""));
        }
        try (var cache = open()) {
            assertTrue(cache.recovery().await().indexed() > 0);
            assertEquals(59, cache.index().studies(StudyFilter.ALL).size());
        }
    }

    private Cache open() throws Refusal {
        return Cache.open(folder, runner);
    }
}
