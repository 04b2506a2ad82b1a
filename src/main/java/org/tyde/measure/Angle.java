package org.tyde.measure;

import org.tyde.geometry.ImagePoint;

import java.util.List;
import java.util.Objects;

/// The angle between two lines that meet, 0 to 180 degrees.
///
/// @param from end of the first line
/// @param vertex where they meet
/// @param to end of the second line
public record Angle(ImagePoint from, ImagePoint vertex, ImagePoint to) implements Measurement {
    @Override
    public List<ImagePoint> points() {
        return List.of(from, vertex, to);
    }

    @Override
    public Angle withPoint(int index, ImagePoint p) {
        Objects.checkIndex(index, 3);
        return new Angle(index == 0 ? p : from, index == 1 ? p : vertex, index == 2 ? p : to);
    }
}
