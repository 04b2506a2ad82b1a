package org.tyde.imaging.picture;

import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.lut.ValueRange;

/// Every grey a frame can show, by stored value: index 0 is padding (black), index 1 + (value - least) *
/// steps is a value. Between two stored values there are as many steps as fit in 65536 entries, so that an
/// interpolated value is not rounded to a stored one where the range is small. Ranges that do not fit are
/// computed value by value.
public final class GreyTable {
    private static final int ENTRIES = 1 << 16;
    private static final int MOST_STEPS = 256;
    static final int BLACK = 0xFF000000;

    final double least;
    final float steps;
    private final GrayscalePipeline pipeline;
    private final int[] colours;

    /// @param pipeline to grey
    /// @param range of the values that will be looked up
    /// @param floating whether they are no whole numbers
    public GreyTable(GrayscalePipeline pipeline, ValueRange range, boolean floating) {
        this.pipeline = pipeline;
        this.least = range.least();
        double values = range.greatest() - range.least() + 1;
        if (floating || values > 2.0 * ENTRIES) {
            steps = 1;
            colours = new int[0];
            return;
        }
        int fit = 1;
        while (fit < MOST_STEPS && values * fit * 2 <= ENTRIES) fit *= 2;
        steps = fit;
        colours = new int[2 + (int) ((values - 1) * fit)];
        colours[0] = BLACK;
        for (int i = 1; i < colours.length; i++)
            colours[i] = opaque(pipeline.grey(least + (i - 1) / (double) fit));
    }

    /// @param values before the Modality LUT, as they are; not a number for padding
    /// @param from index
    /// @param to index behind the last
    /// @param into takes opaque colours
    /// @param at index there of the value at index 0
    public void paint(float[] values, int from, int to, int[] into, int at) {
        if (colours.length > 0) {
            var table = colours;
            float first = (float) (1.5 - least * steps);
            for (int i = from; i < to; i++) into[at + i] = table[(int) (values[i] * steps + first)];
            return;
        }
        for (int i = from; i < to; i++)
            into[at + i] = Float.isNaN(values[i]) ? BLACK : opaque(pipeline.grey(values[i]));
    }

    /// @param line `1 + (value - least) * steps`, not a number for padding; from `from` to `to`
    void colour(float[] line, int from, int to, int[] into) {
        if (colours.length > 0) {
            var table = colours;
            for (int i = from; i < to; i++) into[i] = table[(int) (line[i] + 0.5f)];
            return;
        }
        for (int i = from; i < to; i++)
            into[i] =
                    Float.isNaN(line[i])
                            ? BLACK
                            : opaque(pipeline.grey(least + ((double) line[i] - 1)));
    }

    private static int opaque(int grey) {
        return BLACK | grey * 0x010101;
    }
}
