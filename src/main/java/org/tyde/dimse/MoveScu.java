package org.tyde.dimse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Requests;
import org.tyde.dimse.command.Urgency;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.InstanceSink;
import org.tyde.dimse.message.Proposals;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.Tally;
import org.tyde.dimse.upper.AcceptedContext;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// C-MOVE (PS3.4 C.4.2): the archive sends to a destination it knows; usually to our own storage port.
public final class MoveScu {
    private static final Logger LOG = LoggerFactory.getLogger(MoveScu.class);

    /// An archive may tell the end before its last instance is through.
    private static final Duration LINGER = Duration.ofSeconds(5);

    private static final Duration TICK = Duration.ofMillis(200);

    private final Peer peer;
    private final JobRunner runner;
    private final Duration patience;

    /// @param peer whom to ask
    /// @param runner watches the time
    /// @param patience how long nothing may come forward before it is given up: no instance here, and no
    ///     change of the counts
    public MoveScu(Peer peer, JobRunner runner, Duration patience) {
        var limits = peer.limits();
        // some archives say nothing until all is done: patience is what ends a move
        this.peer = peer.withLimits(limits.withIdle(Duration.ofDays(1)));
        this.runner = runner;
        this.patience = patience;
    }

    /// Moves to ourselves.
    ///
    /// @param query its unique keys count; at the level of images a list of UIDs
    /// @param inbox behind our storage port, which the archive must know under the inbox's title
    /// @param sink takes the instances
    /// @param watch follows it, and may ask to stop
    /// @param job whose cancelling breaks it off
    /// @return how it ended; see [Retrieved#required()]
    /// @throws Refusal where the keys are not enough, the association breaks, or nothing moves any more
    public Retrieved move(
            Query query, MoveInbox inbox, InstanceSink sink, RetrieveWatch watch, JobContext job)
            throws Refusal {
        var receiving = new Receiving(sink, Wanted.of(query.keys()), new Patience(patience));
        int id = inbox.nextId();
        try (var _ = closing(inbox.expect(id, receiving))) {
            var request = Requests.move(id, query.model().move(), inbox.title(), Urgency.MEDIUM);
            return move(query, request, receiving, LINGER, watch, job);
        }
    }

    /// Has it sent to somebody else.
    ///
    /// @param query its unique keys count; at the level of images a list of UIDs
    /// @param destination application entity title of who gets it
    /// @param watch follows it, and may ask to stop
    /// @param job whose cancelling breaks it off
    /// @return how it ended
    /// @throws Refusal where the keys are not enough, the association breaks, or nothing moves any more
    public Retrieved moveTo(Query query, String destination, RetrieveWatch watch, JobContext job)
            throws Refusal {
        var nothing =
                new Receiving(
                        MoveInbox.NOTHING_PUSHED, Wanted.of(query.keys()), new Patience(patience));
        var request = Requests.move(1, query.model().move(), destination, Urgency.MEDIUM);
        return move(query, request, nothing, Duration.ZERO, watch, job);
    }

    private Retrieved move(
            Query query,
            Command request,
            Receiving receiving,
            Duration linger,
            RetrieveWatch watch,
            JobContext job)
            throws Refusal {
        var identifier = query.retrieval();
        var sopClass = query.model().move();
        var waiting = receiving.patience();
        try (var talk = Conversation.open(peer, Proposals.of(sopClass), runner, job)) {
            var context = talk.context(sopClass);
            talk.send(context, request, identifier);
            var progressing = new Progressing(talk.peer(), waiting);
            var guard = new Guard(talk, context, request, waiting, watch);
            try (var _ = closing(runner.every(TICK, guard::look))) {
                while (true) {
                    job.checkpoint();
                    var answer = talk.answer(context, request);
                    if (answer.command().status().last()) {
                        var failed = Receiving.failed(answer);
                        await(receiving, Tally.of(answer.command()).completed(), linger);
                        var end = receiving.end(answer, failed);
                        watch.counted(end.tally());
                        talk.release();
                        return end;
                    }
                    watch.counted(progressing.pending(answer.command()));
                }
            } catch (Refusal broken) {
                throw waiting.spent() ? progressing.stuck().because(broken) : broken;
            }
        }
    }

    private static void await(Receiving receiving, int completed, Duration linger) {
        long end = System.nanoTime() + linger.toNanos();
        try {
            while (receiving.received() < completed && System.nanoTime() < end) Thread.sleep(5);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    private static Closing closing(AutoCloseable one) {
        return () -> {
            try {
                one.close();
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    /// Looks at the clock, and at whether anybody wants it to stop, while the answers are waited for.
    private record Guard(
            Conversation talk,
            AcceptedContext context,
            Command request,
            Patience patience,
            RetrieveWatch watch,
            AtomicBoolean stopping) {
        Guard(
                Conversation talk,
                AcceptedContext context,
                Command request,
                Patience patience,
                RetrieveWatch watch) {
            this(talk, context, request, patience, watch, new AtomicBoolean());
        }

        void look() {
            // whoever reads answers sees it first, and ends it in better order
            if (patience.spent(TICK)) talk.association().abort();
            else if (watch.stop() && stopping.compareAndSet(false, true)) cancel();
        }

        private void cancel() {
            try {
                talk.send(context, Requests.cancel(request.messageId()));
            } catch (Refusal over) {
                LOG.debug("a move ended before it was cancelled");
            }
        }
    }
}
