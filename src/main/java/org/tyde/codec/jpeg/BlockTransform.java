package org.tyde.codec.jpeg;

/// From the coefficients of a block to samples of a plane.
interface BlockTransform {
    /// @param c 64 coefficients, row by row; zeros afterwards
    /// @param reach none beyond this in the zigzag sequence is other than zero
    /// @param plane gets the samples
    /// @param x block column in the plane
    /// @param y block row in the plane
    void block(int[] c, int reach, Plane plane, int x, int y);
}
