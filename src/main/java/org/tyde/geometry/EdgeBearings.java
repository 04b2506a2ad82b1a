package org.tyde.geometry;

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

    private static Bearing along(int perColumn, Bearing row, int perRow, Bearing column) {
        if (perColumn != 0) return perColumn > 0 ? row : row.opposite();
        return perRow > 0 ? column : column.opposite();
    }
}
