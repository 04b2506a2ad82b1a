package org.tyde.imaging.picture;

/// How values between stored pixels are found above 1:1. Below 1:1 it is always the area average.
public enum Interpolation {
    /// Each stored pixel is a rectangle.
    NEAREST,
    /// Linear between two neighbours, in both directions.
    LINEAR,
    /// Cubic convolution over four neighbours in both directions (Catmull-Rom), kept between the least and
    /// the greatest of the sixteen, so that no edge gets a halo. Beside padding only the nearest four count.
    CUBIC
}
