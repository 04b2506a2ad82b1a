package org.tyde.imaging.picture;

import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageToScreen;

import java.nio.IntBuffer;
import java.util.Arrays;

/// A picture turned by any angle: each screen pixel asks for its place in the image; where the image is
/// reduced, four places within the pixel are averaged. The part of the image in sight is loaded first.
final class TurnedPicture {
    private static final double REDUCED = 0.9;

    private final Frame frame;
    private final ImageToScreen back;
    private final Interpolation interpolation;
    private final int width;
    private final int top;
    private final int left;
    private final int rows;
    private final int columns;
    private final boolean reducing;
    private final boolean skipping;

    TurnedPicture(Drawing drawing, boolean skipping) {
        frame = drawing.frame();
        var view = drawing.view().atLevel(frame.level());
        back = view.inverse();
        interpolation = drawing.interpolation();
        width = drawing.width();
        reducing = Math.abs(view.determinant()) < REDUCED;
        this.skipping = skipping && reducing;
        double lowColumn = Double.MAX_VALUE;
        double lowRow = Double.MAX_VALUE;
        double highColumn = -Double.MAX_VALUE;
        double highRow = -Double.MAX_VALUE;
        for (int corner = 0; corner < 4; corner++) {
            var p = view.toImage(corner % 2 * width, corner / 2 * drawing.height());
            lowColumn = Math.min(lowColumn, p.x());
            highColumn = Math.max(highColumn, p.x());
            lowRow = Math.min(lowRow, p.y());
            highRow = Math.max(highRow, p.y());
        }
        left = (int) Math.clamp(Math.floor(lowColumn) - 2, 0, frame.columns() - 1);
        top = (int) Math.clamp(Math.floor(lowRow) - 2, 0, frame.rows() - 1);
        columns = (int) Math.clamp(Math.ceil(highColumn) + 3, left + 1, frame.columns()) - left;
        rows = (int) Math.clamp(Math.ceil(highRow) + 3, top + 1, frame.rows()) - top;
    }

    Sampling sampling(boolean coarse) {
        Sampling.Kind kind;
        if (skipping) kind = Sampling.Kind.SKIPPED;
        else if (reducing) kind = Sampling.Kind.AVERAGED;
        else
            kind =
                    switch (interpolation) {
                        case NEAREST -> Sampling.Kind.NEAREST;
                        case LINEAR -> Sampling.Kind.LINEAR;
                        case CUBIC -> Sampling.Kind.CUBIC;
                    };
        return new Sampling(kind, frame.level(), coarse || skipping);
    }

    /// @return rows of the image to load before the picture is made
    int loads() {
        return rows;
    }

    float[] room() {
        return new float[Math.multiplyExact(rows, columns)];
    }

    /// @param values of [#room()]; each row is loaded by itself
    Rows loading(Greys greys, float[] values) {
        var lines = frame.rowLines(greys.zero(), greys.scale(), greys.offset());
        return r -> lines.load(top + r, left, columns, values, r * columns);
    }

    /// @param channels three of [#room()]
    Rows loading(float[][] channels) {
        var colours = frame.colours();
        var packed = new int[columns];
        return r -> {
            colours.load(top + r, left, columns, packed, 0);
            for (int k = 0; k < 3; k++)
                for (int c = 0; c < columns; c++)
                    channels[k][r * columns + c] = packed[c] >> (16 - 8 * k) & 0xFF;
        };
    }

    /// @param values loaded
    /// @return makes rows of a grey picture
    Rows grey(Greys greys, float[] values, IntBuffer bgra) {
        var line = new float[width];
        var out = new PixelRows(bgra, width);
        return y -> {
            line(values, y, line);
            greys.colour(line, 0, width, out.pixels(), out.at(y));
            out.written(y);
        };
    }

    /// @param channels loaded
    /// @return makes rows of a colour picture
    Rows colour(float[][] channels, IntBuffer bgra) {
        var line = new float[width];
        var out = new PixelRows(bgra, width);
        return y -> {
            var pixels = out.pixels();
            int at = out.at(y);
            Arrays.fill(pixels, at, at + width, Greys.BLACK);
            for (int k = 0; k < 3; k++) {
                line(channels[k], y, line);
                int shift = 16 - 8 * k;
                for (int x = 0; x < width; x++) pixels[at + x] |= (int) (line[x] + 0.5f) << shift;
            }
            out.written(y);
        };
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
        if (!reducing || skipping) return at(values, x + 0.5, y + 0.5);
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
        float v =
                switch (interpolation) {
                    case NEAREST -> Float.NaN;
                    case LINEAR -> linear(values, c, r);
                    case CUBIC -> reducing ? linear(values, c, r) : cubic(values, c, r);
                };
        if (!Float.isNaN(v)) return v;
        int nearestRow = (int) (r + 0.5);
        int nearestColumn = (int) (c + 0.5);
        return values[nearestRow * columns + nearestColumn];
    }

    private float linear(float[] values, double c, double r) {
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
        return (a + (b - a) * wc) * (1 - wr) + (d + (e - d) * wc) * wr;
    }

    private float cubic(float[] values, double c, double r) {
        int c0 = (int) c;
        int r0 = (int) r;
        int before = Math.max(c0 - 1, 0);
        int after = Math.min(c0 + 1, columns - 1);
        int beyond = Math.min(c0 + 2, columns - 1);
        var across = Cubic.at(c - c0);
        var down = Cubic.at(r - r0);
        var four = new float[4];
        for (int k = 0; k < 4; k++) {
            int row = Math.clamp(r0 - 1L + k, 0, rows - 1) * columns;
            four[k] =
                    across.of(
                            values[row + before],
                            values[row + c0],
                            values[row + after],
                            values[row + beyond]);
        }
        return down.of(four[0], four[1], four[2], four[3]);
    }
}
