package org.tyde.speech;

/// How well the microphone stands, from the loudest of the last two seconds: speech is loud and soft by
/// turns, and a meter that follows each syllable says nothing. The limits are Tyde's own, of full scale:
/// speech between -36 and -9 dB leaves the recogniser room on both sides. For one thread.
public final class Loudness {
    private static final double MEMORY_SECONDS = 2;
    private static final double NOTHING_SECONDS = 5;
    private static final double FLOOR_DB = -60;
    private static final double NOTHING_DB = -54;
    private static final double LOW_DB = -36;
    private static final double HIGH_DB = -9;

    private double loudest = FLOOR_DB;
    private double loudestAt = Double.NEGATIVE_INFINITY;
    private double heardAt;
    private boolean begun;

    /// How well the microphone stands.
    public enum Zone {
        /// Too little has been heard to say.
        UNKNOWN,
        /// For five seconds nothing at all: it is switched off, or another one is meant.
        NOTHING,
        /// Speech is too soft.
        TOO_LOW,
        /// As it should be.
        GOOD,
        /// Speech is so loud that it is cut off.
        TOO_HIGH
    }

    /// @param level as [AudioLevel#of] says, of some 20 to 100 ms of sound
    /// @param seconds when it was heard, on a clock that does not go back
    /// @return how the microphone stands now
    public Zone heard(double level, double seconds) {
        double decibel = FLOOR_DB * (1 - level);
        if (!begun) heardAt = seconds;
        begun = true;
        if (decibel >= loudest || seconds - loudestAt > MEMORY_SECONDS) {
            loudest = decibel;
            loudestAt = seconds;
        }
        if (decibel > NOTHING_DB) heardAt = seconds;
        if (seconds - heardAt >= NOTHING_SECONDS) return Zone.NOTHING;
        if (loudest <= NOTHING_DB) return Zone.UNKNOWN;
        if (loudest < LOW_DB) return Zone.TOO_LOW;
        return loudest > HIGH_DB ? Zone.TOO_HIGH : Zone.GOOD;
    }

    /// Forgets what was heard: the key went up.
    public void reset() {
        loudest = FLOOR_DB;
        loudestAt = Double.NEGATIVE_INFINITY;
        begun = false;
    }
}
