package org.tyde.codec.j2k;

/// From the magnitudes of a [BlockDecoder] to coefficients of a sub-band (T.800 E.1), row by row.
final class Dequantizer {
    private static final int MAGNITUDE = Integer.MAX_VALUE;

    private Dequantizer() {}

    /// Brings a region of interest back down: a magnitude in its raised planes loses as many (T.800 H.1.2).
    ///
    /// @param shift by which it was raised
    static void lower(int[] block, int count, int shift) {
        for (int i = 0; i < count; i++) {
            int magnitude = block[i] & MAGNITUDE;
            if (magnitude >>> shift + 1 != 0)
                block[i] = block[i] & ~MAGNITUDE | magnitude >>> shift;
        }
    }

    /// @param shift likewise
    static void lower(long[] block, int count, int shift) {
        for (int i = 0; i < count; i++) {
            long magnitude = block[i] & Long.MAX_VALUE;
            if (magnitude >>> shift + 1 != 0)
                block[i] = block[i] & Long.MIN_VALUE | magnitude >>> shift;
        }
    }

    /// Sign and magnitude in more bits.
    static void widen(int[] block, long[] into, int count) {
        for (int i = 0; i < count; i++)
            into[i] = (long) (block[i] & ~MAGNITUDE) << 32 | block[i] & MAGNITUDE;
    }

    /// The reversible wavelet: whole numbers, the half dropped (E-8), in place.
    static void whole(int[] block, int count) {
        for (int i = 0; i < count; i++) {
            int value = block[i];
            int sign = value >> 31;
            block[i] = ((value & MAGNITUDE) >>> 1 ^ sign) - sign;
        }
    }

    /// The irreversible wavelet: multiplied by the step (E-6).
    ///
    /// @param half half the step, for magnitudes are in halves
    static void real(int[] block, int from, int count, float half, float[] into, int to) {
        for (int x = 0; x < count; x++) {
            int value = block[from + x];
            int sign = value >> 31;
            into[to + x] = (((value & MAGNITUDE) ^ sign) - sign) * half;
        }
    }

    /// The reversible wavelet, of many bits.
    static void whole(long[] block, int from, int count, double[] into, int to) {
        for (int x = 0; x < count; x++) {
            double magnitude = (block[from + x] & Long.MAX_VALUE) >>> 1;
            into[to + x] = block[from + x] < 0 ? -magnitude : magnitude;
        }
    }

    /// The irreversible wavelet, of many bits.
    static void real(long[] block, int from, int count, double half, double[] into, int to) {
        for (int x = 0; x < count; x++) {
            double magnitude = (block[from + x] & Long.MAX_VALUE) * half;
            into[to + x] = block[from + x] < 0 ? -magnitude : magnitude;
        }
    }
}
