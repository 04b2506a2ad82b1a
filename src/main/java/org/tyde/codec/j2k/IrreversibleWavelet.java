package org.tyde.codec.j2k;

/// The irreversible 9-7 synthesis (T.800 F.3.8.2) of real numbers. The constant K is applied for both directions
/// at once (F-9, first two steps), which leaves those sub-bands alone that are low-pass in one of them only.
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

    @Override
    void scale(float[] samples, int count, Scale along, Scale across) {
        float factor = (float) (factor(along) * factor(across));
        if (factor != 1) scale(samples, count, factor);
    }

    /// @return by which samples are multiplied before the lifting
    static double factor(Scale scale) {
        return switch (scale) {
            case LOW -> K;
            case HIGH -> 1 / K;
            case ALONE -> 1;
        };
    }

    private static void scale(float[] samples, int count, float factor) {
        for (int i = 0; i < count; i++) samples[i] *= factor;
    }

    @Override
    void halve(float[] samples, int count) {
        scale(samples, count, 0.5f);
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
