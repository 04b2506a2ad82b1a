package org.tyde.measure;

import org.tyde.geometry.ImagePoint;

import java.util.List;

/// A figure drawn on one frame. Immutable; it holds places in the image, not numbers: those follow from
/// the scale and the pixels ([Measuring]).
public sealed interface Measurement permits Length, Angle, Ellipse {
    /// @return the places a person can take hold of
    List<ImagePoint> points();

    /// @param index of one of them
    /// @param to where it is now
    /// @return the figure with that one moved
    /// @throws IndexOutOfBoundsException when there is no such place
    Measurement withPoint(int index, ImagePoint to);

    /// @param columns to the right
    /// @param rows downwards
    /// @return the whole figure moved
    default Measurement moved(double columns, double rows) {
        Measurement moved = this;
        for (int i = 0; i < points().size(); i++)
            moved = moved.withPoint(i, points().get(i).plus(columns, rows));
        return moved;
    }
}
