package org.tyde.archive;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;
import org.tyde.work.Outcome;
import org.tyde.work.WorkReason;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// Keeps the instances of one answer: small ones a few at a time, so that the wire does not wait for the
/// disk to say that each is durable; larger ones straight from the wire, never whole in memory.
final class Keeping {
    /// Instances in flight of one answer.
    static final int AT_ONCE = 4;

    /// Bytes of what counts as small: a slice.
    static final int SMALL = 1 << 20;

    private final JobRunner runner;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ConcurrentLinkedQueue<byte[]> buffers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Refusal> failures = new ConcurrentLinkedQueue<>();

    Keeping(JobRunner runner) {
        this.runner = runner;
    }

    /// Takes one in.
    @FunctionalInterface
    interface Taker {
        void take(InputStream in) throws IOException;
    }

    void keep(InputStream in, Taker taker) throws IOException {
        throwFailure();
        acquire(1);
        var head = buffer();
        int length = -1;
        try {
            length = in.readNBytes(head, 0, SMALL);
            if (length == SMALL)
                taker.take(new SequenceInputStream(new ByteArrayInputStream(head), in));
        } finally {
            if (length < 0 || length == SMALL) release(head);
        }
        if (length < SMALL) keepBeside(head, length, taker);
    }

    private void keepBeside(byte[] head, int length, Taker taker) {
        var taking =
                runner.waiting(
                        "keep an instance",
                        _ -> {
                            taker.take(new ByteArrayInputStream(head, 0, length));
                            return true;
                        });
        var _ = taking.onEnd(outcome -> ended(outcome, head));
    }

    private byte[] buffer() {
        var used = buffers.poll();
        return used == null ? new byte[SMALL] : used;
    }

    private void release(byte[] buffer) {
        buffers.add(buffer);
        free.release();
    }

    private void ended(Outcome<Boolean> outcome, byte[] head) {
        if (outcome instanceof Outcome.Failed<Boolean>(Throwable cause))
            failures.add(refusal(cause));
        release(head);
    }

    private static Refusal refusal(Throwable cause) {
        return cause instanceof Refusal known
                ? known
                : new Refusal(WorkReason.FAILED, "keep", String.valueOf(cause)).because(cause);
    }

    /// Waits until all is kept.
    ///
    /// @throws Refusal why one was not
    void finish() throws Refusal {
        acquire(AT_ONCE);
        free.release(AT_ONCE);
        throwFailure();
    }

    private void throwFailure() throws Refusal {
        var first = failures.peek();
        if (first != null) throw first;
    }

    private void acquire(int permits) {
        try {
            free.acquire(permits);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
