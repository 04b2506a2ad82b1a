package org.tyde.evidence.presentation;

import org.tyde.geometry.ImagePoint;

/// Where a presentation state puts a point: Graphic Annotation Units (0070,0005) and its like.
public sealed interface Place {
    /// Moves, turns and grows with the image: PIXEL.
    ///
    /// @param point of the image; the standard counts from the corner of the first pixel, Tyde from its centre
    record InImage(ImagePoint point) implements Place {}

    /// Stays in the displayed area as it is on the screen, after rotation and flip: DISPLAY.
    ///
    /// @param across 0 at the left edge of the area, 1 at its right
    /// @param down 0 at the upper edge, 1 at the lower
    record InArea(double across, double down) implements Place {}
}
