package org.tyde.dimse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dimse.FindLimits;
import org.tyde.dimse.FindScu;
import org.tyde.dimse.GetScu;
import org.tyde.dimse.Kept;
import org.tyde.dimse.MayCome;
import org.tyde.dimse.RetrieveWatch;
import org.tyde.dimse.TestInstances;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Requests;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.command.Urgency;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Proposals;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.QueryLevel;
import org.tyde.dimse.message.QueryModel;
import org.tyde.dimse.message.Tally;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// One association attended to: order, cancelling, and identifiers that are used twice.
@Timeout(30)
class AttendanceTest {
    private static final int HELD = 400;

    private final JobRunner runner = new JobRunner(1);
    private final AtomicInteger told = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private boolean slow;
    private AutoCloseable server = () -> {};
    private Peer peer = Peer.of("-", "127.0.0.1", 1, "-", "-");

    /// Many studies, one at a time.
    private final class Many implements Stock {
        @Override
        public List<DataSet> candidates(QueryLevel level, DataSet keys) {
            var all = new ArrayList<DataSet>();
            if (slow) {
                try {
                    goOn.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            for (int i = 1; i <= HELD; i++)
                all.add(
                        DataSet.builder()
                                .text(Tag.STUDY_INSTANCE_UID, TestInstances.uid(i))
                                .text(Tag.PATIENT_ID, "P" + i)
                                .build());
            return all;
        }

        @Override
        public boolean matchesBy(QueryLevel level, Tag tag) {
            return true;
        }

        @Override
        public List<Outgoing> held(QueryLevel level, DataSet keys) throws Refusal {
            var all = new ArrayList<Outgoing>();
            try {
                for (int i = 1; i <= HELD; i++) {
                    var one =
                            Outgoing.dataSet(
                                    TestInstances.ct("P1", "A^B", 1, 1, i),
                                    TransferSyntax.EXPLICIT_LITTLE);
                    all.add(
                            new Outgoing(
                                    one.name(),
                                    one.sopClass(),
                                    one.sopInstance(),
                                    one.syntax(),
                                    () -> {
                                        told.incrementAndGet();
                                        return one.opening().open();
                                    }));
                }
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            return all;
        }
    }

    @BeforeEach
    void serve() throws Exception {
        var many = new Many();
        var started =
                DimseServer.start(
                        Listening.loopback("tyde", 0),
                        Titles.ANY,
                        List.of(new FindService(many, "TYDE"), new GetService(many)),
                        runner);
        server = started;
        peer = Peer.of("tyde", "127.0.0.1", started.port(), "TYDE", "TEST");
    }

    @AfterEach
    void stop() throws Exception {
        goOn.countDown();
        server.close();
        runner.close();
    }

    private static Query studies() {
        return new Query(
                QueryModel.STUDY_ROOT,
                QueryLevel.STUDY,
                DataSet.builder().text(Tag.STUDY_INSTANCE_UID, "").build());
    }

    @Test
    void aSearchThatIsCancelledEndsAsCancelledAndTheNextOneIsAnswered() throws Exception {
        var find = new FindScu(peer, runner);
        var page = find.find(studies(), FindLimits.page(0, 3), JobContext.NONE);
        assertEquals(3, page.found().size());
        assertTrue(page.more());
        assertEquals(HELD, find.find(studies(), FindLimits.ALL, JobContext.NONE).found().size());
    }

    @Test
    void aGetThatIsCancelledSendsNoMore() throws Exception {
        var kept = new Kept();
        var watch =
                new RetrieveWatch() {
                    @Override
                    public void counted(Tally tally) {}

                    @Override
                    public boolean stop() {
                        return kept.size() >= 5;
                    }
                };
        var got =
                new GetScu(peer, runner, Duration.ofSeconds(10))
                        .get(
                                Query.study(TestInstances.uid(1)),
                                new MayCome(List.of(SopClass.CT_IMAGE_STORAGE), List.of()),
                                kept,
                                watch,
                                JobContext.NONE);
        assertEquals(Status.CANCELLED, got.status());
        assertTrue(told.get() < HELD, told + " were sent");
        assertEquals(told.get(), got.tally().completed());
        assertEquals(HELD - told.get(), got.tally().remaining().orElseThrow());
    }

    @Test
    void aMessageIdThatIsStillInUseIsADuplicate() throws Exception {
        slow = true;
        var sopClass = QueryModel.STUDY_ROOT.find();
        try (var talk = Conversation.open(peer, Proposals.of(sopClass), runner, JobContext.NONE)) {
            var context = talk.context(sopClass);
            var request = Requests.query(Operation.C_FIND_RQ, 5, sopClass, Urgency.MEDIUM);
            talk.send(context, request, studies().identifier());
            talk.send(context, request, studies().identifier());
            assertEquals(
                    Status.DUPLICATE_INVOCATION, talk.answer(context, request).command().status());
            var other = Requests.query(Operation.C_FIND_RQ, 6, sopClass, Urgency.MEDIUM);
            talk.send(context, other, studies().identifier());
            assertEquals(Status.LIMITED_RESOURCES, talk.answer(context, other).command().status());
            goOn.countDown();
            assertEquals(Status.PENDING, talk.answer(context, request).command().status());
        }
    }

    @Test
    void anIdentifierThatCannotBeReadIsRefusedAndTheNextOneAnswered() throws Exception {
        var sopClass = QueryModel.STUDY_ROOT.find();
        try (var talk = Conversation.open(peer, Proposals.of(sopClass), runner, JobContext.NONE)) {
            var context = talk.context(sopClass);
            var broken = Requests.query(Operation.C_FIND_RQ, 1, sopClass, Urgency.MEDIUM);
            talk.send(
                    context,
                    broken,
                    new ByteArrayInputStream(new byte[] {8, 0, 82, 0, 'C', 'S', 99, 0}));
            assertEquals(Status.MISMATCH, talk.answer(context, broken).command().status());
            var whole = Requests.query(Operation.C_FIND_RQ, 2, sopClass, Urgency.MEDIUM);
            talk.send(context, whole, studies().identifier());
            assertEquals(Status.PENDING, talk.answer(context, whole).command().status());
        }
    }
}
