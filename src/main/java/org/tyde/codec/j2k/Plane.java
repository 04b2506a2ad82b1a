package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Rectangle;

/// The samples of one component of one tile, row by row, before the level shift.
sealed interface Plane {
    /// @return where they lie in the grid of the component
    Rectangle area();

    /// @param row zero-based
    /// @param into gets the row as whole numbers
    void row(int row, int[] into);

    /// Out of the reversible wavelet.
    final class Whole implements Plane {
        private final Rectangle area;
        private final int[][] samples;

        Whole(Rectangle area, int[][] samples) {
            this.area = area;
            this.samples = samples;
        }

        @Override
        public Rectangle area() {
            return area;
        }

        int[][] samples() {
            return samples;
        }

        @Override
        public void row(int row, int[] into) {
            System.arraycopy(samples[row], 0, into, 0, area.width());
        }
    }

    /// Out of the irreversible wavelet.
    final class Real implements Plane {
        private final Rectangle area;
        private final float[][] samples;

        Real(Rectangle area, float[][] samples) {
            this.area = area;
            this.samples = samples;
        }

        @Override
        public Rectangle area() {
            return area;
        }

        float[][] samples() {
            return samples;
        }

        @Override
        public void row(int row, int[] into) {
            var from = samples[row];
            for (int x = 0; x < from.length; x++) into[x] = Math.round(from[x]);
        }
    }
}
