package org.tyde.app.bench;

import java.util.Random;

/// Noise over speech, the same for the same seed. The signal-to-noise ratio is that of the whole recording,
/// pauses included.
enum Noise {
    /// The same power at every frequency.
    WHITE {
        @Override
        double[] drawn(int count, Random random) {
            var noise = new double[count];
            for (int i = 0; i < count; i++) noise[i] = random.nextGaussian();
            return noise;
        }
    },
    /// Power that falls by 3 dB an octave, as that of rooms: sixteen sources, each drawn anew half as often as
    /// the one before (Voss and McCartney).
    PINK {
        @Override
        double[] drawn(int count, Random random) {
            var sources = new double[16];
            var noise = new double[count];
            for (int i = 0; i < count; i++) {
                int anew = Math.min(sources.length - 1, Integer.numberOfTrailingZeros(i + 1));
                sources[anew] = random.nextGaussian();
                double sum = random.nextGaussian();
                for (double source : sources) sum += source;
                noise[i] = sum;
            }
            return noise;
        }
    };

    abstract double[] drawn(int count, Random random);

    /// @param sound full scale 32767
    /// @param decibel signal-to-noise ratio
    /// @return the sound with noise over it
    short[] over(short[] sound, double decibel, long seed) {
        var noise = drawn(sound.length, new Random(seed));
        double speech = 0;
        double power = 0;
        double mean = 0;
        for (double n : noise) mean += n / noise.length;
        for (int i = 0; i < sound.length; i++) {
            speech += (double) sound[i] * sound[i];
            power += (noise[i] - mean) * (noise[i] - mean);
        }
        double gain = power == 0 ? 0 : Math.sqrt(speech / power) / Math.pow(10, decibel / 20);
        var mixed = new short[sound.length];
        for (int i = 0; i < sound.length; i++)
            mixed[i] =
                    (short)
                            Math.clamp(
                                    Math.round(sound[i] + gain * (noise[i] - mean)),
                                    Short.MIN_VALUE,
                                    Short.MAX_VALUE);
        return mixed;
    }
}
