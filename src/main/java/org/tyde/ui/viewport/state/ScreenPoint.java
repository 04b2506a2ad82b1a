package org.tyde.ui.viewport.state;

/// A place in a viewport.
///
/// @param x px of the scene graph (not of the device) from the left edge, grows to the right
/// @param y px from the top edge, grows downwards
public record ScreenPoint(double x, double y) {
    /// @param other another place
    /// @return px between the two
    public double distance(ScreenPoint other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /// @param dx px to the right
    /// @param dy px down
    /// @return this place moved so far
    public ScreenPoint plus(double dx, double dy) {
        return new ScreenPoint(x + dx, y + dy);
    }
}
