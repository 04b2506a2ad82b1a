package org.tyde.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dimse.ScriptedScp.done;
import static org.tyde.dimse.ScriptedScp.give;
import static org.tyde.dimse.ScriptedScp.pending;
import static org.tyde.dimse.ScriptedScp.response;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Requests;
import org.tyde.dimse.command.Responses;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.command.Urgency;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.InstanceSender;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Proposals;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.Tally;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.StorageService;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.dimse.upper.UpperReason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// Providers and users that break the rules of PS3.7, and what becomes of it.
@Timeout(30)
class DimseFaultsTest {
    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final Query STUDY = Query.study(TestInstances.uid(1));
    private static final DataSet MINE = TestInstances.ct("P1", "Bjørnstad^Åse", 1, 1, 1);
    private static final DataSet ANOTHERS = TestInstances.ct("P2", "Hansen^Ola", 3, 1, 1);

    private final JobRunner runner = new JobRunner(1);
    private final Kept kept = new Kept();

    @AfterEach
    void stop() {
        runner.close();
    }

    private ScriptedScp scp(ScriptedScp.Script script) throws Refusal {
        return ScriptedScp.start(runner, script);
    }

    private Retrieved get(ScriptedScp scp) throws Refusal {
        return new GetScu(scp.peer(), runner, PATIENCE)
                .get(
                        STUDY,
                        new MayCome(List.of(SopClass.CT_IMAGE_STORAGE), List.of()),
                        kept,
                        RetrieveWatch.NONE,
                        JobContext.NONE);
    }

    private Answers find(ScriptedScp scp, FindLimits limits) throws Refusal {
        return new FindScu(scp.peer(), runner).find(STUDY, limits, JobContext.NONE);
    }

    private static void refused(Object reason, Executable act) {
        assertEquals(reason, assertThrows(Refusal.class, act).reason());
    }

    @Test
    void anAnswerInAnotherContextIsRefused() throws Exception {
        ScriptedScp.Script script =
                (talk, request) ->
                        talk.send(talk.context(SopClass.CT_IMAGE_STORAGE), done(request, 0));
        try (var scp = scp(script)) {
            refused(DimseReason.WRONG_CONTEXT, () -> get(scp));
        }
    }

    @Test
    void anInstanceInTheContextOfAnotherClassIsRefusedAndTheRestGoesOn() throws Exception {
        var told = new AtomicReference<>(Status.SUCCESS);
        ScriptedScp.Script script =
                (talk, request) -> {
                    var context = talk.context(SopClass.CT_IMAGE_STORAGE);
                    var store =
                            Requests.store(7, SopClass.MR_IMAGE_STORAGE, "1.2.3", Urgency.MEDIUM)
                                    .build();
                    talk.send(context, store, MINE);
                    told.set(talk.answer(context, store).command().status());
                    give(talk, MINE);
                    talk.send(request.context(), done(request, 2));
                };
        try (var scp = scp(script)) {
            assertEquals(1, get(scp).kept());
            assertEquals(Status.CLASS_NOT_SUPPORTED, told.get());
        }
    }

    @Test
    void anInstanceWithoutAWellFormedUidIsRefusedBeforeItIsKept() throws Exception {
        var told = new AtomicReference<>(Status.SUCCESS);
        ScriptedScp.Script script =
                (talk, request) -> {
                    var context = talk.context(SopClass.CT_IMAGE_STORAGE);
                    var store =
                            Requests.store(
                                            7,
                                            SopClass.CT_IMAGE_STORAGE,
                                            "../../etc/passwd",
                                            Urgency.MEDIUM)
                                    .build();
                    talk.send(context, store, MINE);
                    told.set(talk.answer(context, store).command().status());
                    talk.send(request.context(), done(request, 0));
                };
        try (var scp = scp(script)) {
            assertEquals(0, get(scp).received());
            assertEquals(Status.INVALID_INSTANCE, told.get());
        }
    }

    @Test
    void aFindWithoutALastAnswerIsNoAnswer() throws Exception {
        ScriptedScp.Script script =
                (talk, request) -> {
                    talk.send(
                            request.context(),
                            Responses.to(request.command(), Status.PENDING).withDataSet().build(),
                            DataSet.builder().text(Tag.PATIENT_ID, "P1").build());
                    talk.release();
                };
        try (var scp = scp(script)) {
            refused(DimseReason.NO_LAST_ANSWER, () -> find(scp, FindLimits.ALL));
        }
    }

    @Test
    void aGetWithoutALastAnswerIsNotComplete() throws Exception {
        ScriptedScp.Script script =
                (talk, _) -> {
                    give(talk, MINE);
                    talk.release();
                };
        try (var scp = scp(script)) {
            refused(DimseReason.NO_LAST_ANSWER, () -> get(scp));
            assertEquals(1, kept.size());
        }
    }

    @Test
    void remainingThatNeverFallsIsGivenUp() throws Exception {
        ScriptedScp.Script script =
                (talk, request) -> {
                    while (talk.association().established()) {
                        talk.send(request.context(), pending(request, 5, 0));
                        Thread.sleep(20);
                    }
                };
        try (var scp = scp(script)) {
            refused(DimseReason.STUCK, () -> get(scp));
        }
    }

    @Test
    void aMoveThatSaysPendingForEverIsGivenUp() throws Exception {
        ScriptedScp.Script script =
                (talk, request) -> {
                    while (talk.association().established()) {
                        talk.send(request.context(), response(request, Status.PENDING));
                        Thread.sleep(20);
                    }
                };
        try (var scp = scp(script)) {
            var move = new MoveScu(scp.peer(), runner, PATIENCE);
            refused(
                    DimseReason.STUCK,
                    () -> move.moveTo(STUDY, "DEST", RetrieveWatch.NONE, JobContext.NONE));
        }
    }

    @Test
    void aMoveThatSaysNothingIsGivenUp() throws Exception {
        try (var scp = scp((_, _) -> {})) {
            var move = new MoveScu(scp.peer(), runner, PATIENCE);
            refused(
                    DimseReason.STUCK,
                    () -> move.moveTo(STUDY, "DEST", RetrieveWatch.NONE, JobContext.NONE));
        }
    }

    @Test
    void answersWithoutEndAreRefused() throws Exception {
        ScriptedScp.Script script =
                (talk, request) -> {
                    while (talk.association().established())
                        talk.send(
                                request.context(),
                                Responses.to(request.command(), Status.PENDING)
                                        .withDataSet()
                                        .build(),
                                DataSet.builder().text(Tag.PATIENT_ID, "P1").build());
                };
        try (var scp = scp(script)) {
            refused(DimseReason.ENDLESS, () -> find(scp, FindLimits.ALL.atMost(50)));
        }
    }

    @Test
    void aCancelThatIsNotHeededStillEnds() throws Exception {
        ScriptedScp.Script script =
                (talk, request) -> {
                    for (int i = 0; i < 20; i++)
                        talk.send(
                                request.context(),
                                Responses.to(request.command(), Status.PENDING)
                                        .withDataSet()
                                        .build(),
                                DataSet.builder().text(Tag.PATIENT_ID, "P" + i).build());
                    talk.send(request.context(), response(request, Status.SUCCESS));
                };
        try (var scp = scp(script)) {
            var page = find(scp, FindLimits.page(2, 3));
            assertEquals(3, page.found().size());
            assertEquals("P2", page.found().getFirst().textOr(Tag.PATIENT_ID, ""));
            assertTrue(page.more());
        }
    }

    @Test
    void anAnswerLargerThanAnyIdentifierIsRefused() throws Exception {
        ScriptedScp.Script script =
                (talk, request) ->
                        talk.send(
                                request.context(),
                                Responses.to(request.command(), Status.PENDING)
                                        .withDataSet()
                                        .build(),
                                DataSet.builder()
                                        .asFound()
                                        .text(Tag.IMAGE_COMMENTS, "x".repeat(2 << 20))
                                        .build());
        try (var scp = scp(script)) {
            refused(DimseReason.ANSWER_TOO_LARGE, () -> find(scp, FindLimits.ALL));
        }
    }

    @Test
    void anAnswerToAnotherMessageIsRefused() throws Exception {
        ScriptedScp.Script script =
                (talk, request) ->
                        talk.send(
                                request.context(),
                                Command.of(Operation.C_FIND_RSP)
                                        .number(Tag.MESSAGE_ID_BEING_RESPONDED_TO, 4711)
                                        .number(Tag.STATUS, 0)
                                        .build());
        try (var scp = scp(script)) {
            refused(DimseReason.ANSWERS_ANOTHER, () -> find(scp, FindLimits.ALL));
        }
    }

    @Test
    void anAnswerOfAnotherKindIsRefused() throws Exception {
        ScriptedScp.Script script =
                (talk, request) ->
                        talk.send(
                                request.context(),
                                Command.of(Operation.C_ECHO_RSP)
                                        .number(Tag.MESSAGE_ID_BEING_RESPONDED_TO, 1)
                                        .number(Tag.STATUS, 0)
                                        .build());
        try (var scp = scp(script)) {
            refused(DimseReason.UNEXPECTED, () -> find(scp, FindLimits.ALL));
        }
    }

    @Test
    void anotherPatientsInstanceIsNotKept() throws Exception {
        var told = new AtomicReference<>(Status.SUCCESS);
        ScriptedScp.Script script =
                (talk, request) -> {
                    give(talk, MINE);
                    told.set(give(talk, ANOTHERS));
                    talk.send(request.context(), done(request, 2));
                };
        try (var scp = scp(script)) {
            var got = get(scp);
            assertEquals(1, got.kept());
            assertEquals(Set.of(TestInstances.uid(1, 1, 1)), kept.uids());
            assertEquals(List.of(TestInstances.uid(3, 1, 1)), got.foreign());
            assertEquals(Status.NOT_AUTHORIZED, told.get());
            refused(DimseReason.OTHER_PATIENT, got::required);
        }
    }

    @Test
    void aSuccessThatCountsFailuresIsNotWhole() throws Exception {
        ScriptedScp.Script script =
                (talk, request) -> {
                    give(talk, MINE);
                    var failed =
                            Responses.to(request.command(), Status.SOME_FAILED)
                                    .number(Tag.NUMBER_OF_COMPLETED_SUBOPERATIONS, 1)
                                    .number(Tag.NUMBER_OF_FAILED_SUBOPERATIONS, 1)
                                    .withDataSet()
                                    .build();
                    talk.send(
                            request.context(),
                            failed,
                            DataSet.builder()
                                    .text(Tag.FAILED_SOP_INSTANCE_UID_LIST, "1.2.3")
                                    .build());
                };
        try (var scp = scp(script)) {
            var got = get(scp);
            assertFalse(got.whole());
            assertEquals(List.of("1.2.3"), got.failed());
            refused(DimseReason.NOT_ALL_SENT, got::required);
        }
    }

    @Test
    void aSinkThatIsFullIsToldAsOutOfResources() throws Exception {
        var told = new AtomicReference<>(Status.SUCCESS);
        ScriptedScp.Script script =
                (talk, request) -> {
                    told.set(give(talk, MINE));
                    talk.send(request.context(), done(request, 1));
                };
        try (var scp = scp(script)) {
            var got =
                    new GetScu(scp.peer(), runner, PATIENCE)
                            .get(
                                    STUDY,
                                    new MayCome(List.of(SopClass.CT_IMAGE_STORAGE), List.of()),
                                    (_, _) -> {
                                        throw new IOException("No space left on device");
                                    },
                                    RetrieveWatch.NONE,
                                    JobContext.NONE);
            assertEquals(Status.OUT_OF_RESOURCES, told.get());
            assertEquals(0, got.kept());
            refused(DimseReason.NOT_ALL_SENT, got::required);
        }
    }

    @Test
    void aGetIsCancelledAndEndsInOrder() throws Exception {
        var cancelled = new AtomicBoolean();
        ScriptedScp.Script script =
                (talk, request) -> {
                    give(talk, MINE);
                    talk.send(request.context(), pending(request, 4, 1));
                    cancelled.set(ScriptedScp.is(talk.next().orElseThrow(), Operation.C_CANCEL_RQ));
                    talk.send(request.context(), response(request, Status.CANCELLED));
                };
        try (var scp = scp(script)) {
            var watch =
                    new RetrieveWatch() {
                        private boolean stop;

                        @Override
                        public void counted(Tally tally) {
                            stop = true;
                        }

                        @Override
                        public boolean stop() {
                            return stop;
                        }
                    };
            var got =
                    new GetScu(scp.peer(), runner, PATIENCE)
                            .get(
                                    STUDY,
                                    new MayCome(List.of(SopClass.CT_IMAGE_STORAGE), List.of()),
                                    kept,
                                    watch,
                                    JobContext.NONE);
            assertTrue(cancelled.get());
            assertEquals(Status.CANCELLED, got.status());
        }
    }

    private DimseServer port(Titles titles) throws Refusal {
        return DimseServer.start(
                Listening.loopback("tyde", 0), titles, List.of(new StorageService(kept)), runner);
    }

    private static Outgoing mine() throws IOException {
        return Outgoing.dataSet(MINE, TransferSyntax.EXPLICIT_LITTLE);
    }

    @Test
    void aStoreFromAStrangerIsRejectedBeforeAnythingCame() throws Exception {
        try (var port = port(Titles.calledAs("TYDE").from(Set.of("MODALITY1")))) {
            var stranger = Peer.of("tyde", "127.0.0.1", port.port(), "TYDE", "STRANGER");
            var known = Peer.of("tyde", "127.0.0.1", port.port(), "TYDE", "MODALITY1");
            var instance = mine();
            refused(
                    UpperReason.REJECTED_CALLING_TITLE,
                    () ->
                            new StoreScu(stranger, runner)
                                    .sendAll(List.of(instance), JobContext.NONE));
            assertEquals(0, kept.size());
            new StoreScu(known, runner).sendAll(List.of(instance), JobContext.NONE);
            assertEquals(1, kept.size());
        }
    }

    @Test
    void whoCallsByAnotherNameIsRejected() throws Exception {
        try (var port = port(Titles.calledAs("TYDE"))) {
            var other = Peer.of("tyde", "127.0.0.1", port.port(), "OTHER", "MODALITY1");
            refused(
                    UpperReason.REJECTED_CALLED_TITLE,
                    () -> new EchoScu(other, runner).echo(JobContext.NONE));
        }
    }

    @Test
    void aConnectionThatBreaksWithinAnInstanceKeepsNothingOfIt() throws Exception {
        try (var port = port(Titles.ANY);
                var talk = associated(port)) {
            var sender = new InstanceSender(talk, Urgency.MEDIUM);
            var cut =
                    new Outgoing(
                            "cut",
                            SopClass.CT_IMAGE_STORAGE,
                            TestInstances.uid(1, 1, 1),
                            TransferSyntax.EXPLICIT_LITTLE,
                            () -> new CutStream(mine().opening().open(), 5000));
            refused(UpperReason.DATA_UNREADABLE, () -> sender.send(cut));
            assertEquals(0, kept.size());
        }
    }

    private Conversation associated(DimseServer port) throws IOException {
        var peer = Peer.of("tyde", "127.0.0.1", port.port(), "TYDE", "TEST");
        return Conversation.open(peer, Proposals.storing(List.of(mine())), runner, JobContext.NONE);
    }

    @Test
    void aMessageOfNoServiceIsAnsweredAsUnrecognized() throws Exception {
        try (var port = port(Titles.ANY);
                var talk = associated(port)) {
            var context = talk.context(SopClass.CT_IMAGE_STORAGE);
            var find =
                    Requests.query(
                            Operation.C_FIND_RQ, 1, SopClass.CT_IMAGE_STORAGE, Urgency.MEDIUM);
            talk.send(context, find, DataSet.empty());
            assertEquals(
                    Status.UNRECOGNIZED_OPERATION, talk.answer(context, find).command().status());
        }
    }

    @Test
    void aCancelOfNothingIsPassedOver() throws Exception {
        try (var port = port(Titles.ANY);
                var talk = associated(port)) {
            var context = talk.context(SopClass.CT_IMAGE_STORAGE);
            talk.send(context, Requests.cancel(99));
            var sent = new InstanceSender(talk, Urgency.MEDIUM).send(mine());
            assertEquals(
                    Status.SUCCESS, talk.answer(sent.context(), sent.command()).command().status());
        }
    }
}
