package org.tyde.dimse.upper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dimse.upper.CommandBytes.CT;
import static org.tyde.dimse.upper.CommandBytes.VERIFICATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Any PDU in any state, and bytes that are none: the association ends, soon, with a refusal and nothing else.
@Timeout(300)
class HostileSequencesTest {
    private static final int SEQUENCES = Integer.getInteger("tyde.sequences", 200);

    private final ConcurrentLinkedQueue<Throwable> strange = new ConcurrentLinkedQueue<>();

    private static final List<RawPeer.Script> MOVES =
            List.of(
                    RawPeer::request,
                    RawPeer::request,
                    RawPeer::request,
                    peer -> peer.value(1, 3, CommandBytes.echoRequest(1)),
                    peer -> peer.value(3, 1, CommandBytes.echoRequest(1)),
                    peer -> peer.value(3, 0, new byte[1000]),
                    peer -> peer.value(3, 2, new byte[1000]),
                    peer -> peer.value(7, 3, new byte[10]),
                    peer -> peer.send(new Pdu.ReleaseRq()),
                    peer -> peer.send(new Pdu.ReleaseRp()),
                    peer -> peer.send(AbortReason.USER.pdu()),
                    peer -> peer.send(Rejection.LIMIT.pdu()),
                    peer -> peer.send("02 00 00000008 0001000000000000"),
                    peer -> peer.send("04 00 00000006 ffffffff 0103"),
                    peer -> peer.send("04 00 00001000 00000ffc 0302"),
                    peer -> peer.send("99 01 02"),
                    peer -> peer.socket().shutdownOutput(),
                    RawPeer::reset);

    private void serve(Association association, JobContext job) throws Exception {
        try {
            for (var next = association.next(); next.isPresent(); next = association.next())
                if (CommandBytes.word(next.get().command(), 0x0110) < 0)
                    next.get().data().readAllBytes();
        } catch (RuntimeException | Error bug) {
            strange.add(bug);
            throw bug;
        }
    }

    @Test
    void everySequenceEnds() throws Exception {
        var quick = Duration.ofMillis(200);
        var limits = Limits.USUAL.withNegotiate(quick).withSilence(quick).withIdle(quick);
        var runner = new JobRunner(1);
        try (var server =
                AssociationServer.start(
                        Listening.loopback("here", 0).withLimits(limits).withMost(64),
                        Offer.of(Support.of(VERIFICATION), Support.of(CT)),
                        this::serve,
                        runner)) {
            var jobs = new ArrayList<Job<Boolean>>();
            for (int seed = 0; seed < SEQUENCES; seed++) {
                var random = new Random(seed);
                jobs.add(runner.waiting("peer", _ -> play(server.port(), random)));
                if (jobs.size() % 32 == 0) for (var job : jobs) assertTrue(job.await());
            }
            for (var job : jobs) assertTrue(job.await());
            for (int i = 0; i < 1000 && server.running() > 0; i++) Thread.sleep(5);
            assertEquals(0, server.running());
            assertEquals(List.of(), List.copyOf(strange));
        } finally {
            runner.close();
        }
    }

    /// @return whether the other side closed
    private static boolean play(int port, Random random) throws Exception {
        try (var peer = RawPeer.connect(port)) {
            try {
                int moves = 1 + random.nextInt(6);
                for (int i = 0; i < moves; i++) MOVES.get(random.nextInt(MOVES.size())).run(peer);
            } catch (IOException alreadyClosed) {
                return true;
            }
            return peer.socket().isClosed() || peer.closed();
        }
    }
}
