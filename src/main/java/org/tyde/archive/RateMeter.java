package org.tyde.archive;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How fast something comes: while it comes over the last seconds, afterwards over all of it. Thread-safe.
final class RateMeter {
    private static final long STEP = Duration.ofMillis(250).toNanos();
    private static final int STEPS = 20;

    private record Mark(long at, long instances, long bytes) {}

    private final LongSupplier clock;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long instances;
    private long bytes;
    private long began;
    private long ended;
    private boolean running;

    /// @param clock nanoseconds that only grow
    RateMeter(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized void begin() {
        instances = 0;
        bytes = 0;
        began = clock.getAsLong();
        running = true;
        marks.clear();
        marks.add(new Mark(began, 0, 0));
    }

    synchronized void end() {
        ended = clock.getAsLong();
        running = false;
    }

    synchronized void instance() {
        instances++;
        mark();
    }

    synchronized void bytes(long count) {
        bytes += count;
        mark();
    }

    private void mark() {
        long now = clock.getAsLong();
        if (now - marks.getLast().at() < STEP) return;
        marks.add(new Mark(now, instances, bytes));
        if (marks.size() > STEPS) marks.removeFirst();
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized Rate rate() {
        if (!running) return Rate.of(instances, bytes, ended - began);
        var from = marks.getFirst();
        return Rate.of(
                instances - from.instances(), bytes - from.bytes(), clock.getAsLong() - from.at());
    }

    /// @param missing instances
    /// @return how long they take at the rate of now, empty while nothing comes
    synchronized Optional<Duration> remaining(int missing) {
        double perSecond = rate().instancesPerSecond();
        if (!running || !(perSecond > 0)) return Optional.empty();
        return Optional.of(Duration.ofMillis((long) (1000 * Math.max(0, missing) / perSecond)));
    }
}
