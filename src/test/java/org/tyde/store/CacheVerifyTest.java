package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.store.CacheVerify.Finding;
import org.tyde.store.CacheVerify.Kind;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

class CacheVerifyTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private Cache cache;

    @BeforeEach
    void fill() throws Refusal {
        cache = Cache.open(folder, runner, Keys.on());
        for (int i = 1; i <= 4; i++) cache.accept(Instances.part10(1, i));
        cache.flush();
        cache.recovery().await();
    }

    @AfterEach
    void end() {
        cache.close();
        runner.close();
    }

    @Test
    void aSoundCacheIsSound() throws Exception {
        var result = verify();
        assertEquals(List.of(), result.findings());
        assertEquals(4, result.blobs());
        assertEquals(cache.index().bytes(), result.bytes());
    }

    @Test
    void whatIsWrongIsNamedAndLeftAsItIs() throws Exception {
        var wrong = spoil();
        assertEquals(wrong, Set.copyOf(verify().findings()));
        assertEquals(wrong, Set.copyOf(verify().findings()));
        assertEquals(4, cache.index().instances("2.25.1.1").size());
        assertEquals(List.of(), cache.index().lost());
    }

    @Test
    void repairTakesWhatIsWrongAwayAndNotesItToBeFetchedAgain() throws Exception {
        spoil();
        new CacheVerify(cache).repair(Job.done(true));
        assertEquals(List.of(), verify().findings());
        assertEquals(1, cache.index().instances("2.25.1.1").size());
        assertEquals(1, cache.index().study("2.25.1").orElseThrow().instanceCount());
        assertEquals(
                List.of(1, 2, 3),
                cache.index().lost().stream()
                        .map(l -> Integer.parseInt(l.sopUid().substring("2.25.1.1.".length())))
                        .toList());
        try (var kept = Files.list(folder.resolve("blobs").resolve("quarantine"))) {
            assertEquals(2, kept.count(), "the torn one and the damaged one");
        }
        for (int i = 1; i <= 3; i++) cache.accept(Instances.part10(1, i));
        cache.flush();
        assertEquals(List.of(), cache.index().lost());
        assertEquals(List.of(), verify().findings());
    }

    @Test
    void aStudyOfWhichNothingIsSoundIsGoneFromTheList() throws Exception {
        for (int i = 1; i <= 4; i++) Files.delete(file(i));
        new CacheVerify(cache).repair(Job.done(true));
        assertEquals(List.of(), cache.index().studies(StudyFilter.ALL));
        assertEquals(4, cache.index().lost().size());
    }

    @Test
    void anEarlierContentCountsAgainWhenTheLaterOneIsDamaged() throws Exception {
        var later =
                cache.accept(
                        Instances.part10(
                                Instances.of(1, 2).text(Tag.SERIES_DESCRIPTION, "changed")));
        cache.flush();
        Files.delete(file(later.blob()));
        new CacheVerify(cache).repair(Job.done(true));
        assertEquals(4, cache.index().instances("2.25.1.1").size());
        assertEquals(List.of(), cache.index().changed("2.25.1"));
        assertEquals("", cache.header(Instances.sop(1, 2)).textOr(Tag.SERIES_DESCRIPTION, ""));
    }

    @Test
    void aSoundBlobThatTheIndexDoesNotNameIsIndexed() throws Exception {
        var blob = cache.blobs().put(Instances.part10(2, 1));
        assertEquals(List.of(new Finding(Kind.UNKNOWN, blob.sha256(), "")), verify().findings());
        new CacheVerify(cache).repair(Job.done(true));
        assertTrue(cache.holds(Instances.sop(2, 1)));
        assertEquals(List.of(), verify().findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a note", "UPPER", ".hidden"})
    void whatIsNoBlobIsUnknownAndGoesToQuarantine(String kind) throws Exception {
        var name = kind.equals("UPPER") ? upper() : kind;
        Files.writeString(Disk.folder(file(1)).resolve(name), "no blob");
        assertEquals(List.of(new Finding(Kind.UNKNOWN, name, "")), verify().findings());
        new CacheVerify(cache).repair(Job.done(true));
        assertEquals(List.of(), verify().findings());
        assertFalse(Files.exists(Disk.folder(file(1)).resolve(name)));
    }

    @Test
    void anIndexThatFailsItsWeeklyCheckIsRebuiltAtTheNextStart() throws Exception {
        cache.close();
        WeeklyCheck.condemn(folder.resolve("index.db"));
        cache = Cache.open(folder, runner, Keys.on());
        var recovery = cache.recovery().await();
        assertTrue(recovery.indexSetAside());
        assertEquals(4, recovery.indexed());
        assertTrue(cache.check().await());
        assertFalse(WeeklyCheck.condemned(folder.resolve("index.db")));
    }

    /// Makes one instance missing, one torn, one damaged.
    private Set<Finding> spoil() throws Exception {
        Files.delete(file(1));
        var torn = Files.readAllBytes(file(2));
        Files.write(file(2), Arrays.copyOf(torn, torn.length - 1));
        var damaged = Files.readAllBytes(file(3));
        damaged[damaged.length - 20] ^= 1;
        Files.write(file(3), damaged);
        return Set.of(
                new Finding(Kind.MISSING, blob(1).sha256(), Instances.sop(1, 1)),
                new Finding(Kind.TORN, blob(2).sha256(), Instances.sop(1, 2)),
                new Finding(Kind.DAMAGED, blob(3).sha256(), Instances.sop(1, 3)));
    }

    /// The name of a blob as a file system that does not part cases might give it back.
    private String upper() throws Refusal {
        return "F".repeat(4) + blob(1).sha256().substring(4).toUpperCase(java.util.Locale.ROOT);
    }

    private CacheVerify.Result verify() throws Refusal {
        return new CacheVerify(cache).run(Job.done(true));
    }

    private BlobId blob(int number) throws Refusal {
        return cache.index().find(Instances.sop(1, number)).getLast().blob();
    }

    private Path file(int number) throws IOException {
        return file(blob(number));
    }

    private Path file(BlobId blob) {
        var name = blob.sha256();
        return folder.resolve("blobs")
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }
}
