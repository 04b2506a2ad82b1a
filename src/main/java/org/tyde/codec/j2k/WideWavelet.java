package org.tyde.codec.j2k;

/// Both syntheses for samples of more bits than the narrow ones have room for. A double holds whole numbers of 53
/// bits, so that the reversible one is exact here, too (T.800 F.3.8).
final class WideWavelet extends Wavelet<double[]> {
    private final boolean reversible;

    /// @param reversible 5-3, else 9-7
    /// @param width of the widest row
    WideWavelet(boolean reversible, int width) {
        super(
                reversible ? 2 : 4,
                new double[width / 2 + 2],
                new double[width / 2 + 2],
                new double[width / 2 + 2]);
        this.reversible = reversible;
    }

    @Override
    void halve(double[] samples, int count) {
        for (int i = 0; i < count; i++) {
            double half = samples[i] / 2;
            // towards zero, as T.800 F.3.6 of whole numbers
            samples[i] = reversible ? (long) half : half;
        }
    }

    @Override
    void step(int step, double[] changed, double[] one, double[] other, int count) {
        if (!reversible) lift(changed, one, other, count, IrreversibleWavelet.LIFTING[step]);
        else if (step == 0) lower(changed, one, other, count);
        else raise(changed, one, other, count);
    }

    private static void lift(
            double[] changed, double[] one, double[] other, int count, double factor) {
        for (int i = 0; i < count; i++) changed[i] -= factor * (one[i] + other[i]);
    }

    /// F-5.
    private static void lower(double[] changed, double[] one, double[] other, int count) {
        for (int i = 0; i < count; i++) changed[i] -= Math.floor((one[i] + other[i] + 2) / 4);
    }

    /// F-6.
    private static void raise(double[] changed, double[] one, double[] other, int count) {
        for (int i = 0; i < count; i++) changed[i] += Math.floor((one[i] + other[i]) / 2);
    }

    @Override
    void interleave(double[] first, double[] second, int pairs, double[] into) {
        for (int k = 0; k < pairs; k++) {
            into[2 * k] = first[k];
            into[2 * k + 1] = second[k];
        }
    }
}
