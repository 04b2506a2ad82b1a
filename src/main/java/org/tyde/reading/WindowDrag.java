package org.tyde.reading;

import org.tyde.imaging.lut.Window;

/// A window being dragged: right makes it wider, up brighter (a lower level), or darker where the
/// setting inverts. A wide window moves faster than a narrow one.
///
/// @param start the window where the drag began
/// @param inverted whether up is darker
public record WindowDrag(Window start, boolean inverted) {
    /// So many pixels of drag double the width.
    private static final double PIXELS_A_WIDTH = 300;

    /// @param right screen pixels from where the drag began
    /// @param up screen pixels from where the drag began
    /// @return the window there; its width never below 1
    public Window at(double right, double up) {
        double step = Math.max(start.width(), 1) / PIXELS_A_WIDTH;
        double width = Math.max(1, start.width() + right * step);
        double level = start.center() + (inverted ? up : -up) * step;
        boolean whole = Math.max(start.width(), width) >= 20;
        return whole
                ? new Window(Math.rint(level), Math.max(1, Math.rint(width)))
                : new Window(level, width);
    }
}
