package org.tyde.volume;

/// The values of a volume, slice by slice. A value that is no picture (padding, a slice that is not here)
/// comes out as not a number; so does, between voxels, what lies nearest to one.
abstract sealed class Voxels permits ShortVoxels, FloatVoxels {
    /// @param voxel index in its slice
    /// @param slice from 0
    /// @return the value there
    abstract float at(int voxel, int slice);

    /// Trilinear interpolation.
    ///
    /// @param places where
    /// @param n how many
    /// @param into takes a value for each
    /// @param at index there of the first
    abstract void sample(Places places, int n, float[] into, int at);

    /// @return bytes they take
    abstract long bytes();

    static float between(float a, float b, float part) {
        return a + (b - a) * part;
    }
}
