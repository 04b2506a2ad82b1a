package org.tyde.archive;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Spares an archive that does not answer, and those who would wait for it: after some failures in a row
/// nobody asks it for a while, then one may try. Thread-safe.
final class CircuitBreaker {
    static final int FAILURES = 3;

    /// A trial that never says how it ended must not keep the others out.
    private static final Duration LONGEST_TRIAL = Duration.ofMinutes(2);

    private final Backoff backoff;
    private final LongSupplier clock;
    private int inARow;
    private long until;
    private LineState state = LineState.CLOSED;

    /// @param backoff how long it rests
    /// @param clock nanoseconds that only grow
    CircuitBreaker(Backoff backoff, LongSupplier clock) {
        this.backoff = backoff;
        this.clock = clock;
    }

    /// @return whether to ask now; who is let through must say how it went
    synchronized boolean allows() {
        if (state == LineState.CLOSED) return true;
        if (clock.getAsLong() - until < 0) return false;
        state = LineState.HALF_OPEN;
        until = clock.getAsLong() + LONGEST_TRIAL.toNanos();
        return true;
    }

    /// @return whether it would be let through now, without trying
    synchronized boolean mayTry() {
        return state == LineState.CLOSED || clock.getAsLong() - until >= 0;
    }

    synchronized void answered() {
        inARow = 0;
        state = LineState.CLOSED;
    }

    synchronized void silent() {
        if (state == LineState.OPEN) return; // asked before it was left alone
        inARow++;
        if (state == LineState.CLOSED && inARow < FAILURES) return;
        state = LineState.OPEN;
        until = clock.getAsLong() + backoff.rest(Math.max(1, inARow - FAILURES + 1)).toNanos();
    }

    /// Who was let through did not ask after all.
    synchronized void gaveUp() {
        if (state != LineState.HALF_OPEN) return;
        state = LineState.OPEN;
        until = clock.getAsLong();
    }

    synchronized LineState state() {
        return state;
    }

    /// @return until the next trial, zero when anyone may ask
    synchronized Duration rest() {
        if (state == LineState.CLOSED) return Duration.ZERO;
        return Duration.ofNanos(Math.max(0, until - clock.getAsLong()));
    }
}
