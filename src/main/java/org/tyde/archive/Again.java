package org.tyde.archive;

import org.tyde.refusal.Refusal;
import org.tyde.work.Outcome;

import java.time.Duration;
import java.util.List;

/// When a fetch that ended too early is taken up again by itself: after a rest that grows and has chance in it,
/// as soon as an archive may be asked. What was stopped by a person, or cannot be kept, waits for a person.
/// Thread-safe.
final class Again {
    private static final Backoff RESTS = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60));

    private enum Cause {
        NONE,
        /// the archives were silent
        SILENCE,
        /// one of several was: it may have more
        DOUBT
    }

    private Cause cause = Cause.NONE;
    private int times;
    private long next;

    synchronized void ended(Outcome<Completeness> outcome, long now) {
        cause =
                switch (outcome) {
                    case Outcome.Done<Completeness>(var end) -> doubt(end);
                    case Outcome.Cancelled<Completeness>() -> Cause.NONE;
                    case Outcome.Failed<Completeness>(Refusal refused) ->
                            Node.maySoonPass(refused) ? Cause.SILENCE : Cause.NONE;
                    case Outcome.Failed<Completeness> _ -> Cause.NONE;
                };
        times = cause == Cause.NONE ? 0 : times + 1;
        if (times > 0) next = now + RESTS.rest(times).toNanos();
    }

    private static Cause doubt(Completeness end) {
        boolean more = end.state() == Completeness.State.UNKNOWN && end.expected() >= 0;
        return more ? Cause.DOUBT : Cause.NONE;
    }

    synchronized boolean due(List<Node> nodes, long now) {
        if (cause == Cause.NONE || now - next < 0) return false;
        return switch (cause) {
            case NONE -> false;
            case SILENCE -> nodes.stream().anyMatch(n -> n.breaker().mayTry());
            case DOUBT -> nodes.stream().allMatch(n -> n.breaker().mayTry());
        };
    }
}
