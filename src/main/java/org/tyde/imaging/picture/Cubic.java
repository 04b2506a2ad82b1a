package org.tyde.imaging.picture;

/// Cubic convolution (Catmull-Rom, a = -1/2) between the second and the third of four neighbours, never
/// outside of their range, so that an edge gets no halo.
///
/// @param first weight
/// @param second weight
/// @param third weight
/// @param fourth weight
record Cubic(float first, float second, float third, float fourth) {
    /// @param t from 0 at the second to 1 at the third
    static Cubic at(double t) {
        return new Cubic(
                (float) (t * (-0.5 + t * (1 - 0.5 * t))),
                (float) (1 + t * t * (-2.5 + 1.5 * t)),
                (float) (t * (0.5 + t * (2 - 1.5 * t))),
                (float) (t * t * (-0.5 + 0.5 * t)));
    }

    float of(float a, float b, float c, float d) {
        return sum(a, b, c, d, first, second, third, fourth);
    }

    static float sum(float a, float b, float c, float d, float wa, float wb, float wc, float wd) {
        float sum = a * wa + b * wb + c * wc + d * wd;
        float low = Math.min(Math.min(a, b), Math.min(c, d));
        float high = Math.max(Math.max(a, b), Math.max(c, d));
        return Math.max(low, Math.min(high, sum));
    }
}
