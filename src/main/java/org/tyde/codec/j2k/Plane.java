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

    /// Undoes the wavelet by one level.
    ///
    /// @param level the resolution that is made; those below it are made already
    void undo(int level);

    /// @param y zero-based
    /// @param range of the component
    /// @param into gets the row, shifted and clipped
    void row(int y, SampleRange range, int[] into);

    /// Of the reversible wavelet.
    record Whole(PlaneLayout layout, int[][] rows, ReversibleWavelet wavelet) implements Plane {
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
        public void row(int y, SampleRange range, int[] into) {
            range.put(samples(y), into, layout.area().width());
        }

        /// @return a row before the shift, itself
        int[] samples(int y) {
            return rows[layout.row(layout.resolutions() - 1, y)];
        }
    }

    /// Of the irreversible wavelet.
    record Real(PlaneLayout layout, float[][] rows, IrreversibleWavelet wavelet) implements Plane {
        @Override
        public void fill(Subband band, Rectangle place, int[] block) {
            var part = new BlockPart(layout, band, place);
            float half = (float) (band.step() / 2);
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
        public void row(int y, SampleRange range, int[] into) {
            range.put(samples(y), into, layout.area().width());
        }

        /// @return a row before the shift, itself
        float[] samples(int y) {
            return rows[layout.row(layout.resolutions() - 1, y)];
        }
    }
}
