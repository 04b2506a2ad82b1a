package org.tyde.work;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A process that has been started and greeted ahead, to step in for the one that works. It is started a
/// while after that one began to work, so that neither holds the other up, and given up where it keeps
/// dying by itself. Thread-safe.
final class SpareRun implements AutoCloseable {
    private final Supplier<ChildRun> beginning;
    private final BooleanSupplier room;
    private final Logger log;
    private final RecentDeaths deaths;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable ChildRun waiting;
    private boolean kept;
    private boolean resting;

    /// @param beginning starts and greets a process
    /// @param room whether there is room for one, asked each second
    SpareRun(Supplier<ChildRun> beginning, BooleanSupplier room, ChildLimits limits, Logger log) {
        this.beginning = beginning;
        this.room = room;
        this.log = log;
        this.deaths = new RecentDeaths(limits.deathsAMinute());
    }

    /// The process that works does: from now on there may be a spare.
    synchronized void wanted() {
        if (kept) return;
        kept = true;
        Thread.ofPlatform().daemon().name("tyde-spare").start(this::keep);
    }

    private void keep() {
        try {
            while (!over.await(1, TimeUnit.SECONDS) && lookedAfter(room.getAsBoolean())) {}
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether to go on
    private synchronized boolean lookedAfter(boolean wanted) {
        var now = waiting;
        if (now != null && (now.ended() || !wanted)) {
            boolean died = now.ended();
            now.close();
            waiting = null;
            if (died && deaths.tooMany()) {
                log.warn("no spare any more: it keeps ending ({})", now.awaitEnd());
                return false;
            }
        }
        boolean rests = resting;
        resting = false;
        if (waiting != null || !wanted || rests) return true;
        if (over.getCount() == 0) return false;
        try {
            waiting = beginning.get();
            return true;
        } catch (UncheckedIOException cannot) {
            log.warn("no spare: {}", cannot.getMessage());
            return false;
        }
    }

    /// @return the spare, whether or not it is ready yet; nobody else's from now on
    synchronized Optional<ChildRun> takenOver() {
        var now = waiting;
        waiting = null;
        resting = true;
        if (now == null || !now.ended()) return Optional.ofNullable(now);
        now.close();
        return Optional.empty();
    }

    /// @return the process that waits and can work
    synchronized OptionalLong pid() {
        var now = waiting;
        return now == null || !now.ready() ? OptionalLong.empty() : OptionalLong.of(now.pid());
    }

    @Override
    public synchronized void close() {
        over.countDown();
        if (waiting != null) waiting.close();
        waiting = null;
    }
}
