package org.tyde.imaging;

import org.tyde.codec.Samples;

import java.util.Objects;

/// The way of kernels to the values of a grey frame: parts of its rows, or of its columns, as floats
/// `(value - zero) * scale + offset`, not a number where there is padding. Exact where these are whole
/// numbers below 2^24. Immutable; each reader brings its own array.
public final class ValueLines {
    private final Frame frame;
    private final boolean columns;
    private final double zero;
    private final float scale;
    private final float offset;
    private final boolean gaps;

    ValueLines(Frame frame, boolean columns, double zero, float scale, float offset) {
        this.frame = frame;
        this.columns = columns;
        this.zero = zero;
        this.scale = scale;
        this.offset = offset;
        this.gaps = frame.padding().isPresent() || frame.format().floating();
    }

    /// @return whether lines may hold values that are not numbers
    public boolean gaps() {
        return gaps;
    }

    /// @param line of the frame: the row, or the column
    /// @param from first pixel of the line
    /// @param count pixels
    /// @param into takes them from its index 0
    public void load(int line, int from, int count, float[] into) {
        Objects.checkIndex(line, columns ? frame.columns() : frame.rows());
        Objects.checkFromIndexSize(from, count, columns ? frame.rows() : frame.columns());
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
        float slope = scale;
        float base = (float) (offset - zero * scale);
        if (step == 1)
            for (int i = 0; i < count; i++) into[i] = (v[start + i] & mask) * slope + base;
        else
            for (int i = 0, p = start; i < count; i++, p += step)
                into[i] = (v[p] & mask) * slope + base;
    }

    private void bytes(byte[] v, int start, int step, int count, float[] into) {
        int mask = frame.format().signed() ? -1 : 0xFF;
        float slope = scale;
        float base = (float) (offset - zero * scale);
        for (int i = 0, p = start; i < count; i++, p += step)
            into[i] = (v[p] & mask) * slope + base;
    }

    private void padded(int start, int step, int count, float[] into) {
        for (int i = 0, p = start; i < count; i++, p += step) {
            double v = frame.at(p);
            into[i] = frame.isPadding(v) ? Float.NaN : (float) ((v - zero) * scale + offset);
        }
    }
}
