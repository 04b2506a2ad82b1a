package org.tyde.imaging.picture;

/// Weighted sums along a line of the image, and across lines. A value that is missing (not a number, where
/// there is padding) makes a sum missing; those sums are then made again from the values that are there,
/// with their weights scaled up, unless more than half is missing: so padding leaves no fringe.
final class Resampling {
    private Resampling() {}

    /// @param source a line of the image, from pixel `origin` on
    /// @param into one value a screen pixel, from `taps.from` to `taps.to`
    /// @param gaps whether values may be missing
    static void along(float[] source, int origin, Taps taps, float[] into, boolean gaps) {
        switch (taps.kind) {
            case STRAIGHT -> {
                int start = taps.first[taps.from] - origin;
                System.arraycopy(source, start, into, taps.from, taps.to - taps.from);
                return;
            }
            case NEAREST -> {
                alongOne(source, origin, taps, into);
                return;
            }
            case LINEAR -> alongTwo(source, origin, taps, into);
            case CUBIC -> alongCubic(source, origin, taps, into);
            case AREA -> {
                if (taps.most == 3) alongThree(source, origin, taps, into);
                else alongMany(source, origin, taps, into);
            }
        }
        if (gaps)
            for (int i = taps.from; i < taps.to; i++)
                if (Float.isNaN(into[i]))
                    into[i] = present(source, taps.first[i] - origin, taps, i);
    }

    private static void alongOne(float[] source, int origin, Taps taps, float[] into) {
        var first = taps.first;
        for (int i = taps.from; i < taps.to; i++) into[i] = source[first[i] - origin];
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

    private static void alongCubic(float[] source, int origin, Taps taps, float[] into) {
        var first = taps.first;
        var w = taps.weights;
        for (int i = taps.from; i < taps.to; i++) {
            int p = first[i] - origin;
            into[i] =
                    Cubic.sum(
                            source[p],
                            source[p + 1],
                            source[p + 2],
                            source[p + 3],
                            w[4 * i],
                            w[4 * i + 1],
                            w[4 * i + 2],
                            w[4 * i + 3]);
        }
    }

    private static void alongMany(float[] source, int origin, Taps taps, float[] into) {
        int most = taps.most;
        for (int i = taps.from; i < taps.to; i++) {
            int p = taps.first[i] - origin;
            float sum = 0;
            for (int k = 0; k < most; k++) sum += source[p + k] * taps.weights[i * most + k];
            into[i] = sum;
        }
    }

    private static float present(float[] source, int p, Taps taps, int i) {
        int from = taps.kind == Taps.Kind.CUBIC ? 1 : 0;
        int to = taps.kind == Taps.Kind.CUBIC ? 3 : taps.most;
        float sum = 0;
        float weight = 0;
        float all = 0;
        for (int k = from; k < to; k++) {
            float w = taps.weights[i * taps.most + k];
            all += w;
            if (w == 0 || Float.isNaN(source[p + k])) continue;
            sum += source[p + k] * w;
            weight += w;
        }
        return weight < 0.5f * all ? Float.NaN : sum / weight;
    }

    /// @param lines `taps.most` lines, those of screen pixel `y`
    /// @param into their weighted sum, from `from` to `to`
    /// @param gaps whether values may be missing
    static void down(
            float[][] lines, Taps taps, int y, int from, int to, float[] into, boolean gaps) {
        var w = taps.weights;
        int at = y * taps.most;
        switch (taps.kind) {
            case STRAIGHT, NEAREST -> System.arraycopy(lines[0], from, into, from, to - from);
            case LINEAR -> two(lines[0], lines[1], w[at + 1], from, to, into);
            case CUBIC -> four(lines, w, at, from, to, into);
            case AREA -> many(lines, w, at, taps.most, from, to, into);
        }
        if (gaps)
            for (int i = from; i < to; i++)
                if (Float.isNaN(into[i])) into[i] = present(lines, i, taps, y);
    }

    private static void two(float[] a, float[] b, float w, int from, int to, float[] into) {
        for (int i = from; i < to; i++) into[i] = a[i] + (b[i] - a[i]) * w;
    }

    private static void four(float[][] lines, float[] w, int at, int from, int to, float[] into) {
        var a = lines[0];
        var b = lines[1];
        var c = lines[2];
        var d = lines[3];
        float wa = w[at];
        float wb = w[at + 1];
        float wc = w[at + 2];
        float wd = w[at + 3];
        for (int i = from; i < to; i++) into[i] = Cubic.sum(a[i], b[i], c[i], d[i], wa, wb, wc, wd);
    }

    private static void many(
            float[][] lines, float[] w, int at, int n, int from, int to, float[] into) {
        var a = lines[0];
        var b = lines[1];
        float wa = w[at];
        float wb = w[at + 1];
        for (int i = from; i < to; i++) into[i] = a[i] * wa + b[i] * wb;
        for (int k = 2; k < n; k++) if (w[at + k] != 0) add(lines[k], w[at + k], from, to, into);
    }

    private static void add(float[] a, float w, int from, int to, float[] into) {
        for (int i = from; i < to; i++) into[i] += a[i] * w;
    }

    private static float present(float[][] lines, int x, Taps taps, int y) {
        boolean cubic = taps.kind == Taps.Kind.CUBIC;
        float sum = 0;
        float weight = 0;
        float all = 0;
        for (int k = cubic ? 1 : 0; k < (cubic ? 3 : taps.most); k++) {
            float w = taps.weights[y * taps.most + k];
            all += w;
            if (w == 0 || Float.isNaN(lines[k][x])) continue;
            sum += lines[k][x] * w;
            weight += w;
        }
        return weight < 0.5f * all ? Float.NaN : sum / weight;
    }
}
