package org.tyde.codec;

import org.tyde.work.JobContext;

/// A job that is over when a frame has taken far longer than any decoder needs for its size.
final class FrameDeadline implements JobContext {
    private static final long SECOND = 1_000_000_000L;

    /// What every frame has, whatever its size, on the slowest machine with the coldest code.
    private static final long FIRST_SECONDS = 20;

    /// The slowest decoder does ten times this on one core.
    private static final long SAMPLES_PER_SECOND = 500_000;

    private final JobContext job;
    private final long seconds;
    private final long end;

    FrameDeadline(JobContext job, FrameFormat format) {
        this(job, FIRST_SECONDS + format.samples() / SAMPLES_PER_SECOND);
    }

    FrameDeadline(JobContext job, long seconds) {
        this.job = job;
        this.seconds = seconds;
        this.end = System.nanoTime() + seconds * SECOND;
    }

    long seconds() {
        return seconds;
    }

    boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    @Override
    public void progress(long done, long total) {
        job.progress(done, total);
    }

    @Override
    public boolean cancelled() {
        return passed() || job.cancelled();
    }
}
