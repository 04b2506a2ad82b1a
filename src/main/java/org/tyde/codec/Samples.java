package org.tyde.codec;

/// The stored values of one decoded frame: rows top to bottom, columns left to right, the samples of a
/// pixel together, sign-extended where signed, bits outside Bits Stored cleared. Whoever decoded it
/// has given the array away: the receiver owns it, and only [org.tyde.codec] and `imaging` see it.
public abstract sealed class Samples {
    private final FrameFormat format;
    private final long bytes;

    private Samples(FrameFormat format, long bytes) {
        this.format = format;
        this.bytes = bytes;
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
            super(format, values.length);
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
            super(format, 2L * values.length);
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
            super(format, 4L * values.length);
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
            super(format, 8L * values.length);
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
            super(format, 4L * values.length);
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
            super(format, 8L * values.length);
            this.values = values;
        }

        /// @return the values themselves
        public double[] values() {
            return values;
        }
    }
}
