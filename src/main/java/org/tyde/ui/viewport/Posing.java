package org.tyde.ui.viewport;

import org.tyde.evidence.presentation.DisplayedArea;
import org.tyde.geometry.ImagePoint;
import org.tyde.hanging.Placement.Wall;
import org.tyde.reading.ViewState;
import org.tyde.reading.Zoom;
import org.tyde.ui.viewport.state.Pose;

import java.util.Optional;
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
/// @param area that the presentation state shows which is on
public record Posing(
        int columns,
        int rows,
        double unitsPerColumn,
        double unitsPerRow,
        Wall wall,
        OptionalDouble sharedFit,
        double pixel,
        OptionalDouble lifeSize,
        Optional<DisplayedArea> area) {
    /// Without a presentation state.
    ///
    /// @param columns of the image
    /// @param rows of the image
    /// @param unitsPerColumn as of the record
    /// @param unitsPerRow as of the record
    /// @param wall the edge it lies against
    /// @param sharedFit as of the record
    /// @param pixel px of the scene graph for each pixel of the device
    /// @param lifeSize as of the record
    public Posing(
            int columns,
            int rows,
            double unitsPerColumn,
            double unitsPerRow,
            Wall wall,
            OptionalDouble sharedFit,
            double pixel,
            OptionalDouble lifeSize) {
        this(
                columns,
                rows,
                unitsPerColumn,
                unitsPerRow,
                wall,
                sharedFit,
                pixel,
                lifeSize,
                Optional.empty());
    }

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

    /// px for each unit.
    private double ofState(ViewState view, double width, double height) {
        if (area.isEmpty()) return fitted(view, width, height);
        var shown = area.get();
        double across = shown.columns() * unitsPerColumn;
        double down = shown.rows() * unitsPerRow;
        double fit =
                view.turn().sideways()
                        ? Math.min(width / down, height / across)
                        : Math.min(width / across, height / down);
        return switch (shown.size()) {
            case DisplayedArea.Size.ScaleToFit() -> fit;
            case DisplayedArea.Size.Magnify(double factor) -> factor * pixel / unitsPerColumn;
            case DisplayedArea.Size.TrueSize(double _, double column) ->
                    lifeSize.isPresent() ? lifeSize.getAsDouble() * column / unitsPerColumn : fit;
        };
    }

    /// The middle of the displayed area, where it is not the whole image.
    private Optional<ImagePoint> middle(ViewState view) {
        return view.zoom() instanceof Zoom.OfState
                ? area.filter(a -> !a.covers(columns, rows)).map(DisplayedArea::middle)
                : Optional.empty();
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
                    case Zoom.OfState() -> ofState(view, width, height);
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
        var centre = view.centre().or(() -> middle(view));
        if (centre.isPresent()) {
            var there = middle.toScreen(centre.get());
            return middle.movedBy(width / 2 - there.x(), height / 2 - there.y());
        }
        return switch (wall) {
            case NONE -> middle;
            case LEFT -> middle.movedBy(middle.width() / 2 - width / 2, 0);
            case RIGHT -> middle.movedBy(width / 2 - middle.width() / 2, 0);
        };
    }
}
