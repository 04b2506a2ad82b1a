package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.store.BlobCacheTest.assertReason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.SealReason;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

class SealedCacheTest {
    private static final int STUDIES = 10;

    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);

    @AfterEach
    void end() {
        runner.close();
    }

    @Test
    void noFileHoldsWhatTellsOfAPersonWhileTheCacheIsOpenOrAfter() throws Exception {
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            fill(cache);
            assertEquals(new TreeSet<>(), found());
        }
        assertEquals(new TreeSet<>(), found());
    }

    @Test
    void theSeedsAreFoundInACacheInTheClear() throws Exception {
        try (var cache = Cache.open(folder, runner)) {
            fill(cache);
            assertEquals(new TreeSet<>(seeds()), found());
        }
    }

    @Test
    void aCacheInTheClearIsSealedInTheBackgroundAndOpenedAgain() throws Exception {
        try (var cache = Cache.open(folder, runner)) {
            fill(cache);
        }
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            everythingIsThere(cache);
            assertEquals(STUDIES, cache.conversion().await());
            everythingIsThere(cache);
            assertEquals(new TreeSet<>(), found());
        }
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            assertEquals(0, cache.conversion().await());
            everythingIsThere(cache);
        }
        try (var cache = Cache.open(folder, runner, Keys.off())) {
            assertEquals(STUDIES, cache.conversion().await());
            everythingIsThere(cache);
            assertEquals(new TreeSet<>(seeds()), found());
        }
        assertFalse(Protection.needed(folder));
        try (var cache = Cache.open(folder, runner)) {
            everythingIsThere(cache);
        }
    }

    @Test
    void aSealedCacheIsFoundAndSearchedAsOneInTheClear() throws Exception {
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            fill(cache);
            everythingIsThere(cache);
        }
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            everythingIsThere(cache);
            assertEquals(List.of(), new CacheVerify(cache).run(Job.done(true)).damaged());
        }
    }

    @Test
    void withoutItsKeyItIsNotOpenedAndNothingIsTouched() throws Exception {
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            fill(cache);
        }
        assertReason(StoreReason.CACHE_LOCKED, () -> Cache.open(folder, runner));
        var other = new Protection(Keys.of("another phrase"), true);
        assertReason(SealReason.WRONG_KEY, () -> Cache.open(folder, runner, other));
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            everythingIsThere(cache);
        }
    }

    @Test
    void aTextMovedToAnotherStudyIsFound() throws Exception {
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            fill(cache);
        }
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("index.db"));
                var statement = c.createStatement()) {
            statement.execute(
                    "UPDATE study SET text = (SELECT text FROM study WHERE uid = '2.25.1')"
                            + " WHERE uid = '2.25.2'");
        }
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            assertReason(StoreReason.INDEX_DAMAGED, () -> cache.index().study("2.25.2"));
        }
    }

    @Test
    void anIndexThatWasLostIsRebuiltSealed() throws Exception {
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            fill(cache);
        }
        Files.delete(folder.resolve("index.db"));
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            assertEquals(STUDIES, cache.recovery().await().indexed());
            everythingIsThere(cache);
            assertEquals(new TreeSet<>(), found());
        }
    }

    @Test
    void aShreddedCacheIsOpenedEmptyAndNothingOfItIsRead() throws Exception {
        try (var cache = Cache.open(folder, runner, Keys.on())) {
            fill(cache);
        }
        Protection.shred(folder);
        assertEquals(new TreeSet<>(), found());
        try (var cache = Cache.open(folder, runner)) {
            assertEquals(List.of(), cache.index().studies(StudyFilter.ALL));
            assertEquals(List.of(), cache.blobs().all());
        }
    }

    private static void everythingIsThere(Cache cache) throws Refusal {
        assertEquals(STUDIES, cache.index().studies(StudyFilter.ALL).size());
        for (int study = 1; study <= STUDIES; study++) {
            var uid = "2.25." + study;
            var number = "seed-id-" + study;
            assertEquals(uid, only(cache, StudyFilter.ALL.with("seedname" + study + "x")));
            assertEquals(uid, only(cache, StudyFilter.ALL.ofPatient(number)));
            assertEquals(
                    "seeded series " + study, cache.index().series(uid).getFirst().description());
            assertEquals(number, cache.header(Instances.sop(study, 1)).textOr(Tag.PATIENT_ID, ""));
        }
        assertTrue(cache.index().studies(StudyFilter.ALL.ofPatient("no such")).isEmpty());
    }

    private static String only(Cache cache, StudyFilter filter) throws Refusal {
        var found = cache.index().studies(filter);
        assertEquals(1, found.size(), filter.toString());
        return found.getFirst().uid();
    }

    private static void fill(Cache cache) throws Refusal {
        for (int study = 1; study <= STUDIES; study++)
            cache.accept(
                    Instances.part10(
                            Instances.of(study, 1)
                                    .text(Tag.PATIENT_ID, "seed-id-" + study)
                                    .personName(
                                            Tag.PATIENT_NAME,
                                            PersonName.parse("Seedname" + study + "x^Kari"))
                                    .text(Tag.ACCESSION_NUMBER, "SEEDACC" + study)
                                    .text(Tag.INSTITUTION_NAME, "Seedhospital" + study)
                                    .text(Tag.STUDY_DESCRIPTION, "seeded study " + study)
                                    .text(Tag.SERIES_DESCRIPTION, "seeded series " + study)));
        cache.flush();
    }

    private static List<String> seeds() {
        var seeds = new ArrayList<String>();
        for (int study = 1; study <= STUDIES; study++)
            seeds.addAll(
                    List.of(
                            "seed-id-" + study,
                            "Seedname" + study + "x",
                            "seedname" + study + "x",
                            "SEEDACC" + study,
                            "Seedhospital" + study,
                            "seeded study " + study,
                            "seeded series " + study));
        return seeds;
    }

    /// Which seeds stand in any file below, `-wal` and all.
    private TreeSet<String> found() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (var seed : seeds()) if (text.contains(seed)) found.add(seed);
            }
        }
        return found;
    }
}
