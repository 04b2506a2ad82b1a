package org.tyde.volume;

/// How thick a plane is.
///
/// Sampled are the plane itself and, to both sides, every layer whose distance is a whole number of voxel
/// steps and at most half the thickness; so that a slab along a stack is made of its slices themselves.
///
/// @param projection what becomes of the layers
/// @param millimetres the thickness, 0 to 1000; 0 is the plane alone
public record Slab(SlabProjection projection, double millimetres) {
    /// The plane alone.
    public static final Slab NONE = new Slab(SlabProjection.MAXIMUM, 0);

    /// The thickest.
    public static final double MOST = 1000;

    /// @throws IllegalArgumentException for a thickness out of bounds
    public Slab {
        if (!(millimetres >= 0) || millimetres > MOST)
            throw new IllegalArgumentException("a slab of " + millimetres + " mm");
    }

    /// @param step mm from layer to layer
    /// @return how many layers there are to each side of the plane
    public int layersBeside(double step) {
        return (int) Math.floor(millimetres / 2 / step + 1e-6);
    }
}
