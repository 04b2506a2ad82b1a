package org.tyde.measure;

import org.tyde.geometry.ImagePoint;

import java.util.List;
import java.util.Objects;

/// A straight line.
///
/// @param from one end
/// @param to the other
public record Length(ImagePoint from, ImagePoint to) implements Measurement {
    @Override
    public List<ImagePoint> points() {
        return List.of(from, to);
    }

    @Override
    public Length withPoint(int index, ImagePoint p) {
        return Objects.checkIndex(index, 2) == 0 ? new Length(p, to) : new Length(from, p);
    }
}
