package org.tyde.report.sign;

import org.tyde.store.Outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// How long what was signed still stays, by a clock that nobody sets. The time of day counts only for what
/// an earlier run of the program has signed; set wrong, it neither holds anything for more than the
/// longest time nor lets go before a time that this run has begun.
final class TakeBackTime {
    /// No setting is longer.
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<Long, Long> ends = new ConcurrentHashMap<>();

    /// @param clock the time of day
    /// @param nanos as [System#nanoTime]
    TakeBackTime(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /// @param item of the outbox
    /// @return what is left; zero where it may leave
    Duration left(Outbox.Waiting item) {
        if (item.attempts() > 0) return Duration.ZERO;
        long now = nanos.getAsLong();
        long end = ends.computeIfAbsent(item.id(), _ -> now + atFirstSight(item).toNanos());
        return end <= now ? Duration.ZERO : Duration.ofNanos(end - now);
    }

    /// It need not stay any longer.
    void end(Outbox.Waiting item) {
        ends.put(item.id(), nanos.getAsLong());
    }

    private Duration atFirstSight(Outbox.Waiting item) {
        var left = Duration.between(clock.instant(), item.notBefore());
        if (left.isNegative()) return Duration.ZERO;
        return left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }
}
