package org.tyde.imaging.lut;

/// The Grayscale Standard Display Function (PS3.14 7.1): luminance in cd/m² of each Just-Noticeable
/// Difference, and back. Both are the interpolations of the standard, in double.
public final class Gsdf {
    /// cd/m², index 1 (Table B-1).
    public static final double LEAST = 0.05;

    /// cd/m², index 1023 (Table B-1).
    public static final double GREATEST = 3993.404;

    private static final double[] ABOVE = {
        -1.3011877, 8.0242636E-2, 1.3646699E-1, -2.5468404E-2, 1.3635334E-3
    };
    private static final double[] BELOW = {
        1, -2.5840191E-2, -1.0320229E-1, 2.8745620E-2, -3.1978977E-3, 1.2992634E-4
    };
    private static final double[] INDEX = {
        71.498068,
        94.593053,
        41.912053,
        9.8247004,
        0.28175407,
        -1.1878455,
        -0.18014349,
        0.14710899,
        -0.017046845
    };

    private Gsdf() {}

    /// @param index of a Just-Noticeable Difference, 1 to 1023, also between whole ones
    /// @return cd/m²
    public static double luminance(double index) {
        double x = Math.log(index);
        return Math.pow(10, polynomial(ABOVE, x) / polynomial(BELOW, x));
    }

    /// @param luminance cd/m², [#LEAST] to [#GREATEST]
    /// @return its index, within 0.1 of the inverse of [#luminance(double)]
    public static double index(double luminance) {
        return polynomial(INDEX, Math.log10(luminance));
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i];
        return sum;
    }
}
