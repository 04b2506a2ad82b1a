package org.tyde.geometry;

/// A place in an image.
///
/// @param column zero-based, grows to the right of the stored image; whole numbers are pixel centres
/// @param row zero-based, grows downwards; whole numbers are pixel centres
public record ImagePoint(double column, double row) {
    /// @param columns pixels to the right
    /// @param rows pixels down
    /// @return this place moved so far
    public ImagePoint plus(double columns, double rows) {
        return new ImagePoint(column + columns, row + rows);
    }
}
