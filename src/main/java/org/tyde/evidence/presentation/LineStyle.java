package org.tyde.evidence.presentation;

import org.tyde.imaging.lut.Ink;

import java.util.Optional;
import java.util.OptionalDouble;

/// How a line is drawn (PS3.3 C.10.5, Line Style Sequence (0070,0232)).
///
/// @param ink empty: that of the layer
/// @param thickness in pixels of the screen, positive; empty: as the viewer likes
/// @param dashed whether it is broken: Line Dashing Style (0070,0254)
public record LineStyle(Optional<Ink> ink, OptionalDouble thickness, boolean dashed) {
    /// As the layer and the viewer have it.
    public static final LineStyle PLAIN =
            new LineStyle(Optional.empty(), OptionalDouble.empty(), false);

    /// @throws IllegalArgumentException when it has no thickness
    public LineStyle {
        if (thickness.isPresent() && !(thickness.getAsDouble() > 0))
            throw new IllegalArgumentException("thickness " + thickness);
    }
}
