package org.tyde.volume;

/// What becomes of the values that lie behind one another in a slab.
public enum SlabProjection {
    /// The greatest (MIP).
    MAXIMUM,
    /// The mean.
    MEAN,
    /// The least (MinIP).
    MINIMUM
}
