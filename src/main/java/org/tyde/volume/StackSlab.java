package org.tyde.volume;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.imaging.Frame;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Optional;

/// Parallel frames of one stack seen through each other, without a volume: pixel by pixel the greatest, the
/// mean or the least of their values. Padding takes no part.
public final class StackSlab {
    private StackSlab() {}

    /// A frame and what its values mean.
    ///
    /// @param number in its stack, from 1
    /// @param frame at full size
    /// @param modality of it
    public record Layer(int number, Frame frame, ModalityLut modality) {}

    /// @param layers at least one, of one shape
    /// @param shown which of them stands for all: values come out as its stored ones, so that its Modality
    ///     LUT holds
    /// @param projection what becomes of values behind one another
    /// @return stored values as they are where greatest or least is asked for and one rescale holds for all;
    ///     else values of 32 bits, not a number where all are padding
    /// @throws Refusal naming the layer that has another shape or colour, or values of another kind
    public static Frame of(List<Layer> layers, Layer shown, SlabProjection projection)
            throws Refusal {
        boolean alike = true;
        for (var layer : layers) {
            check(layer, shown);
            alike &= layer.modality.equals(shown.modality);
        }
        if (layers.size() == 1) return shown.frame;
        boolean whole =
                alike
                        && projection != SlabProjection.MEAN
                        && shown.frame.padding().isEmpty()
                        && layers.stream().allMatch(l -> l.frame.rowsThere() == l.frame.rows())
                        && !shown.frame.format().floating()
                        && shown.frame.format().bitsStored() <= 16
                        && shown.frame.format().bitsStored() > 8;
        return whole
                ? stored(layers, shown.frame, greatest(shown, projection))
                : computed(layers, shown, projection);
    }

    private static void check(Layer layer, Layer shown) throws Refusal {
        var frame = layer.frame;
        if (!frame.grey() || frame.mixed()) throw new Refusal(VolumeReason.NOT_GREY, layer.number);
        if (frame.columns() != shown.frame.columns() || frame.rows() != shown.frame.rows())
            throw new Refusal(
                    VolumeReason.OTHER_SHAPE,
                    layer.number,
                    frame.columns(),
                    frame.rows(),
                    shown.frame.columns(),
                    shown.frame.rows());
        var its = layer.modality;
        if (its.table().isPresent()) throw new Refusal(VolumeReason.BY_TABLE, layer.number);
        if (!its.unit().equals(shown.modality.unit()))
            throw new Refusal(VolumeReason.OTHER_UNIT, shown.number, layer.number);
    }

    private static Frame stored(List<Layer> layers, Frame shown, boolean greatest) {
        var format = shown.format();
        int columns = format.columns();
        var values = new short[Math.toIntExact(format.pixels())];
        var line = new int[columns];
        var most = new int[columns];
        for (int row = 0; row < format.rows(); row++) {
            layers.getFirst().frame.copyRow(row, most);
            for (var layer : layers.subList(1, layers.size())) {
                layer.frame.copyRow(row, line);
                if (greatest)
                    for (int c = 0; c < columns; c++) most[c] = Math.max(most[c], line[c]);
                else for (int c = 0; c < columns; c++) most[c] = Math.min(most[c], line[c]);
            }
            for (int c = 0; c < columns; c++) values[row * columns + c] = (short) most[c];
        }
        return Frame.of(new Samples.Shorts(format, values));
    }

    private static Frame computed(List<Layer> layers, Layer shown, SlabProjection projection) {
        var format = shown.frame.format();
        int columns = format.columns();
        var values = new float[Math.toIntExact(format.pixels())];
        var line = new double[columns];
        var result = new double[columns];
        var count = new int[columns];
        for (int row = 0; row < format.rows(); row++) {
            java.util.Arrays.fill(count, 0);
            for (var layer : layers) {
                if (row >= layer.frame.rowsThere()) continue;
                layer.frame.copyRow(row, line);
                double slope = layer.modality.slope() / shown.modality.slope();
                double shift =
                        (layer.modality.intercept() - shown.modality.intercept())
                                / shown.modality.slope();
                for (int c = 0; c < columns; c++) {
                    if (layer.frame.isPadding(line[c])) continue;
                    double value = slope * line[c] + shift;
                    result[c] = count[c] == 0 ? value : joined(result[c], value, shown, projection);
                    count[c]++;
                }
            }
            for (int c = 0; c < columns; c++) {
                double value = projection == SlabProjection.MEAN ? result[c] / count[c] : result[c];
                values[row * columns + c] = count[c] == 0 ? Float.NaN : (float) value;
            }
        }
        return Frame.of(
                new Samples.Floats(floats(format), values),
                Optional.<PixelPadding>empty(),
                Optional.empty());
    }

    private static double joined(double a, double b, Layer shown, SlabProjection projection) {
        if (projection == SlabProjection.MEAN) return a + b;
        return greatest(shown, projection) ? Math.max(a, b) : Math.min(a, b);
    }

    /// Greatest and least are meant of the values after the Modality LUT, whose slope may be negative.
    private static boolean greatest(Layer shown, SlabProjection projection) {
        return projection == SlabProjection.MAXIMUM == shown.modality.slope() > 0;
    }

    private static FrameFormat floats(FrameFormat format) {
        return new FrameFormat(
                format.rows(),
                format.columns(),
                1,
                32,
                32,
                31,
                true,
                true,
                format.photometric(),
                false);
    }
}
