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

    /// What a hand steps through, mm.
    private static final double[] STEPS = {0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 60, 100};

    private static final double FIRST = 10;

    /// @throws IllegalArgumentException for a thickness out of bounds
    public Slab {
        if (!(millimetres >= 0) || millimetres > MOST)
            throw new IllegalArgumentException("a slab of " + millimetres + " mm");
    }

    /// @param steps how many thicknesses thicker; the thinnest is 0, the thickest 100 mm
    /// @return so much thicker
    public Slab thicker(int steps) {
        int at = 0;
        while (at < STEPS.length - 1 && STEPS[at] < millimetres) at++;
        return new Slab(projection, STEPS[Math.clamp(at + (long) steps, 0, STEPS.length - 1)]);
    }

    /// @return with the next of greatest, mean and least; without thickness, the greatest of 10 mm
    public Slab nextProjection() {
        if (millimetres == 0) return new Slab(projection, FIRST);
        var next =
                switch (projection) {
                    case MAXIMUM -> SlabProjection.MEAN;
                    case MEAN -> SlabProjection.MINIMUM;
                    case MINIMUM -> SlabProjection.MAXIMUM;
                };
        return new Slab(next, millimetres);
    }

    /// @param step mm from layer to layer
    /// @return how many layers there are to each side of the plane
    public int layersBeside(double step) {
        return (int) Math.floor(millimetres / 2 / step + 1e-6);
    }
}
