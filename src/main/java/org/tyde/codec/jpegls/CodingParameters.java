package org.tyde.codec.jpegls;

import org.tyde.refusal.Refusal;

/// What a scan is coded with: the preset coding parameters (T.87 C.2.4.1.1) and what follows from them
/// (T.87 A.2.1).
///
/// @param maxval the greatest sample
/// @param near the greatest error of a sample, 0 for lossless
/// @param t1 quantization threshold of local gradients
/// @param t2 the second
/// @param t3 the third
/// @param reset how many samples a context counts before its counters are halved
record CodingParameters(int maxval, int near, int t1, int t2, int t3, int reset) {
    private static final int RESET = 64;

    /// Preset values as an LSE marker segment gives them, 0 meaning the default.
    record Preset(int maxval, int t1, int t2, int t3, int reset) {
        static final Preset NONE = new Preset(0, 0, 0, 0, 0);
    }

    /// @param precision bits of a sample
    /// @throws Refusal for values that T.87 does not allow
    static CodingParameters of(int precision, int near, Preset preset) throws Refusal {
        int most = (1 << precision) - 1;
        int maxval = preset.maxval == 0 ? most : preset.maxval;
        if (maxval > most) throw impossible("MAXVAL", maxval);
        if (near > Math.min(255, maxval / 2)) throw impossible("NEAR", near);
        var usual = usual(maxval, near);
        int t1 = preset.t1 == 0 ? usual.t1 : preset.t1;
        int t2 = preset.t2 == 0 ? usual.t2 : preset.t2;
        int t3 = preset.t3 == 0 ? usual.t3 : preset.t3;
        int reset = preset.reset == 0 ? RESET : preset.reset;
        if (t1 < near + 1 || t1 > maxval) throw impossible("T1", t1);
        if (t2 < t1 || t2 > maxval) throw impossible("T2", t2);
        if (t3 < t2 || t3 > maxval) throw impossible("T3", t3);
        if (reset < 3 || reset > Math.max(255, maxval)) throw impossible("RESET", reset);
        return new CodingParameters(maxval, near, t1, t2, t3, reset);
    }

    /// The default thresholds (T.87 C.2.4.1.1.1).
    private static CodingParameters usual(int maxval, int near) {
        int t1;
        int t2;
        int t3;
        if (maxval >= 128) {
            int factor = (Math.min(maxval, 4095) + 128) / 256;
            t1 = within(factor + 2 + 3 * near, near + 1, maxval);
            t2 = within(4 * factor + 3 + 5 * near, t1, maxval);
            t3 = within(17 * factor + 4 + 7 * near, t2, maxval);
        } else {
            int factor = 256 / (maxval + 1);
            t1 = within(Math.max(2, 3 / factor + 3 * near), near + 1, maxval);
            t2 = within(Math.max(3, 7 / factor + 5 * near), t1, maxval);
            t3 = within(Math.max(4, 21 / factor + 7 * near), t2, maxval);
        }
        return new CodingParameters(maxval, near, t1, t2, t3, RESET);
    }

    private static int within(int value, int least, int most) {
        return value > most || value < least ? least : value;
    }

    private static Refusal impossible(String field, int value) {
        return new Refusal(JpegLsReason.IMPOSSIBLE_VALUE, field, value, "FFF8")
                .withRule("T.87 C.2.4.1.1");
    }

    /// Distance of neighbouring values of a prediction error.
    int step() {
        return 2 * near + 1;
    }

    /// RANGE: how many values a prediction error can have.
    int range() {
        return (maxval + 2 * near) / step() + 1;
    }

    /// qbpp: bits of a prediction error that is written as it is.
    int errorBits() {
        return bitsOf(range());
    }

    /// LIMIT: the longest code of a prediction error, in bits.
    int limit() {
        int bits = Math.max(2, bitsOf(maxval + 1));
        return 2 * (bits + Math.max(8, bits));
    }

    /// What A begins with in every context.
    int firstMagnitude() {
        return Math.max(2, (range() + 32) / 64);
    }

    private static int bitsOf(int values) {
        return 32 - Integer.numberOfLeadingZeros(values - 1);
    }

    /// The region, -4 to 4, of each difference of two samples (T.87 A.3.3); that of 0 is at `maxval`.
    byte[] regions() {
        var regions = new byte[2 * maxval + 1];
        for (int i = 0; i < regions.length; i++) {
            int size = Math.abs(i - maxval);
            int region = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
            regions[i] = (byte) (i < maxval ? -region : region);
        }
        return regions;
    }
}
