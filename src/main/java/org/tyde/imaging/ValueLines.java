package org.tyde.imaging;

import org.tyde.codec.Samples;
import org.tyde.imaging.lut.PixelPadding;

import java.util.Objects;

/// The way of kernels to the values of a grey frame: parts of its rows, or of its columns, as floats
/// `(value - zero) * scale + offset`, not a number where there is padding. Exact where zero, scale and
/// offset are whole and so is what comes out, below 2^24. Immutable; each reader brings its own array.
public final class ValueLines {
    private static final PixelPadding NOTHING = new PixelPadding(1, 0);

    /// A float added and taken away again leaves whole numbers.
    private static final float WHOLE = 0x1.8p23f;

    private final Frame frame;
    private final boolean columns;
    private final double zero;
    private final double scale;
    private final double offset;
    private final boolean whole;

    ValueLines(Frame frame, boolean columns, double zero, double scale, double offset) {
        this.frame = frame;
        this.columns = columns;
        this.zero = zero;
        this.scale = scale;
        this.offset = offset;
        this.whole = Math.rint(zero) == zero && Math.abs(zero) < 1 << 24;
    }

    /// @return whether lines may hold values that are not numbers
    public boolean gaps() {
        return frame.padding().isPresent()
                || frame.format().floating()
                || frame.rowsThere() < frame.rows();
    }

    /// @param line of the frame: the row, or the column
    /// @param from first pixel of the line
    /// @param count pixels
    /// @param into takes them
    /// @param at index of the first
    public void load(int line, int from, int count, float[] into, int at) {
        Objects.checkIndex(line, columns ? frame.columns() : frame.rows());
        Objects.checkFromIndexSize(from, count, columns ? frame.rows() : frame.columns());
        int width = frame.columns();
        int start = columns ? from * width + line : line * width + from;
        int step = columns ? width : 1;
        var samples = frame.stored();
        if (whole && samples instanceof Samples.Shorts s) {
            if (step == 1) shorts(s.values(), start, count, into, at);
            else shorts(s.values(), start, step, count, into, at);
            if (gaps()) gaps(s.values(), start, step, count, into, at);
        } else if (whole && samples instanceof Samples.Bytes b) {
            bytes(b.values(), start, step, count, into, at);
            if (gaps()) others(start, step, count, into, at);
        } else others(start, step, count, into, at);
    }

    private int mask(int unsigned) {
        return frame.format().signed() ? -1 : unsigned;
    }

    /// Without whole-number arithmetic between short and float, which keeps the JIT from vectorising. All terms
    /// are whole and below 2^24, so nothing is rounded. A short from 32768 on comes as negative; that is told
    /// in float, too: rounded to a whole number (by [#WHOLE]), `(f - 32767.5) / 65536` is -1 for those and 0 else.
    private void shorts(short[] v, int start, int count, float[] into, int at) {
        float slope = (float) scale;
        float base = (float) (offset - zero * scale);
        if (frame.format().signed() || frame.format().bitsStored() < 16) {
            for (int i = 0; i < count; i++) into[at + i] = v[start + i] * slope + base;
            return;
        }
        for (int i = 0; i < count; i++) {
            float f = v[start + i];
            float wrapped = (f - 32767.5f) * 0x1p-16f + WHOLE - WHOLE;
            into[at + i] = (f - 65536 * wrapped) * slope + base;
        }
    }

    private void shorts(short[] v, int start, int step, int count, float[] into, int at) {
        int mask = mask(0xFFFF);
        int origin = (int) zero;
        float slope = (float) scale;
        float base = (float) offset;
        for (int i = 0, p = start; i < count; i++, p += step)
            into[at + i] = ((v[p] & mask) - origin) * slope + base;
    }

    private void gaps(short[] v, int start, int step, int count, float[] into, int at) {
        int mask = mask(0xFFFF);
        var padding = frame.padding().orElse(NOTHING);
        int least = (int) Math.clamp(padding.least(), -1 << 17, 1 << 17);
        int greatest = (int) Math.clamp(padding.greatest(), -1 << 17, 1 << 17);
        int end = frame.rowsThere() * frame.columns();
        for (int i = 0, p = start; i < count; i++, p += step) {
            int value = v[p] & mask;
            if (value >= least && value <= greatest || p >= end) into[at + i] = Float.NaN;
        }
    }

    private void bytes(byte[] v, int start, int step, int count, float[] into, int at) {
        int mask = mask(0xFF);
        int origin = (int) zero;
        float slope = (float) scale;
        float base = (float) offset;
        for (int i = 0, p = start; i < count; i++, p += step)
            into[at + i] = ((v[p] & mask) - origin) * slope + base;
    }

    private void others(int start, int step, int count, float[] into, int at) {
        for (int i = 0, p = start; i < count; i++, p += step) {
            double v = frame.at(p);
            into[at + i] = frame.isPadding(v) ? Float.NaN : (float) ((v - zero) * scale + offset);
        }
    }
}
