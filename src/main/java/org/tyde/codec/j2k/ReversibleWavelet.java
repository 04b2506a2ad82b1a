package org.tyde.codec.j2k;

/// The reversible 5-3 synthesis (T.800 F.3.8.1) of whole numbers.
final class ReversibleWavelet extends Wavelet<int[]> {
    /// @param width of the widest row
    ReversibleWavelet(int width) {
        super(2, new int[width / 2 + 2], new int[width / 2 + 2], new int[width / 2 + 2]);
    }

    @Override
    void halve(int[] samples, int count) {
        for (int i = 0; i < count; i++) samples[i] /= 2;
    }

    @Override
    void step(int step, int[] changed, int[] one, int[] other, int count) {
        if (step == 0) lower(changed, one, other, count);
        else raise(changed, one, other, count);
    }

    /// x(2n) = y(2n) - floor((x(2n-1) + x(2n+1) + 2) / 4), F-5.
    private static void lower(int[] changed, int[] one, int[] other, int count) {
        for (int i = 0; i < count; i++) changed[i] -= one[i] + other[i] + 2 >> 2;
    }

    /// x(2n+1) = y(2n+1) + floor((x(2n) + x(2n+2)) / 2), F-6.
    private static void raise(int[] changed, int[] one, int[] other, int count) {
        for (int i = 0; i < count; i++) changed[i] += one[i] + other[i] >> 1;
    }

    @Override
    void interleave(int[] first, int[] second, int pairs, int[] into) {
        for (int k = 0; k < pairs; k++) {
            into[2 * k] = first[k];
            into[2 * k + 1] = second[k];
        }
    }
}
