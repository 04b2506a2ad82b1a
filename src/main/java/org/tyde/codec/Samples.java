package org.tyde.codec;

import org.tyde.refusal.Refusal;

import java.util.Arrays;

/// The stored values of one decoded frame: rows top to bottom, columns left to right, the samples of a
/// pixel together, sign-extended where signed, bits outside Bits Stored cleared. Whoever decoded it
/// has given the array away: the receiver owns it, and only [org.tyde.codec] and `imaging` see it.
public abstract sealed class Samples {
    private final FrameFormat format;
    private final Fidelity fidelity;
    private final long bytes;

    private Samples(FrameFormat format, Fidelity fidelity, long bytes) {
        this.format = format;
        this.fidelity = fidelity;
        this.bytes = bytes;
    }

    /// @return how much of the frame they are; the values of rows that are not there are 0
    public Fidelity fidelity() {
        return fidelity;
    }

    /// The same values, of which only the first rows are part of the picture.
    ///
    /// @param rows from the top
    /// @param coarse as of [Fidelity.Partial]
    /// @param why as of [Fidelity.Partial]
    /// @return these rows; all other values are cleared
    /// @throws Refusal `why`, where there is no row
    public Samples upTo(int rows, boolean coarse, Refusal why) throws Refusal {
        if (rows < 1) throw why;
        var part = new Fidelity.Partial(rows, format.rows(), coarse, why);
        int from = rows * format.columns() * format.samplesPerPixel();
        return switch (this) {
            case Bytes b -> {
                Arrays.fill(b.values, from, b.values.length, (byte) 0);
                yield new Bytes(format, part, b.values);
            }
            case Shorts s -> {
                Arrays.fill(s.values, from, s.values.length, (short) 0);
                yield new Shorts(format, part, s.values);
            }
            case Ints i -> {
                Arrays.fill(i.values, from, i.values.length, 0);
                yield new Ints(format, part, i.values);
            }
            case Longs l -> {
                Arrays.fill(l.values, from, l.values.length, 0);
                yield new Longs(format, part, l.values);
            }
            case Floats f -> {
                Arrays.fill(f.values, from, f.values.length, 0);
                yield new Floats(format, part, f.values);
            }
            case Doubles d -> {
                Arrays.fill(d.values, from, d.values.length, 0);
                yield new Doubles(format, part, d.values);
            }
        };
    }

    /// @return the format of these samples, which a decoder may have changed (colour by pixel, RGB)
    public FrameFormat format() {
        return format;
    }

    /// @return bytes the values take in memory
    public long bytes() {
        return bytes;
    }

    /// Cells of 1 to 8 bits, one byte each.
    public static final class Bytes extends Samples {
        private final byte[] values;

        /// @param format of the values
        /// @param values given away
        public Bytes(FrameFormat format, byte[] values) {
            this(format, Fidelity.WHOLE, values);
        }

        private Bytes(FrameFormat format, Fidelity fidelity, byte[] values) {
            super(format, fidelity, values.length);
            this.values = values;
        }

        /// @return the values themselves
        public byte[] values() {
            return values;
        }
    }

    /// Cells of 9 to 16 bits.
    public static final class Shorts extends Samples {
        private final short[] values;

        /// @param format of the values
        /// @param values given away
        public Shorts(FrameFormat format, short[] values) {
            this(format, Fidelity.WHOLE, values);
        }

        private Shorts(FrameFormat format, Fidelity fidelity, short[] values) {
            super(format, fidelity, 2L * values.length);
            this.values = values;
        }

        /// @return the values themselves
        public short[] values() {
            return values;
        }
    }

    /// Cells of 17 to 32 bits; an unsigned value above 2^31 - 1 is its two's complement.
    public static final class Ints extends Samples {
        private final int[] values;

        /// @param format of the values
        /// @param values given away
        public Ints(FrameFormat format, int[] values) {
            this(format, Fidelity.WHOLE, values);
        }

        private Ints(FrameFormat format, Fidelity fidelity, int[] values) {
            super(format, fidelity, 4L * values.length);
            this.values = values;
        }

        /// @return the values themselves
        public int[] values() {
            return values;
        }
    }

    /// Cells of 33 to 64 bits; an unsigned value above 2^63 - 1 is its two's complement.
    public static final class Longs extends Samples {
        private final long[] values;

        /// @param format of the values
        /// @param values given away
        public Longs(FrameFormat format, long[] values) {
            this(format, Fidelity.WHOLE, values);
        }

        private Longs(FrameFormat format, Fidelity fidelity, long[] values) {
            super(format, fidelity, 8L * values.length);
            this.values = values;
        }

        /// @return the values themselves
        public long[] values() {
            return values;
        }
    }

    /// Float Pixel Data (7FE0,0008).
    public static final class Floats extends Samples {
        private final float[] values;

        /// @param format of the values
        /// @param values given away
        public Floats(FrameFormat format, float[] values) {
            this(format, Fidelity.WHOLE, values);
        }

        private Floats(FrameFormat format, Fidelity fidelity, float[] values) {
            super(format, fidelity, 4L * values.length);
            this.values = values;
        }

        /// @return the values themselves
        public float[] values() {
            return values;
        }
    }

    /// Double Float Pixel Data (7FE0,0009).
    public static final class Doubles extends Samples {
        private final double[] values;

        /// @param format of the values
        /// @param values given away
        public Doubles(FrameFormat format, double[] values) {
            this(format, Fidelity.WHOLE, values);
        }

        private Doubles(FrameFormat format, Fidelity fidelity, double[] values) {
            super(format, fidelity, 8L * values.length);
            this.values = values;
        }

        /// @return the values themselves
        public double[] values() {
            return values;
        }
    }
}
