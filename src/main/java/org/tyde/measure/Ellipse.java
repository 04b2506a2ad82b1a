package org.tyde.measure;

import org.tyde.geometry.ImagePoint;

import java.util.List;
import java.util.Objects;

/// An ellipse along rows and columns of the image, inside the box of two opposite corners.
///
/// @param corner one corner of the box
/// @param opposite the other
public record Ellipse(ImagePoint corner, ImagePoint opposite) implements Measurement {
    @Override
    public List<ImagePoint> points() {
        return List.of(corner, opposite);
    }

    @Override
    public Ellipse withPoint(int index, ImagePoint p) {
        return Objects.checkIndex(index, 2) == 0
                ? new Ellipse(p, opposite)
                : new Ellipse(corner, p);
    }

    /// @return its middle
    public ImagePoint centre() {
        return new ImagePoint(
                (corner.column() + opposite.column()) / 2, (corner.row() + opposite.row()) / 2);
    }

    /// @return half its width, columns
    public double columnRadius() {
        return Math.abs(corner.column() - opposite.column()) / 2;
    }

    /// @return half its height, rows
    public double rowRadius() {
        return Math.abs(corner.row() - opposite.row()) / 2;
    }

    /// @param column a pixel's centre
    /// @param row a pixel's centre
    /// @return whether it lies inside or on the line
    public boolean contains(double column, double row) {
        double x = column - centre().column();
        double y = row - centre().row();
        double a = columnRadius();
        double b = rowRadius();
        return a > 0 && b > 0 && x * x / (a * a) + y * y / (b * b) <= 1;
    }
}
