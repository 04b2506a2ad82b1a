package org.tyde.hanging;

import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.multiframe.Dimension;
import org.tyde.imaging.multiframe.Dimensions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// One frame on its way into a stack.
record StackPart(HangImage image, FrameKey key, Optional<ImagePlane> plane) {
    static List<StackPart> of(HangImage image) {
        return IntStream.rangeClosed(1, image.frames())
                .mapToObj(
                        f ->
                                new StackPart(
                                        image,
                                        new FrameKey(image.sopInstanceUid(), f),
                                        image.planes().isEmpty()
                                                ? Optional.empty()
                                                : image.planes().get(f - 1)))
                .toList();
    }

    StackFrame frame() {
        return new StackFrame(key, plane, OptionalDouble.empty());
    }

    /// mm along a direction.
    double level(Vector3 way) {
        var p = plane.orElseThrow().position();
        return new Vector3(p.x(), p.y(), p.z()).dot(way);
    }

    private Optional<Dimensions.Place> place() {
        var places = image.dimensions().places();
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get(key.frame() - 1));
    }

    /// Where it stands along all dimensions, or all but those of space; empty where it has none.
    List<Integer> index(boolean withSpace) {
        if (place().isEmpty()) return List.of();
        var index = new ArrayList<Integer>();
        for (int d : dimensions(withSpace)) index.add(place().get().index().get(d));
        return index;
    }

    private List<Integer> dimensions(boolean withSpace) {
        List<Dimension> each = image.dimensions().each();
        return IntStream.range(0, each.size())
                .filter(d -> withSpace || !each.get(d).spatial())
                .boxed()
                .toList();
    }

    /// What stands at its place along some of its dimensions, one after the other.
    String value(List<Integer> which) {
        var values = place().orElseThrow().values();
        return String.join(" / ", which.stream().map(values::get).toList());
    }

    /// Its dimensions but those of space.
    List<Integer> steps() {
        return dimensions(false);
    }

    String name(List<Integer> which) {
        var each = image.dimensions().each();
        return String.join(" / ", which.stream().map(d -> each.get(d).name()).toList());
    }

    static Comparator<StackPart> byIndex(boolean withSpace) {
        return (a, b) -> compare(a.index(withSpace), b.index(withSpace));
    }

    static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = Integer.compare(a.get(i), b.get(i));
            if (order != 0) return order;
        }
        return Integer.compare(a.size(), b.size());
    }
}
