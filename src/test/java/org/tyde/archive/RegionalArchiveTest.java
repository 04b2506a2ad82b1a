package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.archive.node.Nodes;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.dicomweb.Endpoint;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

class RegionalArchiveTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var one : open.reversed()) one.close();
        runner.close();
    }

    private EmbeddedArchive archive(String name, TestStudies.Made study, int instances)
            throws IOException {
        var archive = new EmbeddedArchive(folder.resolve(name));
        open.add(archive);
        for (var one : study.instances().subList(0, instances))
            archive.put(one, TransferSyntax.EXPLICIT_LITTLE);
        return archive;
    }

    private NodeSource source(String name, String address, Cache cache) throws IOException {
        var source = Nodes.web(Endpoint.of(name, address), cache, runner);
        open.add(source);
        return source;
    }

    private Cache cache() throws IOException {
        var cache = Cache.open(Files.createDirectories(folder.resolve("cache")), runner);
        open.add(cache);
        return cache;
    }

    private TestStudies.Made made(String id, int day) throws IOException {
        return TestStudies.ct(
                PersonName.of("Test", "Tone"), id, LocalDate.of(2026, 1, day), "CHEST", 1, 5, 8);
    }

    @Test
    void aStudyComesFromTheArchiveThatHasMostOfIt() throws Exception {
        var study = made("1", 1);
        var other = made("1", 2);
        var cache = cache();
        var one = archive("one", study, 2);
        var two = archive("two", study, 5);
        for (var instance : other.instances()) two.put(instance, TransferSyntax.EXPLICIT_LITTLE);
        var region =
                new RegionalArchive(
                        List.of(
                                source("one", one.serve(0, runner).base().toString(), cache),
                                source("two", two.serve(0, runner).base().toString(), cache)),
                        runner);
        var found = region.find(StudyQuery.ANY);
        assertEquals(
                List.of(other.studyUid(), study.studyUid()),
                found.stream().map(Study::uid).toList());
        assertEquals(5, found.get(1).instanceCount());
        assertEquals(5, region.retrieve(study.studyUid()).job().await().received());
        assertTrue(region.states().stream().allMatch(s -> s.failure().isEmpty()));
        // what is made goes back to where the study lies
        var report =
                study.instances().getFirst().toBuilder()
                        .text(Tag.SOP_INSTANCE_UID, Uids.create())
                        .build();
        region.sendDataSets(List.of(report));
        assertEquals(2, one.size());
        assertEquals(11, two.size());
    }

    @Test
    void aDeadArchiveDoesNotCostTheOthers() throws Exception {
        var study = made("1", 1);
        var cache = cache();
        var alive = archive("alive", study, 5).serve(0, runner).base().toString();
        var region =
                new RegionalArchive(
                        List.of(
                                source("dead", "http://127.0.0.1:1/dicom-web", cache),
                                source("alive", alive, cache)),
                        runner);
        assertEquals(1, region.find(StudyQuery.ANY).size());
        var states = region.states();
        assertEquals(
                DicomwebReason.UNREACHABLE, states.getFirst().failure().orElseThrow().reason());
        assertTrue(states.get(1).failure().isEmpty());
        assertEquals(1, region.series(study.studyUid()).size());
    }

    @Test
    void ofASilentArchiveWhatIsHereStandsInTheListWithTheOthers() throws Exception {
        var there = made("1", 1);
        var here = made("2", 2);
        var cache = cache();
        for (var instance : here.instances()) cache.accept(instance);
        cache.flush();
        var alive = archive("alive", there, 5).serve(0, runner).base().toString();
        var region =
                new RegionalArchive(
                        List.of(
                                source("alive", alive, cache),
                                source("dead", "http://127.0.0.1:1/dicom-web", cache)),
                        cache,
                        runner);
        assertEquals(
                List.of(here.studyUid(), there.studyUid()),
                region.find(StudyQuery.ANY).stream().map(Study::uid).toList());
        assertEquals(List.of("dead"), region.silent());
        assertFalse(region.offline());
        var retrieval = region.retrieve(there.studyUid());
        assertEquals(
                new Completeness(5, 5, Completeness.State.UNKNOWN),
                retrieval.job().await(),
                "the silent one may have more");
        retrieval.cancel();
    }

    @Test
    void withNoneAliveOrNoneConfiguredThatIsSaid() throws Exception {
        var dead = source("dead", "http://127.0.0.1:1/dicom-web", cache());
        var refusal =
                assertThrows(
                        Refusal.class,
                        () -> new RegionalArchive(List.of(dead), runner).find(StudyQuery.ANY));
        assertEquals(DicomwebReason.UNREACHABLE, refusal.reason());
        refusal =
                assertThrows(
                        Refusal.class,
                        () -> new RegionalArchive(List.of(), runner).find(StudyQuery.ANY));
        assertEquals(ArchiveReason.NO_ARCHIVE, refusal.reason());
    }
}
