package org.tyde.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.QueryLevel;
import org.tyde.dimse.message.QueryModel;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.StorageService;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// DCMTK's archive, dcmqrscp, asked by us.
class DcmtkArchiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JobRunner runner = new JobRunner(1);
    private final Kept kept = new Kept();
    private final MoveInbox inbox = new MoveInbox("TYDE", MoveInbox.NOTHING_PUSHED);

    @TempDir Path folder = Path.of("");

    private AutoCloseable port = () -> {};
    private AutoCloseable archive = () -> {};
    private Peer peer = Peer.of("-", "127.0.0.1", 1, "-", "-");

    @BeforeEach
    void startTheArchive() throws Exception {
        var server =
                DimseServer.start(
                        Listening.loopback("tyde", 0),
                        Titles.calledAs("TYDE"),
                        List.of(new StorageService(inbox)),
                        runner);
        port = server;
        var dcmtk = Dcmtk.archive(folder, server.port());
        archive = dcmtk;
        peer = dcmtk.peer("DCMTK");
        var outgoing = new ArrayList<Outgoing>();
        for (var one : TestInstances.studies())
            outgoing.add(Outgoing.dataSet(one, TransferSyntax.EXPLICIT_LITTLE));
        new StoreScu(peer, runner).sendAll(outgoing, JobContext.NONE);
    }

    @AfterEach
    void stop() throws Exception {
        archive.close();
        port.close();
        runner.close();
    }

    private Answers find(Query query, FindLimits limits) throws Exception {
        return new FindScu(peer, runner).find(query, limits, JobContext.NONE);
    }

    private static DataSet keys(Object... tagsAndValues) {
        var keys = DataSet.builder().asFound();
        for (int i = 0; i < tagsAndValues.length; i += 2)
            keys.text((Tag) tagsAndValues[i], (String) tagsAndValues[i + 1]);
        return keys.build();
    }

    @Test
    void itAnswersAnEcho() throws Exception {
        assertTrue(new EchoScu(peer, runner).echo(JobContext.NONE).toMillis() < 5000);
    }

    @Test
    void studiesOfAPatientAreFoundWithTheirLetters() throws Exception {
        var query =
                new Query(
                        QueryModel.STUDY_ROOT,
                        QueryLevel.STUDY,
                        keys(
                                Tag.PATIENT_ID, "P1",
                                Tag.PATIENT_NAME, "",
                                Tag.STUDY_INSTANCE_UID, "",
                                Tag.SPECIFIC_CHARACTER_SET, ""));
        var found = find(query, FindLimits.ALL).found();
        assertEquals(2, found.size());
        assertEquals(
                Set.of(TestInstances.uid(1), TestInstances.uid(2)),
                Set.of(
                        found.get(0).textOr(Tag.STUDY_INSTANCE_UID, ""),
                        found.get(1).textOr(Tag.STUDY_INSTANCE_UID, "")));
        assertEquals("Bjørnstad^Åse", found.getFirst().textOr(Tag.PATIENT_NAME, ""));
    }

    @Test
    void patientsSeriesAndImagesAreFoundAtTheirLevels() throws Exception {
        var patients =
                new Query(
                        QueryModel.PATIENT_ROOT,
                        QueryLevel.PATIENT,
                        keys(Tag.PATIENT_ID, "", Tag.PATIENT_NAME, "H*"));
        assertEquals(1, find(patients, FindLimits.ALL).found().size());
        var series =
                new Query(
                        QueryModel.STUDY_ROOT,
                        QueryLevel.SERIES,
                        keys(
                                Tag.STUDY_INSTANCE_UID,
                                TestInstances.uid(1),
                                Tag.SERIES_INSTANCE_UID,
                                ""));
        assertEquals(1, find(series, FindLimits.ALL).found().size());
        var images =
                new Query(
                        QueryModel.STUDY_ROOT,
                        QueryLevel.IMAGE,
                        keys(
                                Tag.STUDY_INSTANCE_UID, TestInstances.uid(1),
                                Tag.SERIES_INSTANCE_UID, TestInstances.uid(1, 1),
                                Tag.SOP_INSTANCE_UID, ""));
        assertEquals(3, find(images, FindLimits.ALL).found().size());
    }

    @Test
    void aPageIsCutOutAndTheRestCancelled() throws Exception {
        var all = keys(Tag.STUDY_INSTANCE_UID, "", Tag.PATIENT_ID, "");
        var query = new Query(QueryModel.STUDY_ROOT, QueryLevel.STUDY, all);
        var first = find(query, FindLimits.page(0, 2));
        assertEquals(2, first.found().size());
        assertTrue(first.more());
        var last = find(query, FindLimits.page(2, 2));
        assertEquals(1, last.found().size());
        assertEquals(false, last.more());
    }

    @Test
    void aStudyComesByGetUntouched() throws Exception {
        var got =
                new GetScu(peer, runner, PATIENCE)
                        .get(
                                Query.study(TestInstances.uid(1)),
                                MayCome.ANYTHING,
                                kept,
                                RetrieveWatch.NONE,
                                JobContext.NONE)
                        .required();
        assertTrue(got.whole());
        assertEquals(3, got.kept());
        assertEquals(3, got.tally().completed());
        var one = kept.file(TestInstances.uid(1, 1, 2));
        assertEquals(TransferSyntax.EXPLICIT_LITTLE, one.transferSyntax());
        assertEquals(TestInstances.ct("P1", "Bjørnstad^Åse", 1, 1, 2).size(), one.dataSet().size());
    }

    @Test
    void aStudyComesByMoveToOurPort() throws Exception {
        var told = new ArrayList<Integer>();
        var got =
                new MoveScu(peer, runner, PATIENCE)
                        .move(
                                Query.study(TestInstances.uid(1)),
                                inbox,
                                kept,
                                tally -> told.add(tally.done()),
                                JobContext.NONE)
                        .required();
        assertEquals(3, got.kept());
        assertEquals(3, told.getLast());
        assertEquals("TYDE", kept.arrivals().getFirst().moveOriginator());
    }

    @Test
    void onlyTheInstancesAskedForCome() throws Exception {
        var query =
                new Query(
                        QueryModel.STUDY_ROOT,
                        QueryLevel.IMAGE,
                        DataSet.builder()
                                .text(Tag.STUDY_INSTANCE_UID, TestInstances.uid(1))
                                .text(Tag.SERIES_INSTANCE_UID, TestInstances.uid(1, 1))
                                .text(
                                        Tag.SOP_INSTANCE_UID,
                                        TestInstances.uid(1, 1, 1),
                                        TestInstances.uid(1, 1, 3))
                                .build());
        new GetScu(peer, runner, PATIENCE)
                .get(query, MayCome.ANYTHING, kept, RetrieveWatch.NONE, JobContext.NONE)
                .required();
        assertEquals(Set.of(TestInstances.uid(1, 1, 1), TestInstances.uid(1, 1, 3)), kept.uids());
    }

    @Test
    void aMoveToAStrangerIsRefusedWithASentence() throws Exception {
        var moved =
                new MoveScu(peer, runner, PATIENCE)
                        .moveTo(
                                Query.study(TestInstances.uid(1)),
                                "NOBODY",
                                RetrieveWatch.NONE,
                                JobContext.NONE);
        assertEquals(Status.DESTINATION_UNKNOWN, moved.status());
    }
}
