package org.tyde.volume;

import org.tyde.geometry.ImagePlane;
import org.tyde.imaging.Frame;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

/// One frame in colour as a layer over pictures in its own plane, interpolated linearly. Outside begins half a pixel
/// beyond the outermost centres.
public final class ColourLayer implements Layer {
    private static final int BAND = 16;

    private final ImagePlane own;
    private final int columns;
    private final int rows;
    private final int[] values;

    /// @param frame in colour, at full size
    /// @param own where it lies
    public ColourLayer(Frame frame, ImagePlane own) {
        this.own = own;
        this.columns = frame.columns();
        this.rows = frame.rows();
        this.values = new int[Math.multiplyExact(columns, rows)];
        var colours = frame.colours();
        for (int r = 0; r < rows; r++) colours.load(r, 0, columns, values, r * columns);
    }

    @Override
    public int[] colours(ImagePlane plane, int width, int height, Pieces pieces) throws Refusal {
        var argb = new int[Math.multiplyExact(width, height)];
        pieces.compute(
                Math.ceilDiv(height, BAND),
                () ->
                        band -> {
                            int end = Math.min(height, (band + 1) * BAND);
                            for (int y = band * BAND; y < end; y++)
                                for (int x = 0; x < width; x++) {
                                    var at = own.toImage(plane.toPatient(x, y));
                                    argb[y * width + x] = sample(at.column(), at.row());
                                }
                        });
        return argb;
    }

    private int sample(double column, double row) {
        if (!(column >= -0.5 && row >= -0.5 && column < columns - 0.5 && row < rows - 0.5))
            return 0;
        double c = Math.clamp(column, 0, columns - 1.0);
        double r = Math.clamp(row, 0, rows - 1.0);
        int left = Math.min((int) c, Math.max(0, columns - 2));
        int top = Math.min((int) r, Math.max(0, rows - 2));
        int right = Math.min(left + 1, columns - 1);
        int bottom = Math.min(top + 1, rows - 1);
        double x = c - left;
        double y = r - top;
        int mixed = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            double upper = level(left, top, shift) * (1 - x) + level(right, top, shift) * x;
            double lower = level(left, bottom, shift) * (1 - x) + level(right, bottom, shift) * x;
            mixed |= (int) (upper * (1 - y) + lower * y + 0.5) << shift;
        }
        return mixed;
    }

    private int level(int column, int row, int shift) {
        return values[row * columns + column] >> shift & 0xFF;
    }
}
