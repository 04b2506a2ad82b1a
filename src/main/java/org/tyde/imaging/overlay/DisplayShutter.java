package org.tyde.imaging.overlay;

import org.tyde.geometry.PixelPolygon;
import org.tyde.imaging.lut.Ink;

import java.util.List;
import java.util.Optional;

/// What of an image is hidden (PS3.3 C.7.6.11, C.7.6.15): seen is what all shapes leave open.
///
/// @param shapes at least one
/// @param ink of what is hidden: Shutter Presentation Color CIELab Value (0018,1624), else Shutter Presentation
///     Value (0018,1622), else black
public record DisplayShutter(List<Shape> shapes, Ink ink) {
    /// @param shapes copied
    /// @throws IllegalArgumentException without a shape
    public DisplayShutter {
        shapes = List.copyOf(shapes);
        if (shapes.isEmpty()) throw new IllegalArgumentException("a shutter without a shape");
    }

    /// One shape. Columns and rows count from 0, whole numbers are pixel centres.
    public sealed interface Shape {
        /// @param frame 1-based
        /// @param column of the image
        /// @param row of the image
        /// @return whether that pixel is seen
        boolean shows(int frame, int column, int row);
    }

    /// Edges are the first and last columns and rows that are seen.
    ///
    /// @param left first column
    /// @param right last column
    /// @param upper first row
    /// @param lower last row
    public record Rectangular(int left, int right, int upper, int lower) implements Shape {
        @Override
        public boolean shows(int frame, int column, int row) {
            return column >= left && column <= right && row >= upper && row <= lower;
        }
    }

    /// @param column of the centre
    /// @param row of the centre
    /// @param radius in pixels
    /// @param aspect height of a pixel over its width: the radius counts along the row
    public record Circular(int column, int row, int radius, double aspect) implements Shape {
        @Override
        public boolean shows(int frame, int c, int r) {
            double across = c - column;
            double down = (r - row) * aspect;
            return across * across + down * down <= (double) radius * radius;
        }
    }

    /// @param polygon of pixels counted from 0
    public record Polygonal(PixelPolygon polygon) implements Shape {
        @Override
        public boolean shows(int frame, int column, int row) {
            return polygon.contains(column, row);
        }
    }

    /// @param plane whose set bits are hidden
    public record Bitmap(OverlayPlane plane) implements Shape {
        @Override
        public boolean shows(int frame, int column, int row) {
            return !plane.set(frame, column, row);
        }
    }

    /// @return its bitmaps alone: where no annotations are drawn, geometric shapes are not drawn either
    public Optional<DisplayShutter> bitmaps() {
        var bitmaps = shapes.stream().filter(Bitmap.class::isInstance).toList();
        return bitmaps.isEmpty() ? Optional.empty() : Optional.of(new DisplayShutter(bitmaps, ink));
    }

    /// @return whether all frames are hidden alike
    public boolean sameForAllFrames() {
        return shapes.stream().noneMatch(Bitmap.class::isInstance);
    }

    /// @param frame 1-based
    /// @param column of the image, 0-based
    /// @param row of the image, 0-based
    /// @return whether that pixel is seen
    public boolean shows(int frame, int column, int row) {
        for (var shape : shapes) if (!shape.shows(frame, column, row)) return false;
        return true;
    }
}
