package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Rectangle;

/// One component of one tile: coefficients that code-blocks fill in, and out of them, in the same places, the
/// samples. Every place of every sub-band is written by its code-block, so what the memory held before does not
/// matter.
@SuppressWarnings("ArrayRecordComponent") // lent for one tile, not copied
sealed interface Plane {
    /// @return where everything stands
    PlaneLayout layout();

    /// @param band whose code-block it is
    /// @param place of the code-block in the sub-band
    /// @param block its coefficients as a [BlockDecoder] leaves them, in rows without gaps; changed
    void fill(Subband band, Rectangle place, int[] block);

    /// @param band whose code-block it is
    /// @param place of the code-block in the sub-band
    /// @param block its coefficients likewise, the sign in bit 63
    /// @throws IllegalStateException where the plane has no room for them
    void fill(Subband band, Rectangle place, long[] block);

    /// @return whether its wavelet is 5-3, else 9-7
    boolean reversible();

    /// @return whether it has room for more than 30 bit-planes
    default boolean wide() {
        return false;
    }

    /// Undoes the wavelet by one level.
    ///
    /// @param level the resolution that is made; those below it are made already
    void undo(int level);

    /// @param range of the component
    /// @return what reads its rows
    SampleLine line(SampleRange range);

    /// Of the reversible wavelet.
    record Whole(PlaneLayout layout, int[][] rows, ReversibleWavelet wavelet) implements Plane {
        @Override
        public boolean reversible() {
            return true;
        }

        @Override
        public void fill(Subband band, Rectangle place, int[] block) {
            Dequantizer.whole(block, Math.toIntExact(place.area()));
            var part = new BlockPart(layout, band, place);
            for (int y = 0; y < part.height(); y++)
                System.arraycopy(
                        block, part.inBlock(y), rows[part.row(y)], part.column(), part.width());
        }

        @Override
        public void undo(int level) {
            wavelet.undo(rows, layout, level);
        }

        @Override
        public void fill(Subband band, Rectangle place, long[] block) {
            throw new IllegalStateException("too many bit-planes");
        }

        @Override
        public SampleLine line(SampleRange range) {
            int width = layout.area().width();
            return new SampleLine.Narrow(width, (into, y) -> range.put(samples(y), into, width));
        }

        /// @return a row before the shift, itself
        int[] samples(int y) {
            return rows[layout.row(layout.resolutions() - 1, y)];
        }
    }

    /// Of the irreversible wavelet.
    record Real(PlaneLayout layout, float[][] rows, IrreversibleWavelet wavelet) implements Plane {
        @Override
        public boolean reversible() {
            return false;
        }

        @Override
        public void fill(Subband band, Rectangle place, int[] block) {
            var part = new BlockPart(layout, band, place);
            float half = (float) band.half(layout);
            for (int y = 0; y < part.height(); y++)
                Dequantizer.real(
                        block,
                        part.inBlock(y),
                        part.width(),
                        half,
                        rows[part.row(y)],
                        part.column());
        }

        @Override
        public void undo(int level) {
            wavelet.undo(rows, layout, level);
        }

        @Override
        public void fill(Subband band, Rectangle place, long[] block) {
            throw new IllegalStateException("too many bit-planes");
        }

        @Override
        public SampleLine line(SampleRange range) {
            int width = layout.area().width();
            return new SampleLine.Narrow(width, (into, y) -> range.put(samples(y), into, width));
        }

        /// @return a row before the shift, itself
        float[] samples(int y) {
            return rows[layout.row(layout.resolutions() - 1, y)];
        }
    }

    /// Of either wavelet, for samples and code-blocks that 32 bits have no room for.
    record Wide(PlaneLayout layout, double[][] rows, boolean reversible, WideWavelet wavelet)
            implements Plane {
        @Override
        public boolean wide() {
            return true;
        }

        @Override
        public void fill(Subband band, Rectangle place, int[] block) {
            var wide = new long[Math.toIntExact(place.area())];
            Dequantizer.widen(block, wide, wide.length);
            fill(band, place, wide);
        }

        @Override
        public void fill(Subband band, Rectangle place, long[] block) {
            var part = new BlockPart(layout, band, place);
            double half = band.half(layout);
            for (int y = 0; y < part.height(); y++) {
                var row = rows[part.row(y)];
                int from = part.inBlock(y);
                if (reversible) Dequantizer.whole(block, from, part.width(), row, part.column());
                else Dequantizer.real(block, from, part.width(), half, row, part.column());
            }
        }

        @Override
        public void undo(int level) {
            wavelet.undo(rows, layout, level);
        }

        @Override
        public SampleLine line(SampleRange range) {
            int width = layout.area().width();
            return new SampleLine.Wide(width, (into, y) -> range.put(samples(y), into, width));
        }

        /// @return a row before the shift, itself
        double[] samples(int y) {
            return rows[layout.row(layout.resolutions() - 1, y)];
        }
    }
}
