package org.tyde.dicomweb;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ends an answer that has gone silent. A deadline for the whole answer would end a long but living
/// transfer; this looks only at reads that wait.
final class StallWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Set<Guarded> waiting = ConcurrentHashMap.newKeySet();
    private final AutoCloseable looking;

    StallWatch(JobRunner runner) {
        looking = runner.every(LOOK, this::look);
    }

    InputStream guard(InputStream in, Duration longest, Exchange exchange) {
        return new Guarded(in, longest, exchange);
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
        private final Duration longest;
        private final Exchange exchange;
        private volatile long since;
        private volatile boolean stalled;

        Guarded(InputStream in, Duration longest, Exchange exchange) {
            super(in);
            this.longest = longest;
            this.exchange = exchange;
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
                return super.read(into, offset, length);
            } catch (Refusal known) {
                throw known;
            } catch (IOException broken) {
                if (stalled)
                    throw exchange.refused(DicomwebReason.STALLED, longest.toSeconds())
                            .because(broken);
                if (Thread.currentThread().isInterrupted()
                        || broken.getCause() instanceof InterruptedException)
                    throw Exchange.cancelled(broken);
                throw exchange.refused(DicomwebReason.BROKEN_OFF).because(broken);
            } finally {
                waiting.remove(this);
            }
        }

        void endWhenStalled(long now) {
            if (now - since < longest.toNanos()) return;
            stalled = true;
            try {
                in.close();
            } catch (IOException alreadyGone) {
                // the reader is told by its own read
            }
        }
    }
}
