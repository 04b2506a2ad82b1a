package org.tyde.imaging.picture;

import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageToScreen;

import java.nio.IntBuffer;

/// A picture turned by any angle: each screen pixel asks for its place in the image; where the image is
/// reduced, four places within the pixel are averaged.
final class TurnedPicture {
    private final Frame frame;
    private final ImageToScreen back;
    private final Interpolation interpolation;
    private final int width;
    private final int height;
    private final int top;
    private final int left;
    private final int rows;
    private final int columns;
    private final boolean reducing;

    TurnedPicture(
            Frame frame, ImageToScreen view, Interpolation interpolation, int width, int height) {
        this.frame = frame;
        this.back = view.inverse();
        this.interpolation = interpolation;
        this.width = width;
        this.height = height;
        this.reducing = Math.abs(view.determinant()) < 0.9;
        double lowColumn = Double.MAX_VALUE;
        double lowRow = Double.MAX_VALUE;
        double highColumn = -Double.MAX_VALUE;
        double highRow = -Double.MAX_VALUE;
        for (int corner = 0; corner < 4; corner++) {
            var p = view.toImage(corner % 2 * width, corner / 2 * height);
            lowColumn = Math.min(lowColumn, p.x());
            highColumn = Math.max(highColumn, p.x());
            lowRow = Math.min(lowRow, p.y());
            highRow = Math.max(highRow, p.y());
        }
        left = (int) Math.clamp(Math.floor(lowColumn) - 1, 0, frame.columns() - 1);
        top = (int) Math.clamp(Math.floor(lowRow) - 1, 0, frame.rows() - 1);
        columns = (int) Math.clamp(Math.ceil(highColumn) + 2, left + 1, frame.columns()) - left;
        rows = (int) Math.clamp(Math.ceil(highRow) + 2, top + 1, frame.rows()) - top;
    }

    void grey(GreyTable table, IntBuffer bgra) {
        var lines = frame.rowLines(table.least, table.steps, 1);
        var values = new float[Math.multiplyExact(rows, columns)];
        var row = new float[columns];
        for (int r = 0; r < rows; r++) {
            lines.load(top + r, left, columns, row);
            System.arraycopy(row, 0, values, r * columns, columns);
        }
        var line = new float[width];
        var out = new int[width];
        for (int y = 0; y < height; y++) {
            line(values, y, line);
            table.colour(line, 0, width, out);
            for (int x = 0; x < width; x++) if (Float.isNaN(line[x])) out[x] = GreyTable.BLACK;
            bgra.put(y * width, out, 0, width);
        }
    }

    void colour(IntBuffer bgra) {
        var colours = frame.colours();
        var packed = new int[columns];
        var channels = new float[3][Math.multiplyExact(rows, columns)];
        for (int r = 0; r < rows; r++) {
            colours.load(top + r, left, columns, packed, 0);
            for (int c = 0; c < columns; c++)
                for (int k = 0; k < 3; k++)
                    channels[k][r * columns + c] = packed[c] >> (16 - 8 * k) & 0xFF;
        }
        var out = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = GreyTable.BLACK;
                for (int k = 0; k < 3; k++) {
                    float v = pixel(channels[k], x, y);
                    if (!Float.isNaN(v)) colour |= (int) (v + 0.5f) << (16 - 8 * k);
                }
                out[x] = colour;
            }
            bgra.put(y * width, out, 0, width);
        }
    }

    /// The pixels whose four neighbours are all there, straight on; the others one by one.
    private void line(float[] values, int y, float[] line) {
        boolean plain = !reducing && interpolation == Interpolation.LINEAR;
        double startColumn = back.xx() * 0.5 + back.xy() * (y + 0.5) + back.tx() - left;
        double startRow = back.yx() * 0.5 + back.yy() * (y + 0.5) + back.ty() - top;
        for (int x = 0; x < width; x++) {
            double column = startColumn + back.xx() * x;
            double row = startRow + back.yx() * x;
            int c = (int) column;
            int r = (int) row;
            if (!plain || column < 0 || row < 0 || c >= columns - 1 || r >= rows - 1) {
                line[x] = pixel(values, x, y);
                continue;
            }
            float across = (float) (column - c);
            float down = (float) (row - r);
            int at = r * columns + c;
            float a = values[at];
            float b = values[at + columns];
            float upper = a + (values[at + 1] - a) * across;
            float v = upper + (b + (values[at + columns + 1] - b) * across - upper) * down;
            line[x] = Float.isNaN(v) ? pixel(values, x, y) : v;
        }
    }

    private float pixel(float[] values, int x, int y) {
        if (!reducing) return at(values, x + 0.5, y + 0.5);
        float sum = 0;
        int n = 0;
        for (int k = 0; k < 4; k++) {
            float v = at(values, x + ((k & 1) + 0.5) / 2, y + ((k >> 1) + 0.5) / 2);
            if (Float.isNaN(v)) continue;
            sum += v;
            n++;
        }
        return n < 2 ? Float.NaN : sum / n;
    }

    private float at(float[] values, double x, double y) {
        double column = back.xx() * x + back.xy() * y + back.tx();
        double row = back.yx() * x + back.yy() * y + back.ty();
        if (column < -0.5 || row < -0.5) return Float.NaN;
        if (column >= frame.columns() - 0.5 || row >= frame.rows() - 0.5) return Float.NaN;
        double c = Math.clamp(column - left, 0, columns - 1);
        double r = Math.clamp(row - top, 0, rows - 1);
        if (interpolation == Interpolation.NEAREST)
            return values[nearest(r) * columns + nearest(c)];
        int c0 = (int) c;
        int r0 = (int) r;
        int c1 = Math.min(c0 + 1, columns - 1);
        int r1 = Math.min(r0 + 1, rows - 1);
        float wc = (float) (c - c0);
        float wr = (float) (r - r0);
        float a = values[r0 * columns + c0];
        float b = values[r0 * columns + c1];
        float d = values[r1 * columns + c0];
        float e = values[r1 * columns + c1];
        float v = (a + (b - a) * wc) * (1 - wr) + (d + (e - d) * wc) * wr;
        if (!Float.isNaN(v)) return v;
        return values[nearest(r) * columns + nearest(c)];
    }

    private static int nearest(double place) {
        return (int) (place + 0.5);
    }
}
