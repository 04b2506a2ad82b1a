package org.tyde.hanging;

import org.tyde.geometry.Bearing;

import java.util.Optional;

/// What a header says of a projection image: which part from where, and how it lies.
///
/// @param side Image Laterality, if it is right or left
/// @param view View Position (0018,5101) in capitals, such as `CC`, `MLO`, `PA`, `LL`; empty when not said
/// @param modified whether the view is a part of the usual one: magnified, spot-compressed, implant displaced
/// @param intent what the image was made for
/// @param row where its rows run, from Patient Orientation (0020,0020)
/// @param column where its columns run
public record Projection(
        Optional<Side> side,
        String view,
        boolean modified,
        Intent intent,
        Bearing row,
        Bearing column) {
    /// Nothing is said.
    public static final Projection UNKNOWN =
            new Projection(
                    Optional.empty(), "", false, Intent.UNKNOWN, Bearing.UNKNOWN, Bearing.UNKNOWN);
}
