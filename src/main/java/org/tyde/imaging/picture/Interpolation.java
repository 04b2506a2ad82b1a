package org.tyde.imaging.picture;

/// How values between stored pixels are found above 1:1. Below 1:1 it is always the area average.
public enum Interpolation {
    /// Each stored pixel is a rectangle.
    NEAREST,
    /// Linear in both directions.
    LINEAR
}
