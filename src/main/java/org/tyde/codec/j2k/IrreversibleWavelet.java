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
    private final float[] out;

    private IrreversibleWavelet(Rectangle area) {
        width = area.width();
        oddColumn = area.x0() & 1;
        lowColumns = (width + 1 - oddColumn) / 2;
        low = new float[lowColumns];
        high = new float[width - lowColumns];
        out = new float[Math.toIntExact(area.area())];
    }

    /// @param area of the resolution that is made
    /// @param bands LL, HL, LH, HH, each in rows without gaps
    /// @return its samples in rows without gaps
    static float[] synthesize(Rectangle area, float[][] bands) {
        var wavelet = new IrreversibleWavelet(area);
        if (!area.empty()) wavelet.rows(area, bands);
        return wavelet.out;
    }

    private void rows(Rectangle area, float[][] bands) {
        int odd = area.y0() & 1;
        int height = area.height();
        int lows = (height + 1 - odd) / 2;
        int highs = height - lows;
        var lifting = new Rows(odd, lows, highs);
        double lowScale = height == 1 ? 1 : K;
        double highScale = height == 1 ? 0.5 : 1 / K;
        int read = 0;
        for (int k = 0; k < lows; k++) {
            row(bands[0], bands[1], lowScale, k, 2 * k + odd);
            for (; read < highs && read <= k + odd; read++)
                row(bands[2], bands[3], highScale, read, 2 * read + 1 - odd);
            if (highs > 0) lifting.upTo(k);
        }
        for (; read < highs; read++) row(bands[2], bands[3], highScale, read, 2 * read + 1 - odd);
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

    private void step(int row, int above, int below, float factor) {
        var o = out;
        int a = above * width;
        int b = below * width;
        int r = row * width;
        for (int x = 0; x < width; x++) o[r + x] -= factor * (o[a + x] + o[b + x]);
    }

    /// @param scale that of the rows
    private void row(float[] lowBand, float[] highBand, double scale, int bandRow, int outRow) {
        int lows = lowColumns;
        int highs = width - lows;
        int from = bandRow * lows;
        int beside = bandRow * highs;
        int at = outRow * width;
        float lowScale = (float) (scale * (width == 1 ? 1 : K));
        float highScale = (float) (scale * (width == 1 ? 0.5 : 1 / K));
        for (int k = 0; k < lows; k++) low[k] = lowBand[from + k] * lowScale;
        for (int k = 0; k < highs; k++) high[k] = highBand[beside + k] * highScale;
        if (highs > 0 && lows > 0) {
            int odd = oddColumn;
            step(low, high, 1 - odd, DELTA);
            step(high, low, odd, GAMMA);
            step(low, high, 1 - odd, BETA);
            step(high, low, odd, ALPHA);
        }
        interleave(at, lows, highs);
    }

    /// @param shift 1 where the sample has its first neighbour before it
    private static void step(float[] samples, float[] beside, int shift, float factor) {
        int end = Math.min(samples.length, beside.length);
        if (shift == 1) samples[0] -= 2 * factor * beside[0];
        else end = Math.min(samples.length, beside.length - 1);
        for (int k = shift; k < end; k++)
            samples[k] -= factor * (beside[k - shift] + beside[k + 1 - shift]);
        for (int k = Math.max(end, shift); k < samples.length; k++)
            samples[k] -= 2 * factor * beside[beside.length - 1];
    }

    private void interleave(int at, int lows, int highs) {
        var o = out;
        int odd = oddColumn;
        int both = Math.min(lows, highs);
        for (int k = 0; k < both; k++) {
            o[at + 2 * k + odd] = low[k];
            o[at + 2 * k + 1 - odd] = high[k];
        }
        if (lows > both) o[at + 2 * both] = low[both];
        if (highs > both) o[at + 2 * both] = high[both];
    }
}
