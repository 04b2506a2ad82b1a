package org.tyde.dimse;

import java.time.Duration;

/// How long a retrieval may stand still: without an instance, and without a change of the counts.
/// Monotonic time.
final class Patience {
    private final Duration limit;
    private volatile long last = System.nanoTime();

    Patience(Duration limit) {
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    void moved() {
        last = System.nanoTime();
    }

    boolean spent() {
        return spent(Duration.ZERO);
    }

    boolean spent(Duration more) {
        return System.nanoTime() - last > limit.plus(more).toNanos();
    }
}
