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
    private final int[] column;

    Places(int most) {
        voxel = new int[most];
        slice = new int[most];
        column = new int[most];
        right = new float[most];
        down = new float[most];
        on = new float[most];
    }

    /// @param line through the voxels
    /// @param grid of the volume
    /// @param from index on the line, which becomes 0 here
    /// @param to index on the line behind the last
    void fill(VoxelLine line, VolumeGrid grid, int from, int to) {
        int n = to - from;
        along(line.i() + from * line.di(), line.di(), grid.columns(), n, column, right);
        along(line.j() + from * line.dj(), line.dj(), grid.rows(), n, voxel, down);
        int columns = grid.columns();
        for (int x = 0; x < n; x++) voxel[x] = voxel[x] * columns + column[x];
        var levels = grid.levels();
        double k = line.k() + from * line.dk();
        if (!levels.regular()) levels.along(k, line.dk(), n, slice, on);
        else along(k / levels.step(), line.dk() / levels.step(), levels.count(), n, slice, on);
    }

    /// Along one axis, in floats, which the vector units take: counted from a whole number nearby, a place is
    /// within 1e-4 of a voxel of the exact one.
    private static void along(
            double start, double each, int count, int n, int[] before, float[] part) {
        double end = start + (n - 1) * each;
        double lower = Math.min(start, end);
        if (lower < 0 || Math.max(start, end) >= count - 1) {
            held(start, each, count, n, before, part);
            return;
        }
        int base = (int) lower;
        float begin = (float) (start - base);
        float by = (float) each;
        for (int x = 0; x < n; x++) {
            float at = begin + x * by;
            int whole = (int) at;
            before[x] = base + whole;
            part[x] = at - whole;
        }
        // rounding may have led over the edge by as much as it rounds
        if (base + (int) Math.max(begin, begin + (n - 1) * by) >= count - 1)
            held(start, each, count, n, before, part);
    }

    /// The same for a line that touches the outermost half voxel, where places are held at its centre.
    private static void held(
            double start, double each, int count, int n, int[] before, float[] part) {
        for (int x = 0; x < n; x++) {
            double at = Math.clamp(start + x * each, 0, count - 1.0);
            int whole = Math.min((int) at, count - 2);
            before[x] = whole;
            part[x] = (float) (at - whole);
        }
    }
}
