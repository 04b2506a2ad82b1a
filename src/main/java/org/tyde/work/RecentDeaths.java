package org.tyde.work;

import java.time.Duration;
import java.util.ArrayDeque;

/// The deaths of a child within the last minute. One thread.
final class RecentDeaths {
    private final ArrayDeque<Long> deaths = new ArrayDeque<>();
    private final int most;

    /// @param most that are borne in a minute
    RecentDeaths(int most) {
        this.most = most;
    }

    /// @return whether this one more is too many
    boolean tooMany() {
        long now = System.nanoTime();
        deaths.add(now);
        while (now - deaths.element() > Duration.ofMinutes(1).toNanos()) deaths.remove();
        return deaths.size() > most;
    }
}
