package org.tyde.imaging;

import org.tyde.codec.Samples;

/// Reads lines of a frame as floats, a line being a row or (where the picture is turned by a quarter) a
/// column: `1 + (value - least) * steps`, not a number where there is padding.
final class ValueLines {
    private final Frame frame;
    private final boolean columns;
    private final double least;
    private final float steps;
    private final boolean gaps;

    ValueLines(Frame frame, boolean columns, double least, float steps) {
        this.frame = frame;
        this.columns = columns;
        this.least = least;
        this.steps = steps;
        this.gaps = frame.padding().isPresent() || frame.format().floating();
    }

    /// @return whether lines may hold values that are not numbers
    boolean gaps() {
        return gaps;
    }

    void load(int line, int from, int count, float[] into) {
        int width = frame.columns();
        int start = columns ? from * width + line : line * width + from;
        int step = columns ? width : 1;
        var samples = frame.stored();
        if (gaps) padded(start, step, count, into);
        else if (samples instanceof Samples.Shorts s) shorts(s.values(), start, step, count, into);
        else if (samples instanceof Samples.Bytes b) bytes(b.values(), start, step, count, into);
        else padded(start, step, count, into);
    }

    private void shorts(short[] v, int start, int step, int count, float[] into) {
        int mask = frame.format().signed() ? -1 : 0xFFFF;
        float scale = steps;
        float base = (float) (1 - least * steps);
        if (step == 1)
            for (int i = 0; i < count; i++) into[i] = (v[start + i] & mask) * scale + base;
        else
            for (int i = 0, p = start; i < count; i++, p += step)
                into[i] = (v[p] & mask) * scale + base;
    }

    private void bytes(byte[] v, int start, int step, int count, float[] into) {
        int mask = frame.format().signed() ? -1 : 0xFF;
        float scale = steps;
        float base = (float) (1 - least * steps);
        for (int i = 0, p = start; i < count; i++, p += step)
            into[i] = (v[p] & mask) * scale + base;
    }

    private void padded(int start, int step, int count, float[] into) {
        for (int i = 0, p = start; i < count; i++, p += step) {
            double v = frame.at(p);
            into[i] = frame.isPadding(v) ? Float.NaN : (float) ((v - least) * steps + 1);
        }
    }
}
