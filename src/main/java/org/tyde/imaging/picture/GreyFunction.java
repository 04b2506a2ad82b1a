package org.tyde.imaging.picture;

import org.tyde.imaging.GrayscalePipeline;

/// Greys computed value by value, where no table can hold them.
///
/// @param pipeline to grey
/// @param zero near the values, so that their differences from it are exact
record GreyFunction(GrayscalePipeline pipeline, double zero) implements Greys {
    @Override
    public double scale() {
        return 1;
    }

    @Override
    public double offset() {
        return 0;
    }

    @Override
    public void colour(float[] line, int from, int to, int[] into, int at) {
        for (int i = from; i < to; i++)
            into[at + i] = Float.isNaN(line[i]) ? BLACK : BLACK | pipeline.rgb(zero + line[i]);
    }
}
