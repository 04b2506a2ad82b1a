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
    private final int[][] out;

    private ReversibleWavelet(Rectangle area) {
        width = area.width();
        oddColumn = area.x0() & 1;
        lowColumns = (width + 1 - oddColumn) / 2;
        low = new int[lowColumns + 1];
        high = new int[width - lowColumns + 1];
        out = new int[area.height()][width];
    }

    /// @param area of the resolution that is made
    /// @param low rows of LL
    /// @param bands HL, LH, HH, each in rows without gaps
    /// @return its rows
    static int[][] synthesize(Rectangle area, int[][] low, int[]... bands) {
        var wavelet = new ReversibleWavelet(area);
        if (!area.empty()) wavelet.rows(area, low, bands);
        return wavelet.out;
    }

    private void rows(Rectangle area, int[][] lowRows, int[][] bands) {
        int highColumns = width - lowColumns;
        int odd = area.y0() & 1;
        int height = area.height();
        int lows = (height + 1 - odd) / 2;
        int highs = height - lows;
        int read = 0;
        for (int k = 0; k < lows; k++) {
            row(lowRows[k], 0, bands[0], k * highColumns, out[2 * k + odd]);
            for (; read < highs && read <= k + odd; read++) highRow(bands, read, odd);
            if (highs > 0)
                liftRow(
                        2 * k + odd,
                        2 * Math.max(k - 1 + odd, 0) + 1 - odd,
                        2 * Math.min(k + odd, highs - 1) + 1 - odd);
            int ready = k - 1 + odd;
            if (ready >= 0 && ready < highs) raise(ready, odd, lows);
        }
        for (; read < highs; read++) highRow(bands, read, odd);
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
        for (int x = 0; x < width; x++) out[0][x] /= 2;
    }

    private void highRow(int[][] bands, int k, int odd) {
        int highColumns = width - lowColumns;
        row(bands[1], k * lowColumns, bands[2], k * highColumns, out[2 * k + 1 - odd]);
    }

    /// x(2n) = y(2n) - floor((x(2n-1) + x(2n+1) + 2) / 4), F-5.
    private void liftRow(int row, int above, int below) {
        var a = out[above];
        var b = out[below];
        var r = out[row];
        for (int x = 0; x < r.length; x++) r[x] -= a[x] + b[x] + 2 >> 2;
    }

    /// x(2n+1) = y(2n+1) + floor((x(2n) + x(2n+2)) / 2), F-6.
    private void raiseRow(int row, int above, int below) {
        var a = out[above];
        var b = out[below];
        var r = out[row];
        for (int x = 0; x < r.length; x++) r[x] += a[x] + b[x] >> 1;
    }

    /// @param from first low-pass sample of the row in its band
    /// @param beside first high-pass sample
    private void row(int[] lowBand, int from, int[] highBand, int beside, int[] into) {
        int lows = lowColumns;
        int highs = width - lows;
        if (highs == 0) {
            System.arraycopy(lowBand, from, into, 0, lows);
            return;
        }
        if (lows == 0) {
            for (int i = 0; i < highs; i++) into[i] = highBand[beside + i] / 2;
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
        interleave(into, lows, highs, odd);
    }

    private void interleave(int[] into, int lows, int highs, int odd) {
        int both = Math.min(lows, highs);
        for (int k = 0; k < both; k++) {
            into[2 * k + odd] = low[k];
            into[2 * k + 1 - odd] = high[k];
        }
        if (lows > both) into[2 * both] = low[both];
        if (highs > both) into[2 * both] = high[both];
    }
}
