package org.tyde.ui.viewport.text;

import javafx.geometry.Rectangle2D;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The room for the numbers of figures: none covers those of another, and none leaves the viewport, as far
/// as there is room.
public final class LabelRoom {
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final double width;
    private final double height;

    /// @param width px of the viewport
    /// @param height px of the viewport
    public LabelRoom(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /// Takes the place wanted, else the nearest below it, else the nearest above: numbers taken from the top
    /// down stand in the order of their figures.
    ///
    /// @param x px, left of the text where it may be
    /// @param y px, its top
    /// @param w px, its width
    /// @param h px, its height
    /// @return where it is to stand
    public Rectangle2D take(double x, double y, double w, double h) {
        double left = Math.clamp(x, 0, Math.max(0, width - w));
        var free =
                Stream.concat(
                                Stream.of(y, height - h),
                                taken.stream()
                                        .flatMap(t -> Stream.of(t.getMaxY(), t.getMinY() - h)))
                        .map(top -> new Rectangle2D(left, Math.clamp(top, 0, most(h)), w, h))
                        .filter(place -> taken.stream().noneMatch(t -> covers(t, place)))
                        .min(
                                Comparator.comparingInt(
                                                (Rectangle2D place) ->
                                                        place.getMinY() < y - 1 ? 1 : 0)
                                        .thenComparingDouble(
                                                place -> Math.abs(place.getMinY() - y)))
                        .orElse(new Rectangle2D(left, Math.clamp(y, 0, most(h)), w, h));
        taken.add(free);
        return free;
    }

    private double most(double h) {
        return Math.max(0, height - h);
    }

    private static boolean covers(Rectangle2D a, Rectangle2D b) {
        return a.getMinX() < b.getMaxX()
                && b.getMinX() < a.getMaxX()
                && a.getMinY() < b.getMaxY() - 0.5
                && b.getMinY() < a.getMaxY() - 0.5;
    }
}
