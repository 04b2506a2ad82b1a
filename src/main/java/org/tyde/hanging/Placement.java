package org.tyde.hanging;

import org.tyde.geometry.Turn;

import java.util.Optional;

/// One stack in one viewport.
///
/// @param page from 0; more than one where there are more stacks than viewports
/// @param row of the grid, from 0, the top one first
/// @param column of the grid, from 0, the leftmost first
/// @param stack what hangs there
/// @param prior whether it is of the prior study
/// @param turn how it is to be turned to stand as the protocol wants
/// @param wall which edge of the viewport the image lies against
/// @param scale placements with the same name are shown at one scale in mm
/// @param because the sentence that says why
public record Placement(
        int page,
        int row,
        int column,
        ImageStack stack,
        boolean prior,
        Turn turn,
        Wall wall,
        Optional<String> scale,
        Because because) {
    /// The edge of the viewport that the image touches, without a gap.
    public enum Wall {
        /// The image is centred.
        NONE,
        /// The chest wall lies against the left edge.
        LEFT,
        /// The chest wall lies against the right edge.
        RIGHT
    }

    /// A plain placement on the first page.
    ///
    /// @param row from 0
    /// @param column from 0
    /// @param stack what hangs there
    /// @param prior whether it is of the prior study
    /// @param because why
    /// @return it, centred, unturned, at its own scale
    public static Placement of(
            int row, int column, ImageStack stack, boolean prior, Because because) {
        return new Placement(
                0, row, column, stack, prior, Turn.NONE, Wall.NONE, Optional.empty(), because);
    }

    /// @param turned how it is to be turned
    /// @return the same, turned so
    public Placement with(Turn turned) {
        return new Placement(page, row, column, stack, prior, turned, wall, scale, because);
    }

    /// @param next page from 0
    /// @return the same on that page
    public Placement onPage(int next) {
        return new Placement(next, row, column, stack, prior, turn, wall, scale, because);
    }
}
