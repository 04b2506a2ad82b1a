package org.tyde.imaging.picture;

import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;

import java.util.Arrays;

/// Every grey a frame can show, by stored value: index 0 is padding (black), index 1 + (value - least) *
/// steps is a value. Between two stored values there are as many steps as fit in 65536 entries, so that an
/// interpolated value is not rounded to a stored one where the range is small.
final class GreyTable implements Greys {
    private static final int ENTRIES = 1 << 16;
    private static final int MOST_STEPS = 256;
    static final int MOST_VALUES = 2 * ENTRIES;

    private final GrayscalePipeline pipeline;
    private final double least;
    private final int steps;
    private final int[] colours;

    /// @param range of at most [#MOST_VALUES] whole numbers
    GreyTable(GrayscalePipeline pipeline, ValueRange range) {
        this.pipeline = pipeline;
        this.least = range.least();
        double values = range.greatest() - range.least() + 1;
        int fit = 1;
        while (fit < MOST_STEPS && values * fit * 2 <= ENTRIES) fit *= 2;
        steps = fit;
        colours = new int[2 + (int) ((values - 1) * fit)];
        colours[0] = BLACK;
        int last = colours.length - 1;
        colours[1] = entry(1);
        colours[last] = entry(last);
        boolean ordered =
                pipeline.windowed().isPresent()
                        && pipeline.modality().table().isEmpty()
                        && switch (pipeline.presentation()) {
                            case PresentationLut.Identity(), PresentationLut.Inverse() -> true;
                            case PresentationLut.Table _, PresentationLut.Colours _ -> false;
                        };
        if (ordered) between(1, last);
        else for (int i = 2; i < last; i++) colours[i] = entry(i);
    }

    /// Greys that only rise, or only fall, are the same between two that are the same.
    private void between(int low, int high) {
        if (high - low < 2) return;
        if (colours[low] == colours[high]) {
            Arrays.fill(colours, low + 1, high, colours[low]);
            return;
        }
        int middle = (low + high) >>> 1;
        colours[middle] = entry(middle);
        between(low, middle);
        between(middle, high);
    }

    private int entry(int i) {
        return BLACK | pipeline.rgb(least + (i - 1) / (double) steps);
    }

    @Override
    public double zero() {
        return least;
    }

    @Override
    public double scale() {
        return steps;
    }

    @Override
    public double offset() {
        return 1;
    }

    @Override
    public void colour(float[] line, int from, int to, int[] into, int at) {
        var table = colours;
        for (int i = from; i < to; i++) into[at + i] = table[(int) (line[i] + 0.5f)];
    }
}
