package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Rectangle;

/// One level of the irreversible 9-7 synthesis (T.800 F.3.2, F.3.8.2): rows first, then columns, these by
/// whole rows. Beyond the ends a signal goes on mirrored, so that the missing neighbour of a sample equals
/// its other one. The constant K is applied for both directions at once (F-9, first two steps), and left out where
/// a signal of one sample is not filtered (F.3.6).
final class IrreversibleWavelet {
    private static final float ALPHA = (float) -1.586134342059924;
    private static final float BETA = (float) -0.052980118572961;
    private static final float GAMMA = (float) 0.882911075530934;
    private static final float DELTA = (float) 0.443506852043971;
    private static final double K = 1.230174104914001;

    private final int width;
    private final int lowColumns;
    private final int oddColumn;
    private final float[] low;
    private final float[] high;
    private final float[] beside;
    private final float[][] out;

    private IrreversibleWavelet(Rectangle area) {
        width = area.width();
        oddColumn = area.x0() & 1;
        lowColumns = (width + 1 - oddColumn) / 2;
        low = new float[lowColumns];
        high = new float[width - lowColumns];
        beside = new float[Math.max(lowColumns, width - lowColumns) + 1];
        out = new float[area.height()][width];
    }

    /// @param area of the resolution that is made
    /// @param low rows of LL
    /// @param bands HL, LH, HH, each in rows without gaps
    /// @return its rows
    static float[][] synthesize(Rectangle area, float[][] low, float[]... bands) {
        var wavelet = new IrreversibleWavelet(area);
        if (!area.empty()) wavelet.rows(area, low, bands);
        return wavelet.out;
    }

    private void rows(Rectangle area, float[][] lowRows, float[][] bands) {
        int highColumns = width - lowColumns;
        int odd = area.y0() & 1;
        int height = area.height();
        int lows = (height + 1 - odd) / 2;
        int highs = height - lows;
        var lifting = new Rows(odd, lows, highs);
        double lowScale = height == 1 ? 1 : K;
        double highScale = height == 1 ? 0.5 : 1 / K;
        int read = 0;
        for (int k = 0; k < lows; k++) {
            row(lowRows[k], 0, bands[0], k * highColumns, lowScale, out[2 * k + odd]);
            for (; read < highs && read <= k + odd; read++) highRow(bands, highScale, read, odd);
            if (highs > 0) lifting.upTo(k);
        }
        for (; read < highs; read++) highRow(bands, highScale, read, odd);
        if (highs > 0 && lows > 0) lifting.rest();
    }

    /// The four lifting steps along columns (T.800 F-9), each as far as its neighbours are done.
    private final class Rows {
        private final int odd;
        private final int lows;
        private final int highs;
        private int deltas;
        private int gammas;
        private int betas;
        private int alphas;

        Rows(int odd, int lows, int highs) {
            this.odd = odd;
            this.lows = lows;
            this.highs = highs;
        }

        /// @param k the last low-pass row that is there, with both its neighbours
        void upTo(int k) {
            for (; deltas <= k; deltas++) lowStep(deltas, DELTA);
            for (; gammas < highs && gammas + 1 - odd < deltas; gammas++) highStep(gammas, GAMMA);
            for (; betas < lows && betas + odd < gammas; betas++) lowStep(betas, BETA);
            for (; alphas < highs && alphas + 1 - odd < betas; alphas++) highStep(alphas, ALPHA);
        }

        void rest() {
            for (; gammas < highs; gammas++) highStep(gammas, GAMMA);
            for (; betas < lows; betas++) lowStep(betas, BETA);
            for (; alphas < highs; alphas++) highStep(alphas, ALPHA);
        }

        private void lowStep(int k, float factor) {
            step(
                    2 * k + odd,
                    2 * Math.max(k - 1 + odd, 0) + 1 - odd,
                    2 * Math.min(k + odd, highs - 1) + 1 - odd,
                    factor);
        }

        private void highStep(int j, float factor) {
            step(
                    2 * j + 1 - odd,
                    2 * Math.max(j - odd, 0) + odd,
                    2 * Math.min(j + 1 - odd, lows - 1) + odd,
                    factor);
        }
    }

    private void highRow(float[][] bands, double scale, int k, int odd) {
        int highColumns = width - lowColumns;
        row(bands[1], k * lowColumns, bands[2], k * highColumns, scale, out[2 * k + 1 - odd]);
    }

    private void step(int row, int above, int below, float factor) {
        step(out[row], out[above], out[below], width, factor);
    }

    /// All at the same index, which is what makes it fast.
    private static void step(float[] samples, float[] before, float[] after, int n, float factor) {
        for (int x = 0; x < n; x++) samples[x] -= factor * (before[x] + after[x]);
    }

    /// @param from first low-pass sample of the row in its band
    /// @param highFrom first high-pass sample
    /// @param scale that of the rows
    private void row(
            float[] lowBand, int from, float[] highBand, int highFrom, double scale, float[] into) {
        int lows = lowColumns;
        int highs = width - lows;
        float lowScale = (float) (scale * (width == 1 ? 1 : K));
        float highScale = (float) (scale * (width == 1 ? 0.5 : 1 / K));
        for (int k = 0; k < lows; k++) low[k] = lowBand[from + k] * lowScale;
        for (int k = 0; k < highs; k++) high[k] = highBand[highFrom + k] * highScale;
        if (highs > 0 && lows > 0) {
            int odd = oddColumn;
            step(low, lows, high, highs, 1 - odd, DELTA);
            step(high, highs, low, lows, odd, GAMMA);
            step(low, lows, high, highs, 1 - odd, BETA);
            step(high, highs, low, lows, odd, ALPHA);
        }
        interleave(into, lows, highs);
    }

    /// @param count samples there are, of the others `neighbours`
    /// @param shift 1 where the sample has its first neighbour before it
    private void step(
            float[] samples, int count, float[] others, int neighbours, int shift, float factor) {
        // the other neighbour of each sample; the one at its own index is in its place already
        int moved = shift == 1 ? 1 : -1;
        int first = Math.max(0, moved);
        int last = Math.min(count, neighbours + moved);
        if (last > first) System.arraycopy(others, first - moved, beside, first, last - first);
        if (shift == 1) beside[0] = others[0];
        for (int k = Math.max(last, first); k < count; k++) beside[k] = others[neighbours - 1];
        int both = Math.min(count, neighbours);
        step(samples, beside, others, both, factor);
        for (int k = both; k < count; k++)
            samples[k] -= factor * (beside[k] + others[neighbours - 1]);
    }

    private void interleave(float[] into, int lows, int highs) {
        int odd = oddColumn;
        int both = Math.min(lows, highs);
        for (int k = 0; k < both; k++) {
            into[2 * k + odd] = low[k];
            into[2 * k + 1 - odd] = high[k];
        }
        if (lows > both) into[2 * both] = low[both];
        if (highs > both) into[2 * both] = high[both];
    }
}
