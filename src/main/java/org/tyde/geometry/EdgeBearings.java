package org.tyde.geometry;

import java.util.Optional;

/// Which way in the patient each edge of the picture lies, as it stands on the screen.
///
/// @param left towards the left edge
/// @param top towards the top edge
/// @param right towards the right edge
/// @param bottom towards the bottom edge
public record EdgeBearings(Bearing left, Bearing top, Bearing right, Bearing bottom) {
    /// Nothing is known.
    public static final EdgeBearings UNKNOWN =
            new EdgeBearings(Bearing.UNKNOWN, Bearing.UNKNOWN, Bearing.UNKNOWN, Bearing.UNKNOWN);

    /// @param plane of a tomographic image
    /// @param turn how it stands on the screen
    /// @return the four edges
    public static EdgeBearings of(ImagePlane plane, Turn turn) {
        return of(Bearing.of(plane.rowDirection()), Bearing.of(plane.columnDirection()), turn);
    }

    /// From Patient Orientation (0020,0020), as of a projection image.
    ///
    /// @param row its first value: where the row runs, that is the right edge of the stored image
    /// @param column its second value: where the column runs, that is the bottom edge
    /// @param turn how the image stands on the screen
    /// @return the four edges
    public static EdgeBearings of(Bearing row, Bearing column, Turn turn) {
        var right = along(turn.xx(), row, turn.xy(), column);
        var bottom = along(turn.yx(), row, turn.yy(), column);
        return new EdgeBearings(right.opposite(), bottom.opposite(), right, bottom);
    }

    /// @param row as of [#of(Bearing, Bearing, Turn)]
    /// @param column as of [#of(Bearing, Bearing, Turn)]
    /// @param right what the right edge is wanted to be, mainly
    /// @param bottom what the bottom edge is wanted to be, mainly
    /// @return the turn that brings the image to stand so; empty when none does, or it is not known
    public static Optional<Turn> turnShowing(
            Bearing row, Bearing column, PatientDirection right, PatientDirection bottom) {
        for (var mirrored : new boolean[] {false, true})
            for (int quarters = 0; quarters < 4; quarters++) {
                var turn = new Turn(quarters, mirrored);
                var edges = of(row, column, turn);
                if (edges.right.mainly(right) && edges.bottom.mainly(bottom))
                    return Optional.of(turn);
            }
        return Optional.empty();
    }

    private static Bearing along(int perColumn, Bearing row, int perRow, Bearing column) {
        if (perColumn != 0) return perColumn > 0 ? row : row.opposite();
        return perRow > 0 ? column : column.opposite();
    }
}
