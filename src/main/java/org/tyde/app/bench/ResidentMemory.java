package org.tyde.app.bench;

import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// How much this process grows while something is done: its resident memory, looked at 20 times a second
/// (Linux; 0 elsewhere).
final class ResidentMemory implements AutoCloseable {
    private static final Path STATUS = Path.of("/proc/self/statm");
    private static final long PAGE = 4096;

    private final long before;
    private final AtomicLong most = new AtomicLong();
    private final AutoCloseable looking;

    ResidentMemory(JobRunner runner) {
        System.gc();
        before = now();
        looking = runner.every(Duration.ofMillis(50), this::look);
    }

    private void look() {
        most.accumulateAndGet(now(), Math::max);
    }

    private static long now() {
        try {
            return Long.parseLong(Files.readString(STATUS).split(" ")[1]) * PAGE;
        } catch (IOException notLinux) {
            return 0;
        }
    }

    /// @return bytes above what it had at the beginning, at most
    long grown() {
        look();
        return Math.max(0, most.get() - before);
    }

    @Override
    public void close() {
        try {
            looking.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
