package org.tyde.codec.jpeg;

/// YCbCr to RGB (ITU-T T.871 section 7) in integers of 16 fraction bits, rounded as the reference decoder does.
final class ColourTransform {
    private static final int BITS = 16;
    private static final int HALF = 1 << (BITS - 1);
    private static final int CR_TO_R = 91_881; // 1.40200
    private static final int CB_TO_B = 116_130; // 1.77200
    private static final int CR_TO_G = 46_802; // 0.71414
    private static final int CB_TO_G = 22_554; // 0.34414

    private ColourTransform() {}

    /// @param y luminance of a line; red afterwards
    /// @param cb blue difference; green afterwards
    /// @param cr red difference; blue afterwards
    /// @param precision 8 or 12
    static void toRgb(int[] y, int[] cb, int[] cr, int width, int precision) {
        int centre = 1 << (precision - 1);
        int most = (1 << precision) - 1;
        for (int x = 0; x < width; x++) {
            int light = y[x];
            int b = cb[x] - centre;
            int r = cr[x] - centre;
            int red = light + (CR_TO_R * r + HALF >> BITS);
            int green = light + (HALF - CB_TO_G * b - CR_TO_G * r >> BITS);
            int blue = light + (CB_TO_B * b + HALF >> BITS);
            y[x] = Math.min(most, Math.max(0, red));
            cb[x] = Math.min(most, Math.max(0, green));
            cr[x] = Math.min(most, Math.max(0, blue));
        }
    }
}
