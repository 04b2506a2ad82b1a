package org.tyde.work;

import java.time.Duration;

/// What a child process may take before it is killed and started again.
///
/// @param frameBytes longest frame in either direction, bytes of payload
/// @param queuedBytes most that may wait to be written to the child, bytes
/// @param startup from start to its word that it is ready
/// @param silence longest time without an answer to a ping once it is ready
/// @param deathsAMinute with one more within a minute it is not started again
public record ChildLimits(
        int frameBytes, long queuedBytes, Duration startup, Duration silence, int deathsAMinute) {
    /// For a child that takes in sound or text: frames of 1 MiB, 64 MiB waiting, 60 s to start, 5 s of
    /// silence, 5 deaths a minute.
    public static final ChildLimits SMALL_FRAMES =
            new ChildLimits(1 << 20, 64 << 20, Duration.ofSeconds(60), Duration.ofSeconds(5), 5);

    /// Checks the bounds.
    public ChildLimits {
        if (frameBytes < 1 || queuedBytes < frameBytes)
            throw new IllegalArgumentException("frames need room: " + frameBytes);
        if (!startup.isPositive() || !silence.isPositive())
            throw new IllegalArgumentException("times must be positive");
        if (deathsAMinute < 0) throw new IllegalArgumentException("deaths: " + deathsAMinute);
    }
}
