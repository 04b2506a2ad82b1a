package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.ImageSize;

/// The level shift of a component and the values its samples can have (T.800 G.1).
///
/// @param shift added to each sample
/// @param least after the shift
/// @param greatest after the shift
record SampleRange(long shift, long least, long greatest) {
    static SampleRange of(ImageSize.Component component) {
        long half = 1L << component.precision() - 1;
        return component.signed()
                ? new SampleRange(0, -half, half - 1)
                : new SampleRange(half, 0, 2 * half - 1);
    }

    /// @param samples of fewer than 32 bits
    void put(int[] samples, int[] into, int count) {
        put(samples, into, count, (int) shift, (int) least, (int) greatest);
    }

    private static void put(
            int[] samples, int[] into, int count, int shift, int least, int greatest) {
        for (int x = 0; x < count; x++)
            into[x] = Math.max(least, Math.min(greatest, samples[x] + shift));
    }

    /// @param samples of fewer than 32 bits
    void put(float[] samples, int[] into, int count) {
        put(samples, into, count, (int) shift, (int) least, (int) greatest);
    }

    private static void put(
            float[] samples, int[] into, int count, int shift, int least, int greatest) {
        for (int x = 0; x < count; x++)
            into[x] = Math.max(least, Math.min(greatest, Math.round(samples[x]) + shift));
    }

    void put(double[] samples, long[] into, int count) {
        for (int x = 0; x < count; x++)
            into[x] = Math.clamp(Math.round(samples[x]) + shift, least, greatest);
    }
}
