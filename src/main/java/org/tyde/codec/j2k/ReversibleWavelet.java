package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Rectangle;

/// One level of the reversible 5-3 synthesis (T.800 F.3.2, F.3.8.1): rows first, then columns, these by
/// whole rows. Beyond the ends a signal goes on mirrored, so that the missing neighbour of a sample equals
/// its other one.
final class ReversibleWavelet {
    private final int width;
    private final int lowColumns;
    private final int oddColumn;
    private final int[] low;
    private final int[] high;
    private final int[] out;

    private ReversibleWavelet(Rectangle area) {
        width = area.width();
        oddColumn = area.x0() & 1;
        lowColumns = (width + 1 - oddColumn) / 2;
        low = new int[lowColumns + 1];
        high = new int[width - lowColumns + 1];
        out = new int[Math.toIntExact(area.area())];
    }

    /// @param area of the resolution that is made
    /// @param bands LL, HL, LH, HH, each in rows without gaps
    /// @return its samples in rows without gaps
    static int[] synthesize(Rectangle area, int[][] bands) {
        var wavelet = new ReversibleWavelet(area);
        if (!area.empty()) wavelet.rows(area, bands);
        return wavelet.out;
    }

    private void rows(Rectangle area, int[][] bands) {
        int odd = area.y0() & 1;
        int height = area.height();
        int lows = (height + 1 - odd) / 2;
        int highs = height - lows;
        int read = 0;
        for (int k = 0; k < lows; k++) {
            row(bands[0], bands[1], k, 2 * k + odd);
            for (; read < highs && read <= k + odd; read++)
                row(bands[2], bands[3], read, 2 * read + 1 - odd);
            if (highs > 0)
                liftRow(
                        2 * k + odd,
                        2 * Math.max(k - 1 + odd, 0) + 1 - odd,
                        2 * Math.min(k + odd, highs - 1) + 1 - odd);
            int ready = k - 1 + odd;
            if (ready >= 0 && ready < highs) raise(ready, odd, lows);
        }
        for (; read < highs; read++) row(bands[2], bands[3], read, 2 * read + 1 - odd);
        if (lows == 0) halve();
        else for (int j = lows - 1 + odd; j < highs; j++) raise(j, odd, lows);
    }

    private void raise(int j, int odd, int lows) {
        raiseRow(
                2 * j + 1 - odd,
                2 * Math.max(j - odd, 0) + odd,
                2 * Math.min(j + 1 - odd, lows - 1) + odd);
    }

    /// A single odd row (T.800 F.3.6).
    private void halve() {
        for (int x = 0; x < width; x++) out[x] /= 2;
    }

    /// x(2n) = y(2n) - floor((x(2n-1) + x(2n+1) + 2) / 4), F-5.
    private void liftRow(int row, int above, int below) {
        var o = out;
        int a = above * width;
        int b = below * width;
        int r = row * width;
        for (int x = 0; x < width; x++) o[r + x] -= o[a + x] + o[b + x] + 2 >> 2;
    }

    /// x(2n+1) = y(2n+1) + floor((x(2n) + x(2n+2)) / 2), F-6.
    private void raiseRow(int row, int above, int below) {
        var o = out;
        int a = above * width;
        int b = below * width;
        int r = row * width;
        for (int x = 0; x < width; x++) o[r + x] += o[a + x] + o[b + x] >> 1;
    }

    private void row(int[] lowBand, int[] highBand, int bandRow, int outRow) {
        int lows = lowColumns;
        int highs = width - lows;
        int from = bandRow * lows;
        int beside = bandRow * highs;
        int at = outRow * width;
        if (highs == 0) {
            System.arraycopy(lowBand, from, out, at, lows);
            return;
        }
        if (lows == 0) {
            for (int i = 0; i < highs; i++) out[at + i] = highBand[beside + i] / 2;
            return;
        }
        int odd = oddColumn;
        var l = low;
        var h = high;
        int first = 1 - odd;
        int last = Math.min(lows, highs - odd);
        if (first == 1) l[0] = lowBand[from] - (2 * highBand[beside] + 2 >> 2);
        for (int k = first; k < last; k++)
            l[k] =
                    lowBand[from + k]
                            - (highBand[beside + k - 1 + odd] + highBand[beside + k + odd] + 2
                                    >> 2);
        for (int k = Math.max(first, last); k < lows; k++)
            l[k] = lowBand[from + k] - (2 * highBand[beside + highs - 1] + 2 >> 2);
        l[lows] = l[lows - 1];
        if (odd == 1) h[0] = highBand[beside] + l[0];
        for (int k = odd; k < highs; k++)
            h[k] = highBand[beside + k] + (l[k - odd] + l[k + 1 - odd] >> 1);
        interleave(at, lows, highs, odd);
    }

    private void interleave(int at, int lows, int highs, int odd) {
        var o = out;
        int both = Math.min(lows, highs);
        for (int k = 0; k < both; k++) {
            o[at + 2 * k + odd] = low[k];
            o[at + 2 * k + 1 - odd] = high[k];
        }
        if (lows > both) o[at + 2 * both] = low[both];
        if (highs > both) o[at + 2 * both] = high[both];
    }
}
