package org.tyde.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.NodeSource;
import org.tyde.archive.PatientSearch;
import org.tyde.archive.RegionalArchive;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.node.Nodes;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicomweb.Endpoint;
import org.tyde.store.Cache;
import org.tyde.study.Identity;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A list fetched ahead from two hospitals, and one patient's studies over both.
class PrefetchTest {
    private static final String NUMBER = "15876500016";
    private static final int IMAGES = 3;

    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(1);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, Readiness> told = new ConcurrentHashMap<>();
    private final List<EmbeddedArchive> hospitals = new ArrayList<>();
    private RegionalArchive region = new RegionalArchive(List.of(), runner);
    private Cache cache = unopened();

    @SuppressWarnings("NullAway") // opened before each test
    private static Cache unopened() {
        return null;
    }

    @BeforeEach
    void begin() throws Exception {
        cache = Cache.open(Files.createDirectories(folder.resolve("cache")), runner);
        open.add(cache);
        var nodes = new ArrayList<NodeSource>();
        for (var name : List.of("A", "B")) {
            var hospital = new EmbeddedArchive(folder.resolve(name));
            hospitals.add(hospital);
            open.add(hospital);
            var at = hospital.serve(0, runner).base().toString();
            nodes.add(Nodes.web(Endpoint.of(name, at), cache, runner));
        }
        region.close();
        region = new RegionalArchive(List.copyOf(nodes), runner);
        open.add(region);
    }

    @AfterEach
    void close() throws Exception {
        for (var one : open.reversed()) one.close();
        runner.close();
    }

    private void study(
            int hospital, String uid, String name, String id, String issuer, int year, String what)
            throws IOException {
        var series = Uids.create();
        for (int i = 0; i < IMAGES; i++)
            hospitals
                    .get(hospital)
                    .put(
                            DataSet.builder()
                                    .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                                    .text(Tag.SOP_INSTANCE_UID, Uids.create())
                                    .text(Tag.SERIES_INSTANCE_UID, series)
                                    .text(Tag.STUDY_INSTANCE_UID, uid)
                                    .text(Tag.PATIENT_NAME, name)
                                    .text(Tag.PATIENT_ID, id)
                                    .text(Tag.ISSUER_OF_PATIENT_ID, issuer)
                                    .text(Tag.PATIENT_BIRTH_DATE, "19650715")
                                    .text(Tag.STUDY_DATE, year + "0314")
                                    .text(Tag.STUDY_DESCRIPTION, what)
                                    .text(Tag.MODALITY, "CT")
                                    .build(),
                            TransferSyntax.EXPLICIT_LITTLE);
    }

    private void oneMorning() throws IOException {
        study(0, "2.25.1", "Berg^Kari", NUMBER, "FNR-A", 2026, "CT thorax");
        study(1, "2.25.2", "BERG^KARI", NUMBER, "FNR-B", 2024, "CT toraks kontroll");
        study(1, "2.25.3", "Vik^Kari", NUMBER, "FNR-B", 2023, "CT thorax");
        study(1, "2.25.4", "Berg^Kari", "17", "B", 2022, "CT thorax");
        study(1, "2.25.5", "Berg^Kari", NUMBER, "FNR-B", 2021, "CT caput");
    }

    private Study found(String uid) throws Exception {
        return region.find(StudyQuery.ANY).stream()
                .filter(s -> s.uid().equals(uid))
                .findFirst()
                .orElseThrow();
    }

    private Prefetch prefetch(long disk) {
        var prefetch = new Prefetch(region, cache, runner, () -> disk, told::putAll);
        open.add(prefetch);
        return prefetch;
    }

    private void until(String uid, Readiness wanted) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!wanted.equals(told.get(uid))) {
            assertTrue(System.nanoTime() < end, () -> "told " + told);
            Thread.sleep(10);
        }
    }

    @Test
    void onePatientHasOneTimelineOverBothHospitalsAndWhoMayBeStandsApart() throws Exception {
        oneMorning();
        var timeline = PatientSearch.timeline(found("2.25.1").patient(), region);
        assertEquals(
                List.of("2.25.1", "2.25.2", "2.25.5"),
                timeline.joined().stream().map(Study::uid).toList());
        assertEquals(
                List.of(
                        new Identity.NotConfirmed(Identity.Doubt.FAMILY_NAME_DIFFERS),
                        new Identity.PossiblySame(Identity.Hint.NAME_AND_BIRTH_DATE)),
                timeline.apart().stream().map(e -> e.identity()).toList());
    }

    @Test
    void theStudyAndItsRelevantPriorAreHereBeforeTheyAreOpenedAndNobodyElses() throws Exception {
        oneMorning();
        var row = new WorklistRow(found("2.25.1"), ReadingStatus.UNREAD, 0);
        var plan = prefetch(1L << 30).plan(List.of(row)).await();
        assertEquals(
                List.of("2.25.1", "2.25.2"),
                plan.steps().stream().map(s -> s.study().uid()).toList());
        until("2.25.1", new Readiness.Ready());
        for (var retrieval : region.queue().all()) retrieval.job().await();
        cache.flush();
        assertEquals(Map.of("2.25.1", IMAGES, "2.25.2", IMAGES), cache.index().counts());
    }

    @Test
    void aDiskThatIsFullIsSaidAndNothingIsFetched() throws Exception {
        oneMorning();
        var row = new WorklistRow(found("2.25.1"), ReadingStatus.UNREAD, 0);
        var plan = prefetch(0).plan(List.of(row)).await();
        assertEquals(List.of(), plan.steps());
        assertTrue(told.get("2.25.1") instanceof Readiness.NoRoom);
        cache.flush();
        assertEquals(Map.of(), cache.index().counts());
    }

    @Test
    void whatIsReadAlreadyIsNotFetched() throws Exception {
        oneMorning();
        var row = new WorklistRow(found("2.25.1"), ReadingStatus.SIGNED, 0);
        assertEquals(List.of(), prefetch(1L << 30).plan(List.of(row)).await().steps());
    }

    @Test
    void anArchiveThatDiesIsSaidForEachStudy() throws Exception {
        oneMorning();
        var row = new WorklistRow(found("2.25.1"), ReadingStatus.UNREAD, 0);
        hospitals.forEach(EmbeddedArchive::close);
        prefetch(1L << 30).plan(List.of(row)).await();
        until("2.25.1", new Readiness.ArchiveDown(region.name()));
    }
}
