package org.tyde.volume;

/// Values that do not fit in 16 bits: IEEE pixel data, or slices whose rescale slopes differ, as those of
/// PET do. What is no picture is not a number.
final class FloatVoxels extends Voxels {
    private final float[][] slices;
    private final int columns;

    /// @param slices given away, of equal length
    /// @param columns of each
    FloatVoxels(float[][] slices, int columns) {
        this.slices = slices;
        this.columns = columns;
    }

    @Override
    float at(int voxel, int slice) {
        return slices[slice][voxel];
    }

    @Override
    long bytes() {
        return 4L * slices.length * slices[0].length;
    }

    @Override
    void sample(Places places, int n, float[] into, int at) {
        for (int x = 0; x < n; x++) {
            var a = slices[places.slice[x]];
            var b = slices[places.slice[x] + 1];
            int p = places.voxel[x];
            int q = p + columns;
            float r = places.right[x];
            float d = places.down[x];
            float a0 = between(a[p], a[p + 1], r);
            float a1 = between(a[q], a[q + 1], r);
            float b0 = between(b[p], b[p + 1], r);
            float b1 = between(b[q], b[q + 1], r);
            float v = between(between(a0, a1, d), between(b0, b1, d), places.on[x]);
            if (Float.isNaN(v)) {
                int near = p + (r >= 0.5f ? 1 : 0) + (d >= 0.5f ? columns : 0);
                v = (places.on[x] >= 0.5f ? b : a)[near];
            }
            into[at + x] = v;
        }
    }
}
