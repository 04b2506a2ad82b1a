package org.tyde.dimse.upper;

import org.tyde.work.JobRunner;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ends connections whose peer takes no more bytes.
final class WriteWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final AutoCloseable looking;

    WriteWatch(JobRunner runner) {
        looking = runner.every(LOOK, () -> wires.forEach(Wire::endWhenStuck));
    }

    void add(Wire wire) {
        wires.add(wire);
    }

    void remove(Wire wire) {
        wires.remove(wire);
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
