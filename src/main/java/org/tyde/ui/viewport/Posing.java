package org.tyde.ui.viewport;

import org.tyde.hanging.Placement.Wall;
import org.tyde.reading.ViewState;
import org.tyde.reading.Zoom;

import java.util.OptionalDouble;

/// Lays an image in a viewport.
///
/// @param columns of the image
/// @param rows of the image
/// @param unitsPerColumn mm for each column, or 1 where no spacing is known
/// @param unitsPerRow mm for each row; or the height of a pixel for a width of 1
/// @param wall the edge it lies against
/// @param sharedFit px for each unit that the whole scale group fits at; empty where it stands alone
/// @param pixel px of the scene graph for each pixel of the device
/// @param lifeSize px of the scene graph for each mm, where the monitor's pixel size is known
public record Posing(
        int columns,
        int rows,
        double unitsPerColumn,
        double unitsPerRow,
        Wall wall,
        OptionalDouble sharedFit,
        double pixel,
        OptionalDouble lifeSize) {
    /// @param view which turn is asked about
    /// @param width px of the viewport
    /// @param height px of the viewport
    /// @return px for each unit at which the whole image just fits
    public double fit(ViewState view, double width, double height) {
        double across = columns * unitsPerColumn;
        double down = rows * unitsPerRow;
        return view.turn().sideways()
                ? Math.min(width / down, height / across)
                : Math.min(width / across, height / down);
    }

    private double fitted(ViewState view, double width, double height) {
        return sharedFit.orElseGet(() -> fit(view, width, height));
    }

    /// @param view how it is looked at
    /// @param width px of the viewport, positive
    /// @param height px of the viewport, positive
    /// @return where it lies
    public Pose pose(ViewState view, double width, double height) {
        double scale =
                switch (view.zoom()) {
                    case Zoom.Fit() -> fitted(view, width, height);
                    case Zoom.Times(var factor) -> factor * fitted(view, width, height);
                    case Zoom.OneToOne() -> pixel / unitsPerColumn;
                    case Zoom.LifeSize() -> lifeSize.orElseGet(() -> fitted(view, width, height));
                };
        var middle =
                new Pose(
                        columns,
                        rows,
                        scale * unitsPerColumn,
                        scale * unitsPerRow,
                        view.turn(),
                        width / 2,
                        height / 2);
        if (view.centre().isPresent()) {
            var there = middle.toScreen(view.centre().get());
            return middle.movedBy(width / 2 - there.x(), height / 2 - there.y());
        }
        return switch (wall) {
            case NONE -> middle;
            case LEFT -> middle.movedBy(middle.width() / 2 - width / 2, 0);
            case RIGHT -> middle.movedBy(width / 2 - middle.width() / 2, 0);
        };
    }
}
