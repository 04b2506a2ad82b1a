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
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A seeded sample of the million instances of `tyde bench cache --instances 1000000`: what keeps its cost
/// flat is that nothing is counted or sorted when it is asked for.
class IndexAtScaleTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private Cache cache;
    private IndexTrial trial;

    @BeforeEach
    void fill() throws Refusal {
        cache = Cache.open(folder, runner, Keys.on());
        trial = new IndexTrial(cache);
        trial.fillTo(5_000);
    }

    @AfterEach
    void end() {
        cache.close();
        runner.close();
    }

    @Test
    void countsAndBytesStandBesideWhatTheyCount() throws Exception {
        var studies = cache.index().studies(StudyFilter.ALL);
        assertEquals(trial.studies(), studies.size());
        assertEquals(trial.instances(), studies.stream().mapToInt(s -> s.instanceCount()).sum());
        assertEquals(525_000L * trial.instances(), cache.index().bytes());
        for (var study : studies.subList(0, 5)) {
            assertEquals(study.instanceCount(), cache.index().ofStudy(study.uid()).size());
            assertEquals(study.seriesCount(), cache.index().series(study.uid()).size());
        }
        assertEquals(2, cache.index().studies(one()).size());
    }

    @Test
    void studiesComeNewestFirstAndNoneTwiceOrNotAtAll() throws Exception {
        var when = new ArrayList<String>();
        for (var study : cache.index().studies(StudyFilter.ALL))
            when.add(study.when().orElseThrow().toString());
        assertEquals(when.stream().sorted(java.util.Comparator.reverseOrder()).toList(), when);
    }

    @Test
    void aListIsReadOffAnIndexInItsOrder() throws Exception {
        var plan = plan(StudyQueries.studies(StudyFilter.ALL, Instances.NO_VEIL).sql());
        assertTrue(plan.contains("USING COVERING INDEX study_date"), plan);
        assertFalse(plan.contains("TEMP B-TREE"), plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                StudyQueries.CONTENTS,
                StudyQueries.CONTENTS_OF_INSTANCE,
                StudyQueries.INSTANCES_OF_SERIES,
                StudyQueries.INSTANCES_OF_STUDY,
                StudyQueries.CHANGED,
                StudyQueries.REPORTS,
                StudyQueries.BLOBS_OF_STUDY,
                StudyQueries.BLOB_STILL_NAMED,
                StudyQueries.FIND_STUDY,
                StudyQueries.FIND_SERIES
            })
    void noQueryGoesThroughAllInstances(String sql) throws Exception {
        var plan = plan(sql);
        assertFalse(plan.matches("(?s).*SCAN (i|instance)\\b(?! USING INDEX).*"), plan);
    }

    private StudyFilter one() {
        return StudyFilter.ALL.ofPatient(IndexTrial.patientOf(4));
    }

    private String plan(String sql) throws Refusal {
        var lines = new ArrayList<String>();
        List<String> read =
                cache.database()
                        .read(
                                c -> {
                                    try (var explain =
                                                    c.prepareStatement(
                                                            "EXPLAIN QUERY PLAN " + sql);
                                            var rows = explain.executeQuery()) {
                                        while (rows.next()) lines.add(rows.getString(4));
                                    }
                                    return lines;
                                });
        return String.join("\n", read);
    }
}
