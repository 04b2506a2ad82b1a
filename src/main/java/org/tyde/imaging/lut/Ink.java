package org.tyde.imaging.lut;

/// A colour to draw with, in sRGB. The standard gives it as a P-value or as CIELab of the ICC profile
/// connection space, whose white is D50 (PS3.3 C.10.7.1.1).
///
/// @param rgb `0xRRGGBB`
public record Ink(int rgb) {
    private static final double[] D50 = {0.96422, 1, 0.82521};
    private static final double KNEE = 6.0 / 29;
    private static final double WORD = 65_535;

    /// XYZ under D50 to linear sRGB (Bradford to D65, then IEC 61966-2-1).
    private static final double[][] TO_SRGB = {
        {3.1338561, -1.6168667, -0.4906146},
        {-0.9787684, 1.9161415, 0.0334540},
        {0.0719453, -0.2289914, 1.4052427}
    };

    private static final double[][] FROM_SRGB = {
        {0.4360747, 0.3850649, 0.1430804},
        {0.2225045, 0.7168786, 0.0606169},
        {0.0139322, 0.0971045, 0.7141733}
    };

    /// @param pValue 0 (black) to 65535 (white)
    /// @return that grey
    public static Ink ofGrey(int pValue) {
        int level = (int) (255 * Math.clamp(pValue / WORD, 0, 1) + 0.5);
        return new Ink(level * 0x010101);
    }

    /// @param words L*, a*, b* as the standard packs them: 0 to 65535 for 0 to 100, and for -128 to 127 with 0
    ///     at 32896
    /// @return the nearest colour that sRGB has
    public static Ink ofCieLab(int... words) {
        double fy = (words[0] * 100 / WORD + 16) / 116;
        double fx = fy + (words[1] / 257.0 - 128) / 500;
        double fz = fy - (words[2] / 257.0 - 128) / 200;
        double[] xyz = {D50[0] * cubed(fx), D50[1] * cubed(fy), D50[2] * cubed(fz)};
        int rgb = 0;
        for (var row : TO_SRGB)
            rgb = rgb << 8 | coded(row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2]);
        return new Ink(rgb);
    }

    /// @return L*, a*, b* as the standard packs them
    public int[] cieLab() {
        double[] linear = {linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255)};
        var f = new double[3];
        for (int i = 0; i < 3; i++) {
            var row = FROM_SRGB[i];
            double part = row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2];
            f[i] = root(part / D50[i]);
        }
        return new int[] {
            word((116 * f[1] - 16) * WORD / 100),
            word((500 * (f[0] - f[1]) + 128) * 257),
            word((200 * (f[1] - f[2]) + 128) * 257)
        };
    }

    /// @return P-value of a grey as light as it, 0 to 65535
    public int grey() {
        double light =
                0.2126 * linear(rgb >> 16 & 255)
                        + 0.7152 * linear(rgb >> 8 & 255)
                        + 0.0722 * linear(rgb & 255);
        return word(coded(light) * 257.0);
    }

    private static int word(double value) {
        return (int) Math.rint(Math.clamp(value, 0, WORD));
    }

    private static double cubed(double f) {
        return f > KNEE ? f * f * f : 3 * KNEE * KNEE * (f - 4.0 / 29);
    }

    private static double root(double t) {
        return t > KNEE * KNEE * KNEE ? Math.cbrt(t) : t / (3 * KNEE * KNEE) + 4.0 / 29;
    }

    private static int coded(double linear) {
        double c = Math.clamp(linear, 0, 1);
        double s = c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
        return (int) (255 * s + 0.5);
    }

    private static double linear(int level) {
        double s = level / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }
}
