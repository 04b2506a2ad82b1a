package org.tyde.imaging;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.imaging.lut.Lut;

import java.util.List;
import java.util.Optional;

/// The mean of contrast frames less that of a mask, pixel by pixel.
final class MaskDifference {
    private final int columns;
    private final int rows;
    private final double[] all;

    private MaskDifference(Frame first) {
        this.columns = first.columns();
        this.rows = first.rows();
        this.all = new double[Math.multiplyExact(columns, rows)];
    }

    static Frame of(MaskSubtraction.Step step, List<Frame> contrast, List<Frame> mask) {
        var first = contrast.getFirst();
        var difference = new MaskDifference(first);
        difference.add(contrast, step.contrast(), step, 1.0 / contrast.size(), difference.all);
        double weight = -1.0 / mask.size();
        if (step.shift().equals(MaskShift.NONE))
            difference.add(mask, step.mask(), step, weight, difference.all);
        else {
            var moved = new double[difference.all.length];
            difference.add(mask, step.mask(), step, weight, moved);
            difference.addMoved(moved, step.shift());
        }
        return difference.frame(first.format());
    }

    private Frame frame(FrameFormat like) {
        var values = new float[all.length];
        for (int i = 0; i < values.length; i++) values[i] = (float) all[i];
        var format =
                new FrameFormat(
                        rows, columns, 1, 32, 32, 31, true, true, like.photometric(), false);
        return Frame.of(new Samples.Floats(format, values));
    }

    private void add(
            List<Frame> frames,
            List<Integer> numbers,
            MaskSubtraction.Step step,
            double weight,
            double[] into) {
        var row = new double[columns];
        for (int f = 0; f < frames.size(); f++) {
            var frame = frames.get(f);
            if (frame.columns() != columns || frame.rows() != rows)
                throw new IllegalArgumentException("frames of several sizes");
            var table = Optional.ofNullable(step.tables().get(numbers.get(f)));
            for (int r = 0; r < rows; r++) {
                frame.copyRow(r, row);
                for (int c = 0; c < columns; c++)
                    into[r * columns + c] +=
                            frame.isPadding(row[c]) ? Double.NaN : weight * value(row[c], table);
            }
        }
    }

    private static double value(double stored, Optional<Lut> table) {
        return table.isPresent() ? table.get().at(stored) : stored;
    }

    private void addMoved(double[] mask, MaskShift shift) {
        int[] places = shift.places(columns, rows);
        for (int r = 0, i = 0; r < rows; r++)
            for (int c = 0; c < columns; c++, i++) {
                if (places[i] < 0) all[i] += mask[i];
                else {
                    var part = shift.parts().get(places[i]);
                    all[i] += between(mask, c + part.left(), r - part.down());
                }
            }
    }

    private double between(double[] v, double column, double row) {
        if (column < 0 || row < 0 || column > columns - 1 || row > rows - 1) return Double.NaN;
        int c = (int) column;
        int r = (int) row;
        int right = Math.min(c + 1, columns - 1);
        int below = Math.min(r + 1, rows - 1);
        double x = column - c;
        double y = row - r;
        double above =
                x == 0 ? v[r * columns + c] : mix(v[r * columns + c], v[r * columns + right], x);
        if (y == 0) return above;
        double under =
                x == 0
                        ? v[below * columns + c]
                        : mix(v[below * columns + c], v[below * columns + right], x);
        return mix(above, under, y);
    }

    private static double mix(double a, double b, double part) {
        return a + (b - a) * part;
    }
}
