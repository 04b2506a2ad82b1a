package org.tyde.imaging.picture;

import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.lut.ValueRange;

/// From values to pixels, of one window. A line holds `(value - zero) * scale + offset`, not a number where
/// there is padding, which is black whatever the polarity. Every whole stored value gets the grey that the
/// pipeline gives it. Immutable.
public sealed interface Greys permits Ramp, GreyTable, GreyFunction {
    /// Opaque black.
    int BLACK = 0xFF000000;

    /// @param pipeline before its Modality LUT
    /// @param range of the values that will be asked for
    /// @param wide whether they are IEEE values, or whole numbers of more than 16 bits
    /// @return its greys
    static Greys of(GrayscalePipeline pipeline, ValueRange range, boolean wide) {
        var ramp = Ramp.of(pipeline, wide);
        if (ramp.isPresent()) return ramp.get();
        boolean many = range.greatest() - range.least() > GreyTable.MOST_VALUES;
        return wide || many
                ? new GreyFunction(pipeline, range.least())
                : new GreyTable(pipeline, range);
    }

    /// @return the value that is at `offset` in a line
    double zero();

    /// @return what a step from one value to the next is in a line
    double scale();

    /// @return added in a line
    double offset();

    /// @param line from `from` to `to`
    /// @param from first index
    /// @param to index behind the last
    /// @param into takes the pixel of `line[i]` at `at + i`
    /// @param at index there of the pixel of `line[0]`
    void colour(float[] line, int from, int to, int[] into, int at);

    /// @param values as they are, not a number for padding; they become a line
    /// @param from first index
    /// @param to index behind the last
    /// @param into takes the pixel of `values[i]` at `at + i`
    /// @param at index there of the pixel of `values[0]`
    default void paint(float[] values, int from, int to, int[] into, int at) {
        float zero = (float) zero();
        float scale = (float) scale();
        float offset = (float) offset();
        for (int i = from; i < to; i++) values[i] = (values[i] - zero) * scale + offset;
        colour(values, from, to, into, at);
    }

    /// @param grey 0 to 255
    /// @return an opaque pixel
    static int opaque(int grey) {
        return BLACK | grey * 0x010101;
    }
}
