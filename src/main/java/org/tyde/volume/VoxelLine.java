package org.tyde.volume;

/// A straight line of samples in the space of a volume: sample x lies at the start and x steps.
///
/// @param i column of sample 0
/// @param j row of sample 0
/// @param k mm along the row of slices of sample 0
/// @param di columns more for each sample
/// @param dj rows more for each sample
/// @param dk mm more for each sample
record VoxelLine(double i, double j, double k, double di, double dj, double dk) {
    /// The part of the line that lies in the volume, to the outer edges of its outermost voxels.
    ///
    /// @param grid of the volume
    /// @param range from and behind the last; narrowed
    void within(VolumeGrid grid, int[] range) {
        narrow(i, di, -0.5, grid.columns() - 0.5, range);
        narrow(j, dj, -0.5, grid.rows() - 0.5, range);
        narrow(k, dk, grid.levels().start(), grid.levels().end(), range);
    }

    private static void narrow(double start, double each, double low, double high, int[] range) {
        // what is outside by less than the arithmetic rounds is inside
        double least = low - 1e-9;
        double most = high + 1e-9;
        if (each != 0) {
            double a = (least - start) / each;
            double b = (most - start) / each;
            range[0] = (int) Math.max(range[0], Math.floor(Math.min(a, b)));
            range[1] = (int) Math.min(range[1], Math.ceil(Math.max(a, b)) + 1);
        }
        while (range[0] < range[1] && !in(start + range[0] * each, least, most)) range[0]++;
        while (range[0] < range[1] && !in(start + (range[1] - 1) * each, least, most)) range[1]--;
    }

    private static boolean in(double at, double least, double most) {
        return at >= least && at <= most;
    }
}
