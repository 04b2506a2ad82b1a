package org.tyde.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Orthanc, asked by us: all services that it has, storage commitment too.
@Timeout(120)
class OrthancDimseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JobRunner runner = new JobRunner(1);
    private final Kept kept = new Kept();
    private final MoveInbox inbox = new MoveInbox("TYDE", MoveInbox.NOTHING_PUSHED);
    private final CommitmentDesk desk = new CommitmentDesk(_ -> {});
    private final List<Outgoing> sent = new ArrayList<>();

    @TempDir Path folder = Path.of("");

    private AutoCloseable port = () -> {};
    private AutoCloseable orthanc = () -> {};
    private Peer peer = Peer.of("-", "127.0.0.1", 1, "-", "-");

    @BeforeEach
    void start() throws Exception {
        DimseServer ours =
                DimseServer.start(
                        Listening.loopback("tyde", 0),
                        Titles.calledAs("TYDE"),
                        List.of(new StorageService(inbox), desk),
                        runner);
        port = ours;
        int at = Dcmtk.freePort();
        var settings =
                Files.writeString(
                        folder.resolve("orthanc.json"),
                        """
                        {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db", "Plugins": [],
                         "HttpServerEnabled": false, "DicomServerEnabled": true, "DicomAet": "ORTHANC",
                         "DicomPort": %2$d, "TcpNoDelay": true, "DicomAlwaysAllowGet": true,
                         "SynchronousCMove": true, "DicomModalities": {"tyde": {"AET": "TYDE",
                         "Host": "127.0.0.1", "Port": %3$d, "AllowStorageCommitment": true}}}
                        """
                                .formatted(folder, at, ours.port()));
        var running = Dcmtk.start("Orthanc", at, settings.toString());
        orthanc = running;
        peer = running.peer("ORTHANC");
        for (var one : TestInstances.studies())
            sent.add(Outgoing.dataSet(one, TransferSyntax.EXPLICIT_LITTLE));
        new StoreScu(peer, runner).sendAll(sent, JobContext.NONE);
    }

    @AfterEach
    void stop() throws Exception {
        orthanc.close();
        port.close();
        runner.close();
    }

    @Test
    void everyServiceOfTheUserWorks() throws Exception {
        new EchoScu(peer, runner).echo(JobContext.NONE);
        var keys =
                DataSet.builder()
                        .text(Tag.PATIENT_NAME, "")
                        .text(Tag.PATIENT_ID, "P1")
                        .text(Tag.STUDY_INSTANCE_UID, "")
                        .build();
        var found =
                new FindScu(peer, runner)
                        .find(
                                new Query(QueryModel.STUDY_ROOT, QueryLevel.STUDY, keys),
                                FindLimits.ALL,
                                JobContext.NONE);
        assertEquals(2, found.found().size());
        assertEquals("Bjørnstad^Åse", found.found().getFirst().textOr(Tag.PATIENT_NAME, ""));
        var got =
                new GetScu(peer, runner, PATIENCE)
                        .get(
                                Query.study(TestInstances.uid(1)),
                                MayCome.ANYTHING,
                                kept,
                                RetrieveWatch.NONE,
                                JobContext.NONE)
                        .required();
        assertEquals(3, got.kept());
        var moved =
                new MoveScu(peer, runner, PATIENCE)
                        .move(
                                Query.study(TestInstances.uid(2)),
                                inbox,
                                kept,
                                RetrieveWatch.NONE,
                                JobContext.NONE)
                        .required();
        assertEquals(2, moved.kept());
        assertEquals(
                Set.of(
                        TestInstances.uid(1, 1, 1),
                        TestInstances.uid(1, 1, 2),
                        TestInstances.uid(1, 1, 3),
                        TestInstances.uid(2, 1, 1),
                        TestInstances.uid(2, 1, 2)),
                kept.uids());
    }

    @Test
    void whatWasSentIsCommittedAndWhatWasNotIsNot() throws Exception {
        var scu = new CommitmentScu(peer, desk, runner);
        var commitment = scu.commit(sent, PATIENCE, Duration.ZERO, JobContext.NONE);
        assertEquals(sent.size(), commitment.committed().size());
        assertTrue(commitment.failed().isEmpty());
        var never =
                Outgoing.dataSet(
                        TestInstances.ct("P1", "A^B", 8, 1, 1), TransferSyntax.EXPLICIT_LITTLE);
        var none = scu.commit(List.of(never), PATIENCE, Duration.ZERO, JobContext.NONE);
        assertEquals(Set.of(never.sopInstance()), none.failed().keySet());
    }
}
