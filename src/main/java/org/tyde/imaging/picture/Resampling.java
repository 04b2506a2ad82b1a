package org.tyde.imaging.picture;

/// Weighted sums along and across lines. Where values may be missing (not a number) the weights of those
/// that are there are scaled up, and more than half missing is missing, so that padding leaves no fringe.
final class Resampling {
    private Resampling() {}

    /// Floats a source line needs beyond its last pixel, as [#along] reads a fixed number of taps.
    static final int MARGIN = 2;

    /// @param source a line of the image from pixel `origin` on, [#MARGIN] longer than that
    /// @param into one value a screen pixel
    static void along(float[] source, int origin, Taps taps, float[] into, boolean gaps) {
        if (gaps) alongGaps(source, origin, taps, into);
        else if (taps.most == 2) alongTwo(source, origin, taps, into);
        else if (taps.most == 3) alongThree(source, origin, taps, into);
        else alongMany(source, origin, taps, into);
    }

    private static void alongTwo(float[] source, int origin, Taps taps, float[] into) {
        var first = taps.first;
        var weights = taps.weights;
        for (int i = taps.from; i < taps.to; i++) {
            int p = first[i] - origin;
            into[i] = source[p] * weights[2 * i] + source[p + 1] * weights[2 * i + 1];
        }
    }

    private static void alongThree(float[] source, int origin, Taps taps, float[] into) {
        var first = taps.first;
        var weights = taps.weights;
        for (int i = taps.from; i < taps.to; i++) {
            int p = first[i] - origin;
            int w = 3 * i;
            into[i] =
                    source[p] * weights[w]
                            + source[p + 1] * weights[w + 1]
                            + source[p + 2] * weights[w + 2];
        }
    }

    private static void alongMany(float[] source, int origin, Taps taps, float[] into) {
        int most = taps.most;
        for (int i = taps.from; i < taps.to; i++) {
            int p = taps.first[i] - origin;
            float sum = 0;
            for (int k = 0; k < taps.count[i]; k++)
                sum += source[p + k] * taps.weights[i * most + k];
            into[i] = sum;
        }
    }

    private static void alongGaps(float[] source, int origin, Taps taps, float[] into) {
        int most = taps.most;
        for (int i = taps.from; i < taps.to; i++) {
            int p = taps.first[i] - origin;
            float sum = 0;
            float weight = 0;
            for (int k = 0; k < taps.count[i]; k++) {
                float v = source[p + k];
                float w = taps.weights[i * most + k];
                if (Float.isNaN(v)) continue;
                sum += v * w;
                weight += w;
            }
            into[i] = weight < 0.5f ? Float.NaN : sum / weight;
        }
    }

    /// `into = a + (b - a) * w`
    static void blend(float[] a, float[] b, float w, int from, int to, float[] into) {
        for (int i = from; i < to; i++) into[i] = a[i] + (b[i] - a[i]) * w;
    }

    /// `into += a * w`
    static void add(float[] a, float w, int from, int to, float[] into) {
        for (int i = from; i < to; i++) into[i] += a[i] * w;
    }

    /// `into += a * w` and `weight += w` where `a` is a number
    static void addGaps(float[] a, float w, int from, int to, float[] into, float[] weight) {
        for (int i = from; i < to; i++) {
            if (Float.isNaN(a[i])) continue;
            into[i] += a[i] * w;
            weight[i] += w;
        }
    }

    static void close(float[] sum, float[] weight, int from, int to) {
        for (int i = from; i < to; i++) sum[i] = weight[i] < 0.5f ? Float.NaN : sum[i] / weight[i];
    }
}
