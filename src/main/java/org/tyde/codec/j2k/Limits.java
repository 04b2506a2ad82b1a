package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// When to stop: someone cancelled, or a frame takes longer than any real one would.
final class Limits {
    private static final int SECONDS = 60;

    private final JobContext job;
    private final long deadline = System.nanoTime() + SECONDS * 1_000_000_000L;

    Limits(JobContext job) {
        this.job = job;
    }

    /// @throws Refusal [J2kReason#TOO_SLOW]
    /// @throws java.util.concurrent.CancellationException when someone cancelled
    void check() throws Refusal {
        job.checkpoint();
        if (System.nanoTime() - deadline > 0) throw new Refusal(J2kReason.TOO_SLOW, SECONDS);
    }
}
