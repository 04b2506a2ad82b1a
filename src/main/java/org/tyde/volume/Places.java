package org.tyde.volume;

/// Where the samples of one line lie among the voxels: the voxel before each and how far on the sample is,
/// along all three axes. Held within the outermost voxel centres. Memory of one thread, used again and again.
final class Places {
    /// Index of the voxel before, within its slice.
    final int[] voxel;

    /// The slice before.
    final int[] slice;

    /// 0 to 1 towards the next column, row and slice.
    final float[] right;

    final float[] down;
    final float[] on;
    private final double[] levels;

    Places(int most) {
        voxel = new int[most];
        slice = new int[most];
        right = new float[most];
        down = new float[most];
        on = new float[most];
        levels = new double[most];
    }

    /// @param line through the voxels
    /// @param from index
    /// @param to index behind the last
    void fill(VoxelLine line, VolumeGrid grid, int from, int to) {
        int columns = grid.columns();
        double mostI = Math.nextDown(columns - 1.0);
        double mostJ = Math.nextDown(grid.rows() - 1.0);
        grid.levels().indices(line.k(), line.dk(), from, to, levels);
        double i0 = line.i();
        double j0 = line.j();
        double di = line.di();
        double dj = line.dj();
        for (int x = from; x < to; x++) {
            double i = Math.min(Math.max(i0 + x * di, 0), mostI);
            double j = Math.min(Math.max(j0 + x * dj, 0), mostJ);
            double k = levels[x];
            int column = (int) i;
            int row = (int) j;
            int before = (int) k;
            voxel[x] = row * columns + column;
            slice[x] = before;
            right[x] = (float) (i - column);
            down[x] = (float) (j - row);
            on[x] = (float) (k - before);
        }
    }
}
