package org.tyde.volume;

import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.picture.Greys;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/// One frame as a layer over pictures in its own plane. Stored values are interpolated linearly; a place one of
/// whose four neighbours is no picture takes the nearest, as in volumes. Outside begins half a pixel beyond the
/// outermost centres.
public final class FrameLayer implements Layer {
    private static final int BAND = 16;

    private final ImagePlane own;
    private final Greys table;
    private final ModalityLut modality;
    private final DoublePredicate shown;
    private final int columns;
    private final int rows;
    private final float[] values;

    /// @param frame grey, at full size
    /// @param own where it lies
    /// @param pipeline from its stored values to colours
    /// @param shown which values with a meaning are seen
    public FrameLayer(
            Frame frame, ImagePlane own, GrayscalePipeline pipeline, DoublePredicate shown) {
        this.own = own;
        this.modality = pipeline.modality();
        this.shown = shown;
        this.columns = frame.columns();
        this.rows = frame.rows();
        boolean wide = frame.format().floating() || frame.format().bitsStored() > Short.SIZE;
        this.table = Greys.of(pipeline, frame.range(), wide);
        this.values = new float[Math.multiplyExact(columns, rows)];
        var line = new double[columns];
        Arrays.fill(values, Float.NaN);
        for (int r = 0; r < frame.rowsThere(); r++) {
            frame.copyRow(r, line);
            for (int c = 0; c < columns; c++)
                if (!frame.isPadding(line[c])) values[r * columns + c] = (float) line[c];
        }
    }

    @Override
    public int[] colours(ImagePlane plane, int width, int height, Pieces pieces) throws Refusal {
        var argb = new int[Math.multiplyExact(width, height)];
        var origin = own.toImage(plane.toPatient(0, 0));
        var right = own.toImage(plane.toPatient(1, 0));
        var down = own.toImage(plane.toPatient(0, 1));
        var across = new ImagePoint(right.column() - origin.column(), right.row() - origin.row());
        var along = new ImagePoint(down.column() - origin.column(), down.row() - origin.row());
        pieces.compute(
                Math.ceilDiv(height, BAND),
                () -> {
                    var line = new float[width];
                    return band -> {
                        int end = Math.min(height, (band + 1) * BAND);
                        for (int y = band * BAND; y < end; y++) {
                            for (int x = 0; x < width; x++)
                                line[x] =
                                        sample(
                                                origin.column()
                                                        + x * across.column()
                                                        + y * along.column(),
                                                origin.row() + x * across.row() + y * along.row());
                            Layer.hide(line, 0, width, modality, shown);
                            table.paint(line, 0, width, argb, y * width);
                            for (int x = 0; x < width; x++)
                                if (Float.isNaN(line[x])) argb[y * width + x] = 0;
                        }
                    };
                });
        return argb;
    }

    private float sample(double column, double row) {
        if (!(column >= -0.5 && row >= -0.5 && column < columns - 0.5 && row < rows - 0.5))
            return Float.NaN;
        double c = Math.clamp(column, 0, columns - 1.0);
        double r = Math.clamp(row, 0, rows - 1.0);
        int left = Math.min((int) c, Math.max(0, columns - 2));
        int top = Math.min((int) r, Math.max(0, rows - 2));
        int right = Math.min(left + 1, columns - 1);
        int bottom = Math.min(top + 1, rows - 1);
        double x = c - left;
        double y = r - top;
        double upper = values[top * columns + left] * (1 - x) + values[top * columns + right] * x;
        double lower =
                values[bottom * columns + left] * (1 - x) + values[bottom * columns + right] * x;
        float mixed = (float) (upper * (1 - y) + lower * y);
        return Float.isNaN(mixed)
                ? values[(int) Math.round(r) * columns + (int) Math.round(c)]
                : mixed;
    }
}
