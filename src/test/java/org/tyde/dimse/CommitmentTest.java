package org.tyde.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Responses;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Proposals;
import org.tyde.dimse.message.Received;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Storage commitment with archives that report at once, later, of others' requests, or never.
@Timeout(30)
class CommitmentTest {
    private static final String ONE = TestInstances.uid(1, 1, 1);
    private static final String TWO = TestInstances.uid(1, 1, 2);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final JobRunner runner = new JobRunner(1);
    private final List<Commitment> told = new CopyOnWriteArrayList<>();
    private final CommitmentDesk desk = new CommitmentDesk(told::add);

    @AfterEach
    void stop() {
        runner.close();
    }

    private static List<Outgoing> instances() throws IOException {
        return List.of(
                Outgoing.dataSet(
                        TestInstances.ct("P1", "A^B", 1, 1, 1), TransferSyntax.EXPLICIT_LITTLE),
                Outgoing.dataSet(
                        TestInstances.ct("P1", "A^B", 1, 1, 2), TransferSyntax.EXPLICIT_LITTLE));
    }

    /// PS3.4 J.3.3: the first is kept, the second is not (0112, no such instance).
    private static DataSet report(String transaction) {
        return DataSet.builder()
                .text(Tag.TRANSACTION_UID, transaction)
                .sequence(Tag.REFERENCED_SOP_SEQUENCE, reference(ONE).build())
                .sequence(
                        Tag.FAILED_SOP_SEQUENCE,
                        reference(TWO).integer(Tag.FAILURE_REASON, 0x0112).build())
                .build();
    }

    private static DataSetBuilder reference(String instance) {
        return DataSet.builder()
                .text(Tag.REFERENCED_SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, instance);
    }

    private static Command event(int id) {
        return Command.of(Operation.N_EVENT_REPORT_RQ)
                .text(Tag.AFFECTED_SOP_CLASS_UID, SopClass.STORAGE_COMMITMENT_PUSH_MODEL)
                .text(Tag.AFFECTED_SOP_INSTANCE_UID, "1.2.840.10008.1.20.1.1")
                .number(Tag.MESSAGE_ID, id)
                .number(Tag.EVENT_TYPE_ID, 2)
                .withDataSet()
                .build();
    }

    private static String accept(Conversation talk, Received request) throws Refusal {
        var transaction = request.identifier().textOr(Tag.TRANSACTION_UID, "");
        talk.send(request.context(), Responses.to(request.command(), Status.SUCCESS).build());
        return transaction;
    }

    private Commitment commit(ScriptedScp scp, Duration longest, Duration stay) throws IOException {
        return new CommitmentScu(scp.peer(), desk, runner)
                .commit(instances(), longest, stay, JobContext.NONE);
    }

    @Test
    void aReportOnTheSameAssociationTellsWhatIsKept() throws Exception {
        ScriptedScp.Script script =
                (talk, request) -> {
                    var transaction = accept(talk, request);
                    talk.send(request.context(), event(1), report(transaction));
                };
        try (var scp = ScriptedScp.start(runner, script)) {
            var commitment = commit(scp, LONGEST, LONGEST);
            assertEquals(Set.of(ONE), commitment.committed());
            assertEquals(Map.of(TWO, 0x0112), commitment.failed());
            assertFalse(commitment.keeps(Set.of(ONE, TWO)));
        }
    }

    private DimseServer port() throws Refusal {
        return DimseServer.start(Listening.loopback("tyde", 0), Titles.ANY, List.of(desk), runner);
    }

    /// As an archive calls back (PS3.4 J.3.3): it is the provider, and says so by role selection.
    private Status callBack(int port, String transaction) throws Refusal {
        var peer = Peer.of("tyde", "127.0.0.1", port, "TYDE", "SCP");
        var sopClass = SopClass.STORAGE_COMMITMENT_PUSH_MODEL;
        var proposal = Proposals.of(sopClass).withRole(sopClass, false, true);
        try (var talk = Conversation.open(peer, proposal, runner, JobContext.NONE)) {
            var context = talk.context(sopClass);
            assertTrue(context.scp());
            var event = event(talk.nextId());
            talk.send(context, event, report(transaction));
            var status = talk.answer(context, event).command().status();
            talk.release();
            return status;
        }
    }

    @Test
    void aReportOnAnotherAssociationIsTakenToo() throws Exception {
        try (var port = port()) {
            ScriptedScp.Script script =
                    (talk, request) -> callBack(port.port(), accept(talk, request));
            try (var scp = ScriptedScp.start(runner, script)) {
                assertEquals(Set.of(ONE), commit(scp, LONGEST, Duration.ZERO).committed());
            }
        }
    }

    @Test
    void aReportThatIsLostIsSaidSoAndOneThatIsLateIsStillTold() throws Exception {
        var transaction = new CopyOnWriteArrayList<String>();
        ScriptedScp.Script script = (talk, request) -> transaction.add(accept(talk, request));
        try (var port = port();
                var scp = ScriptedScp.start(runner, script)) {
            var lost =
                    assertThrows(
                            Refusal.class,
                            () -> commit(scp, Duration.ofMillis(200), Duration.ZERO));
            assertEquals(DimseReason.NO_COMMITMENT, lost.reason());
            assertTrue(DimseReason.NO_COMMITMENT.passing());
            assertEquals(Status.SUCCESS, callBack(port.port(), transaction.getFirst()));
            assertEquals(Set.of(ONE), told.getFirst().committed());
            assertEquals(Status.SUCCESS, callBack(port.port(), transaction.getFirst()));
            assertEquals(1, told.size());
        }
    }

    @Test
    void aReportToNoRequestOfOursIsNotBelieved() throws Exception {
        try (var port = port()) {
            assertEquals(Status.INVALID_ARGUMENT, callBack(port.port(), Uids.create()));
            assertEquals(List.of(), told);
        }
    }

    @Test
    void anArchiveThatDoesNotTakeTheRequestSaysWhy() throws Exception {
        ScriptedScp.Script script =
                (talk, request) ->
                        talk.send(
                                request.context(),
                                Responses.to(request.command(), Status.LIMITED_RESOURCES).build());
        try (var scp = ScriptedScp.start(runner, script)) {
            var refused = assertThrows(Refusal.class, () -> commit(scp, LONGEST, Duration.ZERO));
            assertEquals(DimseReason.OUT_OF_RESOURCES, refused.reason());
        }
    }
}
