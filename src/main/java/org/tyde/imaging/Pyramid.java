package org.tyde.imaging;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;

/// Area averages of stored values: each level's pixel is the mean of up to four of the level before, padding
/// and rows that are not there left out unless all four are such. A last odd row or column is averaged with itself. An index into a
/// palette has no mean, so PALETTE COLOR becomes RGB; few-bit and IEEE values become float.
final class Pyramid {
    private Pyramid() {}

    static Frame half(Frame frame) {
        var format = frame.format();
        int rows = (frame.rows() + 1) / 2;
        int columns = (frame.columns() + 1) / 2;
        Samples half;
        if (format.photometric() == Photometric.PALETTE_COLOR) half = colours(frame, rows, columns);
        else if (asFloats(frame)) half = floats(frame, rows, columns);
        else if (frame.stored() instanceof Samples.Shorts s
                && format.samplesPerPixel() == 1
                && frame.padding().isEmpty())
            half = shorts(s.values(), format, format.sized(rows, columns));
        else half = whole(frame, format.sized(rows, columns));
        boolean indexed = format.photometric() == Photometric.PALETTE_COLOR;
        return new Frame(
                half,
                indexed ? frame.meaning().withoutPalette() : frame.meaning(),
                frame.level() + 1,
                frame.fullRows(),
                frame.fullColumns(),
                frame.fidelity());
    }

    /// Floats can say that rows are not there.
    private static boolean asFloats(Frame frame) {
        var format = frame.format();
        boolean cutOff = format.photometric().grey() && frame.rowsThere() < frame.rows();
        return cutOff
                || format.floating()
                || format.bitsStored() < 8
                || format.bitsAllocated() > 16;
    }

    /// The row that row `2 * r` is averaged with: itself where it is the last one there.
    private static int below(Frame frame, int r) {
        int end = 2 * r < frame.rowsThere() ? frame.rowsThere() : frame.rows();
        return Math.min(2 * r + 1, end - 1);
    }

    private static Samples whole(Frame frame, FrameFormat half) {
        int step = half.samplesPerPixel();
        int n = half.columns() * step;
        var above = new int[frame.columns() * step];
        var below = new int[frame.columns() * step];
        var bytes = frame.stored() instanceof Samples.Bytes;
        var asBytes = new byte[bytes ? n * half.rows() : 0];
        var asShorts = new short[bytes ? 0 : n * half.rows()];
        boolean padded = frame.padding().isPresent();
        for (int r = 0; r < half.rows(); r++) {
            frame.copyRow(2 * r, above);
            frame.copyRow(below(frame, r), below);
            for (int i = 0; i < n; i++) {
                int left = i / step * 2 * step + i % step;
                int right = left + step < above.length ? left + step : left;
                int mean =
                        padded
                                ? mean(frame, above[left], above[right], below[left], below[right])
                                : Math.floorDiv(
                                        above[left] + above[right] + below[left] + below[right] + 2,
                                        4);
                if (bytes) asBytes[r * n + i] = (byte) mean;
                else asShorts[r * n + i] = (short) mean;
            }
        }
        return bytes ? new Samples.Bytes(half, asBytes) : new Samples.Shorts(half, asShorts);
    }

    private static Samples shorts(short[] values, FrameFormat full, FrameFormat half) {
        int mask = full.signed() ? -1 : 0xFFFF;
        int width = full.columns();
        int pairs = width / 2;
        var means = new short[Math.toIntExact(half.pixels())];
        for (int r = 0; r < half.rows(); r++) {
            int above = 2 * r * width;
            int below = Math.min(2 * r + 1, full.rows() - 1) * width;
            int out = r * half.columns();
            for (int c = 0; c < pairs; c++) {
                int left = (values[above + 2 * c] & mask) + (values[below + 2 * c] & mask);
                int right = (values[above + 2 * c + 1] & mask) + (values[below + 2 * c + 1] & mask);
                means[out + c] = (short) (left + right + 2 >> 2);
            }
            if (pairs < half.columns()) {
                int last = (values[above + width - 1] & mask) + (values[below + width - 1] & mask);
                means[out + pairs] = (short) (last + 1 >> 1);
            }
        }
        return new Samples.Shorts(half, means);
    }

    private static int mean(Frame frame, int a, int b, int c, int d) {
        return (int) Math.floor(mean(frame, new double[] {a, b, c, d}, a) + 0.5);
    }

    private static double mean(Frame frame, double[] four, double otherwise) {
        double sum = 0;
        int count = 0;
        for (double v : four) {
            if (frame.isPadding(v)) continue;
            sum += v;
            count++;
        }
        return count == 0 ? otherwise : sum / count;
    }

    private static Samples floats(Frame frame, int rows, int columns) {
        int step = frame.samples();
        var format = frame.format();
        var half =
                new FrameFormat(
                        rows, columns, step, 32, 32, 31, true, true, format.photometric(), false);
        var above = new double[frame.columns() * step];
        var below = new double[frame.columns() * step];
        int n = columns * step;
        var values = new float[Math.multiplyExact(n, rows)];
        var four = new double[4];
        for (int r = 0; r < rows; r++) {
            frame.copyRow(2 * r, above);
            frame.copyRow(below(frame, r), below);
            for (int i = 0; i < n; i++) {
                int left = i / step * 2 * step + i % step;
                int right = left + step < above.length ? left + step : left;
                four[0] = above[left];
                four[1] = above[right];
                four[2] = below[left];
                four[3] = below[right];
                values[r * n + i] = (float) mean(frame, four, four[0]);
            }
        }
        return new Samples.Floats(half, values);
    }

    private static Samples colours(Frame frame, int rows, int columns) {
        var above = new int[frame.columns()];
        var below = new int[frame.columns()];
        var values = new byte[Math.multiplyExact(3 * columns, rows)];
        var colours = frame.colours();
        for (int r = 0; r < rows; r++) {
            colours.load(2 * r, 0, above.length, above, 0);
            colours.load(below(frame, r), 0, below.length, below, 0);
            for (int c = 0; c < columns; c++) {
                int left = 2 * c;
                int right = Math.min(left + 1, above.length - 1);
                for (int shift = 16; shift >= 0; shift -= 8) {
                    int sum =
                            (above[left] >> shift & 0xFF)
                                    + (above[right] >> shift & 0xFF)
                                    + (below[left] >> shift & 0xFF)
                                    + (below[right] >> shift & 0xFF);
                    values[(r * columns + c) * 3 + 2 - shift / 8] = (byte) ((sum + 2) / 4);
                }
            }
        }
        return new Samples.Bytes(FrameFormat.rgb(rows, columns), values);
    }
}
