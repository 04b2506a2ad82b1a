package org.tyde.ui.annotation;

import javafx.geometry.Point2D;

import org.tyde.evidence.presentation.DisplayedArea;
import org.tyde.evidence.presentation.Place;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.ImageToScreen;

/// Where a picture lies under what is drawn over it.
///
/// @param picture image to px of the scene graph
/// @param left edge of the displayed area on the screen, px
/// @param top edge of the displayed area, px
/// @param right edge of the displayed area, px
/// @param bottom edge of the displayed area, px
public record Ground(ImageToScreen picture, double left, double top, double right, double bottom) {
    /// @param picture image to px of the scene graph
    /// @param area displayed
    /// @return with the area as it lies on the screen now
    public static Ground of(ImageToScreen picture, DisplayedArea area) {
        var a = at(picture, area.corner());
        var b = at(picture, area.opposite());
        return new Ground(
                picture,
                Math.min(a.getX(), b.getX()),
                Math.min(a.getY(), b.getY()),
                Math.max(a.getX(), b.getX()),
                Math.max(a.getY(), b.getY()));
    }

    private static Point2D at(ImageToScreen picture, ImagePoint point) {
        var there = picture.toScreen(point.column(), point.row());
        return new Point2D(there.x(), there.y());
    }

    /// @param place of a presentation state
    /// @return where that is, px
    Point2D at(Place place) {
        return switch (place) {
            case Place.InImage(var point) -> at(picture, point);
            case Place.InArea(double across, double down) ->
                    new Point2D(left + across * (right - left), top + down * (bottom - top));
        };
    }
}
