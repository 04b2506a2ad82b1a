package org.tyde.imaging.picture;

import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageToScreen;

import java.nio.IntBuffer;
import java.util.Arrays;

/// A picture whose sides are parallel to the image's: rows and columns are resampled one after the other,
/// each line of the image once.
final class AlignedPicture {
    private final Frame frame;
    private final boolean quarter;
    private final int width;
    private final int height;
    private final Taps across;
    private final Taps down;
    private final int origin;
    private final int reach;

    AlignedPicture(
            Frame frame,
            ImageToScreen view,
            boolean quarter,
            Interpolation interpolation,
            int width,
            int height) {
        this.frame = frame;
        this.quarter = quarter;
        this.width = width;
        this.height = height;
        var back = view.inverse();
        if (quarter) {
            across = new Taps(width, frame.rows(), back.yx(), back.ty(), interpolation);
            down = new Taps(height, frame.columns(), back.xy(), back.tx(), interpolation);
        } else {
            across = new Taps(width, frame.columns(), back.xx(), back.tx(), interpolation);
            down = new Taps(height, frame.rows(), back.yy(), back.ty(), interpolation);
        }
        origin = across.from < across.to ? across.least() : 0;
        reach = across.from < across.to ? across.end() - origin : 0;
    }

    void grey(GreyTable table, IntBuffer bgra) {
        var lines =
                quarter
                        ? frame.columnLines(table.least, table.steps, 1)
                        : frame.rowLines(table.least, table.steps, 1);
        var source = new float[reach + Resampling.MARGIN];
        var ring = new Ring(down.most + 1, width);
        var sum = new float[width];
        var weight = new float[lines.gaps() ? width : 0];
        var out = new int[width];
        Arrays.fill(out, GreyTable.BLACK);
        for (int y = 0; y < height; y++) {
            if (y < down.from || y >= down.to || reach == 0) {
                put(bgra, y, null);
                continue;
            }
            for (int k = 0; k < down.count[y]; k++) {
                int line = down.first[y] + k;
                if (ring.holds(line)) continue;
                lines.load(line, origin, reach, source);
                Resampling.along(source, origin, across, ring.take(line), lines.gaps());
            }
            table.colour(down(ring, y, sum, weight), across.from, across.to, out);
            put(bgra, y, out);
        }
    }

    private float[] down(Ring ring, int y, float[] sum, float[] weight) {
        int first = down.first[y];
        int n = down.count[y];
        int from = across.from;
        int to = across.to;
        if (n == 1) return ring.line(first);
        if (weight.length > 0) {
            Arrays.fill(sum, 0);
            Arrays.fill(weight, 0);
            for (int k = 0; k < n; k++)
                Resampling.addGaps(
                        ring.line(first + k),
                        down.weights[y * down.most + k],
                        from,
                        to,
                        sum,
                        weight);
            Resampling.close(sum, weight, from, to);
        } else if (n == 2) {
            float second = down.weights[y * down.most + 1];
            Resampling.blend(ring.line(first), ring.line(first + 1), second, from, to, sum);
        } else {
            Arrays.fill(sum, 0);
            for (int k = 0; k < n; k++)
                Resampling.add(
                        ring.line(first + k), down.weights[y * down.most + k], from, to, sum);
        }
        return sum;
    }

    void colour(IntBuffer bgra) {
        var lines = new ColourLines(frame, quarter, origin, reach);
        var rings = new Ring[3];
        var sums = new float[3][width];
        for (int c = 0; c < 3; c++) rings[c] = new Ring(down.most + 1, width);
        var out = new int[width];
        Arrays.fill(out, GreyTable.BLACK);
        for (int y = 0; y < height; y++) {
            if (y < down.from || y >= down.to || reach == 0) {
                put(bgra, y, null);
                continue;
            }
            for (int k = 0; k < down.count[y]; k++) {
                int line = down.first[y] + k;
                if (rings[0].holds(line)) continue;
                lines.load(line);
                for (int c = 0; c < 3; c++)
                    Resampling.along(lines.channel(c), origin, across, rings[c].take(line), false);
            }
            var red = down(rings[0], y, sums[0], NO_WEIGHT);
            var green = down(rings[1], y, sums[1], NO_WEIGHT);
            var blue = down(rings[2], y, sums[2], NO_WEIGHT);
            for (int x = across.from; x < across.to; x++)
                out[x] =
                        GreyTable.BLACK
                                | (int) (red[x] + 0.5f) << 16
                                | (int) (green[x] + 0.5f) << 8
                                | (int) (blue[x] + 0.5f);
            put(bgra, y, out);
        }
    }

    private static final float[] NO_WEIGHT = {};

    private void put(IntBuffer bgra, int y, int @org.jspecify.annotations.Nullable [] line) {
        if (line != null) bgra.put(y * width, line, 0, width);
        else for (int x = 0; x < width; x++) bgra.put(y * width + x, GreyTable.BLACK);
    }

    /// The last lines resampled across, by their number in the image.
    private static final class Ring {
        private final float[][] lines;
        private final int[] numbers;

        Ring(int size, int width) {
            lines = new float[size][width];
            numbers = new int[size];
            Arrays.fill(numbers, -1);
        }

        boolean holds(int line) {
            return numbers[line % numbers.length] == line;
        }

        float[] take(int line) {
            numbers[line % numbers.length] = line;
            return lines[line % numbers.length];
        }

        float[] line(int line) {
            return lines[line % numbers.length];
        }
    }
}
