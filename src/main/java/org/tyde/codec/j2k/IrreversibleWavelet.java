package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Orientation;

/// The irreversible 9-7 synthesis (T.800 F.3.8.2) of real numbers that have been multiplied by their [#gain].
final class IrreversibleWavelet extends Wavelet<float[]> {
    private static final double K = 1.230174104914001;

    /// delta, gamma, beta, alpha (T.800 Table F.4).
    static final double[] LIFTING = {
        0.443506852043971, 0.882911075530934, -0.052980118572961, -1.586134342059924
    };

    private static final float[] FACTORS = {
        (float) LIFTING[0], (float) LIFTING[1], (float) LIFTING[2], (float) LIFTING[3]
    };

    /// @param width of the widest row
    IrreversibleWavelet(int width) {
        super(4, new float[width / 2 + 2], new float[width / 2 + 2], new float[width / 2 + 2]);
    }

    /// The constant K of all levels a coefficient goes through (F-9, first two steps), by which it can be multiplied
    /// beforehand, for everything after that is linear. Signals of one sample are not filtered (F.3.6).
    ///
    /// @param resolution of the sub-band, 0 the lowest
    /// @return by what its coefficients are to be multiplied before the synthesis
    static double gain(PlaneLayout layout, int resolution, Orientation orientation) {
        double gain = 1;
        for (int level = Math.max(1, resolution); level < layout.resolutions(); level++) {
            boolean own = level == resolution;
            int width = layout.area(level).width();
            int height = layout.area(level).height();
            if (width > 1) gain *= own && orientation.highColumns() ? 1 / K : K;
            if (height > 1) gain *= own && orientation.highRows() ? 1 / K : K;
        }
        return gain;
    }

    @Override
    void halve(float[] samples, int count) {
        for (int i = 0; i < count; i++) samples[i] /= 2;
    }

    @Override
    void step(int step, float[] changed, float[] one, float[] other, int count) {
        step(changed, one, other, count, FACTORS[step]);
    }

    private static void step(float[] changed, float[] one, float[] other, int count, float factor) {
        for (int i = 0; i < count; i++) changed[i] -= factor * (one[i] + other[i]);
    }

    @Override
    void interleave(float[] first, float[] second, int pairs, float[] into) {
        for (int k = 0; k < pairs; k++) {
            into[2 * k] = first[k];
            into[2 * k + 1] = second[k];
        }
    }
}
