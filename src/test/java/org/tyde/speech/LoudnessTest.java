package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.speech.Loudness.Zone;

class LoudnessTest {
    /// Decibel of full scale to the meter's share, as [AudioLevel] says.
    private static double level(double decibel) {
        return Math.clamp(1 + decibel / 60, 0, 1);
    }

    private static Zone after(double decibel, double seconds) {
        var loudness = new Loudness();
        var zone = Zone.UNKNOWN;
        for (int i = 0; i <= seconds * 10; i++) zone = loudness.heard(level(decibel), i / 10.0);
        return zone;
    }

    @ParameterizedTest
    @CsvSource({
        "-58, 1, UNKNOWN",
        "-58, 6, NOTHING",
        "-45, 1, TOO_LOW",
        "-26, 1, GOOD",
        "-12, 9, GOOD",
        "-4, 1, TOO_HIGH"
    })
    void speechIsJudgedByItsLevel(double decibel, double seconds, Zone zone) {
        assertEquals(zone, after(decibel, seconds));
    }

    @Test
    void aPauseBetweenWordsChangesNothing() {
        var loudness = new Loudness();
        assertEquals(Zone.GOOD, loudness.heard(level(-24), 0));
        for (double at = 0.1; at < 1.9; at += 0.1)
            assertEquals(Zone.GOOD, loudness.heard(level(-58), at));
    }

    @Test
    void aShoutIsForgottenAfterTwoSeconds() {
        var loudness = new Loudness();
        assertEquals(Zone.TOO_HIGH, loudness.heard(level(-3), 0));
        assertEquals(Zone.TOO_HIGH, loudness.heard(level(-24), 1));
        assertEquals(Zone.GOOD, loudness.heard(level(-24), 2.5));
    }
}
