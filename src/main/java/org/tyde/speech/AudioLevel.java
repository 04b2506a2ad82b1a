package org.tyde.speech;

/// How loud sound is, for a meter.
public final class AudioLevel {
    private static final double FLOOR_DB = -60;

    private AudioLevel() {}

    /// @param samples full scale 32767
    /// @param count how many of them
    /// @return the root mean square from -60 dB of full scale (0) to full scale (1)
    public static double of(short[] samples, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) sum += (double) samples[i] * samples[i];
        if (sum == 0) return 0;
        double decibel = 10 * Math.log10(sum / count / (32767.0 * 32767.0));
        return Math.clamp((decibel - FLOOR_DB) / -FLOOR_DB, 0, 1);
    }
}
