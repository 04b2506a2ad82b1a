package org.tyde.imaging.lut;

import java.util.Arrays;

/// From P-values to the driving levels of a monitor, both of 8 bits: the last step of the grayscale pipeline
/// (PS3.4 N.2, PS3.14). A monitor that follows the Grayscale Standard Display Function itself takes P-values
/// as they are; for one that follows sRGB each P-value becomes the level whose luminance is nearest to that
/// function's. Immutable.
public final class DisplayFunction {
    /// P-values as they are: the monitor does the rest.
    public static final DisplayFunction STRAIGHT;

    private static final int LEVELS = 256;

    static {
        var same = new int[LEVELS];
        for (int p = 0; p < LEVELS; p++) same[p] = p;
        STRAIGHT = new DisplayFunction(same);
    }

    private final int[] levels;
    private final boolean straight;

    private DisplayFunction(int[] levels) {
        this.levels = levels;
        boolean same = true;
        for (int p = 0; p < LEVELS; p++) same &= levels[p] == p;
        straight = same;
    }

    /// For a monitor whose light follows sRGB (IEC 61966-2-1) between black and white. The black of the room's
    /// light on the switched-off screen is part of what the eye sees (PS3.14 6).
    ///
    /// @param black cd/m² at driving level 0, in the dark
    /// @param white cd/m² at driving level 255, in the dark
    /// @param ambient cd/m² that the switched-off screen reflects
    /// @return its levels
    /// @throws IllegalArgumentException for light outside the function's table, or white that is no brighter
    public static DisplayFunction srgb(double black, double white, double ambient) {
        if (!(black >= 0 && ambient >= 0 && black < white)
                || !(black + ambient >= Gsdf.LEAST && white + ambient <= Gsdf.GREATEST))
            throw new IllegalArgumentException(
                    "black %s, white %s, ambient %s cd/m²".formatted(black, white, ambient));
        var light = new double[LEVELS];
        for (int d = 0; d < LEVELS; d++)
            light[d] = ambient + black + (white - black) * linear(d / (LEVELS - 1.0));
        double first = Gsdf.index(light[0]);
        double last = Gsdf.index(light[LEVELS - 1]);
        var levels = new int[LEVELS];
        for (int p = 0; p < LEVELS; p++)
            levels[p] = nearest(light, Gsdf.luminance(first + (last - first) * p / (LEVELS - 1)));
        return new DisplayFunction(levels);
    }

    private static double linear(double encoded) {
        return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }

    private static int nearest(double[] light, double wanted) {
        int above = Arrays.binarySearch(light, wanted);
        if (above >= 0) return above;
        above = -above - 1;
        if (above == 0) return 0;
        if (above == LEVELS) return LEVELS - 1;
        return wanted - light[above - 1] <= light[above] - wanted ? above - 1 : above;
    }

    /// @param p P-value, 0 to 255
    /// @return driving level, 0 to 255
    public int level(int p) {
        return levels[p];
    }

    /// @return whether levels are the P-values themselves
    public boolean straight() {
        return straight;
    }

    /// @param argb a colour
    /// @return a grey as the monitor takes it, any other colour as it is
    public int onto(int argb) {
        int p = argb & 0xFF;
        boolean grey = (argb & 0xFFFFFF) == p * 0x010101;
        return grey ? argb & 0xFF000000 | levels[p] * 0x010101 : argb;
    }

    /// @param pixels opaque greys, as P-values; they become driving levels
    /// @param from first index
    /// @param to index behind the last
    public void onto(int[] pixels, int from, int to) {
        if (straight) return;
        var table = levels;
        for (int i = from; i < to; i++) pixels[i] = 0xFF000000 | table[pixels[i] & 0xFF] * 0x010101;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DisplayFunction that && Arrays.equals(levels, that.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(levels);
    }
}
