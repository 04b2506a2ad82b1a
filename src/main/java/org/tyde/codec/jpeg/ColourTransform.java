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

    /// @param y luminance of a line
    /// @param cb blue difference
    /// @param cr red difference
    /// @param rgb three lines, get red, green and blue
    /// @param precision 8 or 12
    static void toRgb(int[] y, int[] cb, int[] cr, int[][] rgb, int width, int precision) {
        int centre = 1 << (precision - 1);
        int most = (1 << precision) - 1;
        add(y, cr, CR_TO_R, HALF - CR_TO_R * centre, rgb[0], width, most);
        green(y, cb, cr, HALF + (CB_TO_G + CR_TO_G) * centre, rgb[1], width, most);
        add(y, cb, CB_TO_B, HALF - CB_TO_B * centre, rgb[2], width, most);
    }

    // one result a loop: the compiler makes vector instructions of these, of all in one it does not

    private static void add(
            int[] y, int[] difference, int factor, int offset, int[] out, int width, int most) {
        for (int x = 0; x < width; x++)
            out[x] = Math.min(most, Math.max(0, y[x] + (factor * difference[x] + offset >> BITS)));
    }

    private static void green(
            int[] y, int[] cb, int[] cr, int offset, int[] out, int width, int most) {
        for (int x = 0; x < width; x++)
            out[x] =
                    Math.min(
                            most,
                            Math.max(
                                    0,
                                    y[x] + (offset - CB_TO_G * cb[x] - CR_TO_G * cr[x] >> BITS)));
    }
}
