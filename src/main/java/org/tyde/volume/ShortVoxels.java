package org.tyde.volume;

/// Values of 16 bits. Slices that are not here share one array of [#NONE].
final class ShortVoxels extends Voxels {
    /// No picture.
    static final short NONE = Short.MIN_VALUE;

    private final short[][] slices;
    private final int columns;
    private final boolean holes;

    /// @param slices given away, of equal length
    /// @param columns of each
    /// @param holes whether [#NONE] occurs
    ShortVoxels(short[][] slices, int columns, boolean holes) {
        this.slices = slices;
        this.columns = columns;
        this.holes = holes;
    }

    @Override
    float at(int voxel, int slice) {
        short value = slices[slice][voxel];
        return holes && value == NONE ? Float.NaN : value;
    }

    @Override
    long bytes() {
        return 2L * slices.length * slices[0].length;
    }

    @Override
    void sample(Places places, int n, float[] into, int at) {
        if (holes) sampleAroundHoles(places, n, into, at);
        else sampleWhole(places, n, into, at);
    }

    private void sampleWhole(Places places, int n, float[] into, int at) {
        var all = slices;
        int width = columns;
        var voxel = places.voxel;
        var slice = places.slice;
        var right = places.right;
        var down = places.down;
        var on = places.on;
        for (int x = 0; x < n; x++) {
            var a = all[slice[x]];
            var b = all[slice[x] + 1];
            int p = voxel[x];
            int q = p + width;
            float r = right[x];
            float d = down[x];
            float a0 = between(a[p], a[p + 1], r);
            float a1 = between(a[q], a[q + 1], r);
            float b0 = between(b[p], b[p + 1], r);
            float b1 = between(b[q], b[q + 1], r);
            into[at + x] = between(between(a0, a1, d), between(b0, b1, d), on[x]);
        }
    }

    private void sampleAroundHoles(Places places, int n, float[] into, int at) {
        for (int x = 0; x < n; x++) {
            var a = slices[places.slice[x]];
            var b = slices[places.slice[x] + 1];
            int p = places.voxel[x];
            int q = p + columns;
            float r = places.right[x];
            float d = places.down[x];
            float o = places.on[x];
            short a00 = a[p];
            short a01 = a[p + 1];
            short a10 = a[q];
            short a11 = a[q + 1];
            short b00 = b[p];
            short b01 = b[p + 1];
            short b10 = b[q];
            short b11 = b[q + 1];
            int least =
                    Math.min(
                            Math.min(Math.min(a00, a01), Math.min(a10, a11)),
                            Math.min(Math.min(b00, b01), Math.min(b10, b11)));
            if (least == NONE) {
                int near = p + (r >= 0.5f ? 1 : 0) + (d >= 0.5f ? columns : 0);
                short value = (o >= 0.5f ? b : a)[near];
                into[at + x] = value == NONE ? Float.NaN : value;
                continue;
            }
            float a0 = between(a00, a01, r);
            float a1 = between(a10, a11, r);
            float b0 = between(b00, b01, r);
            float b1 = between(b10, b11, r);
            into[at + x] = between(between(a0, a1, d), between(b0, b1, d), o);
        }
    }
}
