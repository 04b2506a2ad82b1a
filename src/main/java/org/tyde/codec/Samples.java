package org.tyde.codec;

/// The stored values of one decoded frame: rows top to bottom, columns left to right, the samples of a
/// pixel together, sign-extended where signed, bits outside Bits Stored cleared. Whoever decoded it
/// has given the array away: the receiver owns it, and only [org.tyde.codec] and `imaging` see it.
public sealed interface Samples {
    /// @return the format of these samples, which a decoder may have changed (colour by pixel, RGB)
    FrameFormat format();

    /// @return bytes the values take in memory
    long bytes();

    /// Cells of 1 to 8 bits, one byte each.
    final class Bytes implements Samples {
        private final FrameFormat format;
        private final byte[] values;

        /// @param format of the values
        /// @param values given away
        public Bytes(FrameFormat format, byte[] values) {
            this.format = format;
            this.values = values;
        }

        /// @return the values themselves
        public byte[] values() {
            return values;
        }

        @Override
        public FrameFormat format() {
            return format;
        }

        @Override
        public long bytes() {
            return values.length;
        }
    }

    /// Cells of 9 to 16 bits.
    final class Shorts implements Samples {
        private final FrameFormat format;
        private final short[] values;

        /// @param format of the values
        /// @param values given away
        public Shorts(FrameFormat format, short[] values) {
            this.format = format;
            this.values = values;
        }

        /// @return the values themselves
        public short[] values() {
            return values;
        }

        @Override
        public FrameFormat format() {
            return format;
        }

        @Override
        public long bytes() {
            return 2L * values.length;
        }
    }

    /// Cells of 32 bits; an unsigned value above 2^31 - 1 is its two's complement.
    final class Ints implements Samples {
        private final FrameFormat format;
        private final int[] values;

        /// @param format of the values
        /// @param values given away
        public Ints(FrameFormat format, int[] values) {
            this.format = format;
            this.values = values;
        }

        /// @return the values themselves
        public int[] values() {
            return values;
        }

        @Override
        public FrameFormat format() {
            return format;
        }

        @Override
        public long bytes() {
            return 4L * values.length;
        }
    }

    /// Float Pixel Data (7FE0,0008).
    final class Floats implements Samples {
        private final FrameFormat format;
        private final float[] values;

        /// @param format of the values
        /// @param values given away
        public Floats(FrameFormat format, float[] values) {
            this.format = format;
            this.values = values;
        }

        /// @return the values themselves
        public float[] values() {
            return values;
        }

        @Override
        public FrameFormat format() {
            return format;
        }

        @Override
        public long bytes() {
            return 4L * values.length;
        }
    }

    /// Double Float Pixel Data (7FE0,0009).
    final class Doubles implements Samples {
        private final FrameFormat format;
        private final double[] values;

        /// @param format of the values
        /// @param values given away
        public Doubles(FrameFormat format, double[] values) {
            this.format = format;
            this.values = values;
        }

        /// @return the values themselves
        public double[] values() {
            return values;
        }

        @Override
        public FrameFormat format() {
            return format;
        }

        @Override
        public long bytes() {
            return 8L * values.length;
        }
    }
}
