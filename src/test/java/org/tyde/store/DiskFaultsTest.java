package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.store.BlobCacheTest.assertReason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.store.CacheVerify.Kind;
import org.tyde.store.FaultyDisk.Fault;
import org.tyde.store.FaultyDisk.Step;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What a disk does to a cache, encrypted: at no step does anything half become visible, and what failed
/// succeeds when the disk is well again.
class DiskFaultsTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private final FaultyDisk disk = new FaultyDisk();
    private final byte[] content = new byte[300_000];
    private Cache cache;

    @BeforeEach
    void open() throws Exception {
        new Random(1).nextBytes(content);
        cache = Cache.open(folder, runner, Keys.on(), disk);
        // it takes away what is no instance, as what is put here
        cache.recovery().await();
    }

    @AfterEach
    void end() {
        disk.mend();
        cache.close();
        runner.close();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aDiskThatFillsAtAnyStepLeavesNothingHalf(Step step) throws Exception {
        nothingHalf(
                step,
                file -> new FileSystemException(file.toString(), null, "No space left on device"),
                StoreReason.DISK_FULL);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void anErrorOfTheDiskAtAnyStepLeavesNothingHalf(Step step) throws Exception {
        nothingHalf(step, file -> new IOException("Input/output error"), StoreReason.WRITE_FAILED);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void accessThatIsDeniedAtAnyStepLeavesNothingHalf(Step step) throws Exception {
        nothingHalf(
                step, file -> new AccessDeniedException(file.toString()), StoreReason.WRITE_FAILED);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aDiskThatBecomesReadOnlyAtAnyStepLeavesNothingHalf(Step step) throws Exception {
        nothingHalf(
                step,
                file -> new FileSystemException(file.toString(), null, "Read-only file system"),
                StoreReason.WRITE_FAILED);
    }

    private void nothingHalf(Step step, Fault fault, StoreReason reason) throws Exception {
        disk.fail(step, fault);
        assertReason(reason, this::put);
        try (var parts = Files.list(folder.resolve("blobs").resolve("part"))) {
            assertEquals(0, parts.count());
        }
        for (var blob : cache.blobs().all()) assertTrue(cache.blobs().intact(blob));
        disk.mend();
        var id = put();
        assertArrayEquals(content, cache.blobs().open(id).all());
        assertTrue(cache.blobs().intact(id));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"FORCE", "FOLDER", "RENAME", "FORCE_FOLDER"})
    void whatCannotBeMadeDurableIsNotIndexedUntilItCan(Step step) throws Exception {
        disk.fail(step, file -> new IOException("Input/output error"));
        cache.accept(Instances.part10(1, 1));
        assertReason(StoreReason.WRITE_FAILED, cache::flush);
        assertEquals(List.of(), cache.index().find(Instances.sop(1, 1)));
        assertEquals("A1", cache.header(Instances.sop(1, 1)).textOr(Tag.ACCESSION_NUMBER, ""));
        disk.mend();
        cache.flush();
        assertEquals(1, cache.index().find(Instances.sop(1, 1)).size());
        sound();
    }

    @Test
    void aFileThatAnotherProgramHoldsIsNamedAtTheNextTry() throws Exception {
        disk.failOnce(
                Step.RENAME,
                file ->
                        new FileSystemException(
                                file.toString(),
                                null,
                                "The process cannot access the file because it is being used by"
                                        + " another process"));
        cache.accept(Instances.part10(1, 1));
        assertReason(StoreReason.WRITE_FAILED, cache::flush);
        cache.flush();
        sound();
    }

    @Test
    void aSlowDiskDoesNotKeepAnImageFromBeingRead() throws Exception {
        disk.slow(40);
        cache.accept(Instances.part10(1, 1));
        var flushed = runner.waiting("flush", _ -> flushed());
        cache.accept(Instances.part10(1, 2));
        assertEquals("A1", cache.header(Instances.sop(1, 1)).textOr(Tag.ACCESSION_NUMBER, ""));
        flushed.await();
        disk.slow(0);
        cache.flush();
        sound();
    }

    private boolean flushed() throws Refusal {
        cache.flush();
        return true;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 512, 4095})
    void aTornWriteIsFoundAndFetchedAgain(int bytes) throws Exception {
        lostAndFoundAgain(
                file -> {
                    var whole = Files.readAllBytes(file);
                    Files.write(file, Arrays.copyOf(whole, Math.max(0, whole.length - bytes)));
                },
                Kind.TORN);
    }

    @Test
    void aFileThatIsEmptyAfterAPowerCutIsFoundAndFetchedAgain() throws Exception {
        lostAndFoundAgain(file -> Files.write(file, new byte[0]), Kind.TORN);
    }

    @Test
    void aFileOfZeroesAfterAPowerCutIsFoundAndFetchedAgain() throws Exception {
        lostAndFoundAgain(file -> Files.write(file, new byte[(int) Files.size(file)]), Kind.TORN);
    }

    @Test
    void aRenameThatWasLostIsFoundAndTheInstanceFetchedAgain() throws Exception {
        lostAndFoundAgain(
                file -> Files.move(file, folder.resolve("blobs").resolve("part").resolve("x")),
                Kind.MISSING);
    }

    @Test
    void aFileThatIsDeletedUnderUsIsSaidAndComesAgain() throws Exception {
        var taken = cache.accept(Instances.part10(1, 1));
        cache.flush();
        var pixels = cache.content(Instances.sop(1, 1));
        Files.delete(file(taken.blob()));
        assertReason(StoreReason.BLOB_DAMAGED, () -> pixels.read(0, 10));
        assertTrue(cache.accept(Instances.part10(1, 1)).held());
        assertEquals(10, pixels.read(0, 10).length);
        assertTrue(Files.exists(file(taken.blob())));
        sound();
    }

    @Test
    void aReadThatFailsIsSaidWithTheFile() throws Exception {
        var taken = cache.accept(Instances.part10(1, 1));
        cache.flush();
        var file = file(taken.blob());
        Files.delete(file);
        Files.createDirectory(file);
        assertReason(StoreReason.READ_FAILED, () -> cache.content(Instances.sop(1, 1)));
        Files.delete(file);
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, 30})
    void aClockThatJumpsWhileAFileIsWrittenDoesNotLoseIt(long days) throws Exception {
        cache.accept(Instances.part10(1, 1));
        try (var parts = Files.list(folder.resolve("blobs").resolve("part"))) {
            for (var part : parts.toList())
                Files.setLastModifiedTime(
                        part, FileTime.from(Instant.now().plus(Duration.ofDays(days))));
        }
        cache.flush();
        cache.blobs().sweep();
        sound();
        assertTrue(cache.holds(Instances.sop(1, 1)));
    }

    @Test
    void aClockThatGoesBackDoesNotMakeAnEarlierContentTheLaterOne() throws Exception {
        cache.accept(Instances.part10(1, 1));
        cache.flush();
        var changed = Instances.part10(Instances.of(1, 1).text(Tag.SERIES_DESCRIPTION, "later"));
        var blob = cache.blobs().put(changed);
        var file = org.tyde.dicom.io.DicomReader.read(cache.blobs().open(blob));
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        cache.index()
                .add(
                        List.of(
                                IndexEntry.of(
                                        file.dataSet(),
                                        file.transferSyntax(),
                                        blob,
                                        1,
                                        yesterday)));
        assertEquals("later", cache.header(Instances.sop(1, 1)).textOr(Tag.SERIES_DESCRIPTION, ""));
    }

    @Test
    void aPathOfMoreThan260CharactersIsNoObstacle() throws Exception {
        var deep = folder;
        while (deep.toString().length() < 300) deep = deep.resolve("a folder with a long name");
        try (var there = Cache.open(deep, runner, Keys.on())) {
            there.accept(Instances.part10(1, 1));
            there.flush();
            assertTrue(there.holds(Instances.sop(1, 1)));
        }
    }

    private interface Spoil {
        void file(Path file) throws IOException;
    }

    private void lostAndFoundAgain(Spoil spoil, Kind kind) throws Exception {
        var taken = cache.accept(Instances.part10(1, 1));
        cache.accept(Instances.part10(1, 2));
        cache.close();
        spoil.file(file(taken.blob()));
        cache = Cache.open(folder, runner, Keys.on(), disk);
        assertReason(StoreReason.BLOB_DAMAGED, () -> cache.content(Instances.sop(1, 1)));
        var findings = new CacheVerify(cache).repair(Job.done(true)).findings();
        assertEquals(List.of(kind), findings.stream().map(f -> f.kind()).toList());
        assertFalse(cache.holds(Instances.sop(1, 1)));
        assertEquals(1, cache.index().lost().size());
        cache.accept(Instances.part10(1, 1));
        cache.flush();
        assertEquals(0, cache.index().lost().size());
        sound();
    }

    private void sound() throws Refusal {
        assertEquals(List.of(), new CacheVerify(cache).run(Job.done(true)).findings());
    }

    private BlobId put() throws Refusal {
        return cache.blobs().put(new ByteArrayInputStream(content));
    }

    private Path file(BlobId id) {
        var name = id.sha256();
        return folder.resolve("blobs")
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }
}
