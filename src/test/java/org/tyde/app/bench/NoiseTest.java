package org.tyde.app.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTest {
    private static short[] tone() {
        var tone = new short[32_768];
        for (int i = 0; i < tone.length; i++)
            tone[i] = (short) Math.round(5_000 * Math.sin(2 * Math.PI * 440 * i / 16_000));
        return tone;
    }

    private static double power(double[] x) {
        double sum = 0;
        for (double v : x) sum += v * v;
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"WHITE, 10", "WHITE, 20", "PINK, 5", "PINK, 15"})
    void noiseLiesAsFarBelowTheSpeechAsAsked(Noise noise, double decibel) {
        var tone = tone();
        var mixed = noise.over(tone, decibel, 7);
        var speech = new double[tone.length];
        var added = new double[tone.length];
        for (int i = 0; i < tone.length; i++) {
            speech[i] = tone[i];
            added[i] = mixed[i] - tone[i];
        }
        assertEquals(decibel, 10 * Math.log10(power(speech) / power(added)), 0.1);
        assertArrayEquals(mixed, noise.over(tone, decibel, 7));
    }

    /// Differences of neighbours are a high-pass: pink noise has little there, white noise twice its power.
    @ParameterizedTest
    @CsvSource({"WHITE, 1.9, 2.1", "PINK, 0, 0.6"})
    void pinkNoiseIsLow(Noise noise, double least, double most) {
        var drawn = noise.drawn(65_536, new java.util.Random(1));
        var difference = new double[drawn.length - 1];
        double mean = 0;
        for (double d : drawn) mean += d / drawn.length;
        for (int i = 0; i < drawn.length; i++) drawn[i] -= mean;
        for (int i = 1; i < drawn.length; i++) difference[i - 1] = drawn[i] - drawn[i - 1];
        double share = power(difference) / power(drawn);
        assertTrue(share >= least && share <= most, () -> "share " + share);
    }
}
