package org.tyde.settings;

import java.time.Duration;

/// How much is asked of an archive at once, and how long Tyde waits for it.
///
/// @param parallel requests or associations at once, 1 to 16
/// @param connect longest wait for a connection
/// @param answer longest wait for the beginning of an answer
/// @param stall longest silence within an answer
public record NodeLimits(int parallel, Duration connect, Duration answer, Duration stall) {
    /// Four at once; 5 s to connect, 60 s to answer, 15 s of silence.
    public static final NodeLimits USUAL =
            new NodeLimits(
                    4, Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(15));

    /// @throws IllegalArgumentException for a value out of range; waits are 1 s to 1 h
    public NodeLimits {
        if (parallel < 1 || parallel > 16)
            throw new IllegalArgumentException("not 1 to 16 at once: " + parallel);
        for (var wait : new Duration[] {connect, answer, stall})
            if (wait.toSeconds() < 1 || wait.toHours() > 1)
                throw new IllegalArgumentException("not 1 s to 1 h: " + wait);
    }
}
