package org.tyde.archive;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long to rest before trying again: twice as long each time, with chance in it so that many
/// workstations do not come back to an archive in the same second.
///
/// @param first rest at most, after one failure
/// @param longest rest ever
record Backoff(Duration first, Duration longest) {
    static final Backoff USUAL = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    /// @param failures in a row, at least 1
    /// @return between half of the longest rest after so many failures and all of it
    Duration rest(int failures) {
        long most = first.toMillis() << Math.min(failures - 1, 20);
        most = Math.clamp(most, 1, longest.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most) + 1);
    }
}
