package org.tyde.dimse.upper;

import org.tyde.work.JobRunner;

import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ends what sockets have no time limit for: writes that a peer does not take, handshakes that come byte by byte.
final class LineWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Set<Runnable> watched = ConcurrentHashMap.newKeySet();
    private final AutoCloseable looking;

    LineWatch(JobRunner runner) {
        looking = runner.every(LOOK, () -> watched.forEach(Runnable::run));
    }

    /// @return ends the watch over the writes of a connection
    Runnable writes(Wire wire) {
        return watch(wire::endWhenStuck);
    }

    /// @param longest from now on; then the connection is closed
    /// @return ends the watch
    Runnable handshake(Socket socket, Duration longest) {
        long begin = System.nanoTime();
        return watch(
                () -> {
                    if (System.nanoTime() - begin > longest.toNanos()) Wire.closeQuietly(socket);
                });
    }

    private Runnable watch(Runnable look) {
        watched.add(look);
        return () -> watched.remove(look);
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
