package org.tyde.dicomweb;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ends an answer that has gone silent, or drips so slowly that it would never end. A deadline for the
/// whole answer would end a long but living transfer; this looks only at reads that wait.
final class StallWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);

    /// Fewer bytes than that, waited for as long as the longest silence, are as good as none.
    private static final int LEAST_BYTES = 1024;

    private final Set<Guarded> waiting = ConcurrentHashMap.newKeySet();
    private final AutoCloseable looking;

    StallWatch(JobRunner runner) {
        looking = runner.every(LOOK, this::look);
    }

    InputStream guard(InputStream in, Endpoint endpoint) {
        return new Guarded(in, endpoint);
    }

    private void look() {
        long now = System.nanoTime();
        for (var one : waiting) one.endWhenStalled(now);
    }

    @Override
    public void close() {
        try {
            looking.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final class Guarded extends FilterInputStream {
        private final Endpoint endpoint;
        private volatile long since;
        private volatile long waitedBefore;
        private volatile boolean stalled;
        private int bytes;

        Guarded(InputStream in, Endpoint endpoint) {
            super(in);
            this.endpoint = endpoint;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            since = System.nanoTime();
            waiting.add(this);
            try {
                return counted(super.read(into, offset, length));
            } catch (Refusal known) {
                throw known;
            } catch (IOException broken) {
                if (stalled)
                    throw DicomwebReason.STALLED
                            .of(endpoint, endpoint.stall().toSeconds())
                            .because(broken);
                if (Thread.currentThread().isInterrupted()
                        || broken.getCause() instanceof InterruptedException)
                    throw Exchange.cancelled(broken);
                throw DicomwebReason.BROKEN_OFF.of(endpoint).because(broken);
            } finally {
                waiting.remove(this);
            }
        }

        private int counted(int count) {
            bytes += Math.max(0, count);
            if (bytes >= LEAST_BYTES) {
                bytes = 0;
                waitedBefore = 0;
            } else {
                long now = System.nanoTime();
                waitedBefore = waitedBefore + now - since;
                since = now;
            }
            return count;
        }

        void endWhenStalled(long now) {
            if (waitedBefore + now - since < endpoint.stall().toNanos()) return;
            stalled = true;
            try {
                in.close();
            } catch (IOException alreadyGone) {
                // the reader is told by its own read
            }
        }
    }
}
