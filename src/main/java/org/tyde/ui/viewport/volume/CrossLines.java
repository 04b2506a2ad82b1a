package org.tyde.ui.viewport.volume;

import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the two other planes cut this one: a line for each, open in the middle, where the pixels are looked
/// at. Near the middle a line is moved; at its handles it is turned; the middle itself moves both.
final class CrossLines extends Region {
    /// What the pointer takes hold of.
    sealed interface Hold {
        /// Where the planes meet.
        record Cross() implements Hold {}

        /// One plane is moved along its normal.
        ///
        /// @param other the plane whose line it is
        record Move(AnatomicPlane other) implements Hold {}

        /// The other planes are turned about this one's normal.
        ///
        /// @param other the plane whose line it is
        record Turn(AnatomicPlane other) implements Hold {}
    }

    private static final double OPEN = 14;
    private static final double NEAR = 6;
    private static final double HANDLE = 5;

    /// How far along its line, as a part of the shorter half of the pane, a handle lies.
    private static final double HANDLE_AT = 0.72;

    private final AnatomicPlane plane;
    private final Map<AnatomicPlane, List<Line>> lines = new EnumMap<>(AnatomicPlane.class);
    private final Map<AnatomicPlane, List<Circle>> handles = new EnumMap<>(AnatomicPlane.class);
    private Optional<PlaneLook> look = Optional.empty();

    /// @param plane that is looked at
    CrossLines(AnatomicPlane plane) {
        this.plane = plane;
        setMouseTransparent(true);
        for (var other : AnatomicPlane.values()) {
            if (other == plane) continue;
            var its = new ArrayList<Line>();
            // a dark line below the coloured one, seen on lung and on bone
            for (var style : List.of("cross-shade", "cross-shade", "cross-line", "cross-line")) {
                var line = new Line();
                line.getStyleClass().add(style);
                if (style.equals("cross-line")) line.getStyleClass().add(name(other));
                its.add(line);
            }
            var ends = new ArrayList<Circle>();
            for (int i = 0; i < 2; i++) {
                var circle = new Circle(HANDLE);
                circle.getStyleClass().addAll("cross-handle", name(other));
                ends.add(circle);
            }
            lines.put(other, its);
            handles.put(other, ends);
            getChildren().addAll(its);
            getChildren().addAll(ends);
        }
        setVisible(false);
    }

    static String name(AnatomicPlane plane) {
        return plane.name().toLowerCase(java.util.Locale.ROOT);
    }

    /// @param now how the plane stands; empty: nothing is shown
    void show(Optional<PlaneLook> now) {
        look = now;
        setVisible(now.isPresent());
        now.ifPresent(l -> lines.keySet().forEach(other -> place(l, other)));
    }

    /// The way the plane `other` runs in this one, length 1 in px.
    private ScreenPoint way(PlaneLook l, AnatomicPlane other) {
        var third =
                List.of(AnatomicPlane.values()).stream()
                        .filter(p -> p != plane && p != other)
                        .findFirst()
                        .orElseThrow();
        var along = l.along(l.view().inwards(third));
        double length = Math.hypot(along.x(), along.y());
        return new ScreenPoint(along.x() / length, along.y() / length);
    }

    private void place(PlaneLook l, AnatomicPlane other) {
        var at = l.toScreen(l.view().cross());
        var way = way(l, other);
        double far = l.width() + l.height();
        var its = lines.getOrDefault(other, List.of());
        for (int i = 0; i < its.size(); i++) {
            int side = i % 2 == 0 ? 1 : -1;
            var line = its.get(i);
            line.setStartX(at.x() + side * OPEN * way.x());
            line.setStartY(at.y() + side * OPEN * way.y());
            line.setEndX(at.x() + side * far * way.x());
            line.setEndY(at.y() + side * far * way.y());
        }
        var ends = handles.getOrDefault(other, List.of());
        for (int i = 0; i < ends.size(); i++) {
            var end = handle(l, other, i == 0 ? 1 : -1);
            ends.get(i).setCenterX(end.x());
            ends.get(i).setCenterY(end.y());
        }
    }

    private ScreenPoint handle(PlaneLook l, AnatomicPlane other, int side) {
        var at = l.toScreen(l.view().cross());
        var way = way(l, other);
        double reach = HANDLE_AT * Math.min(l.width(), l.height()) / 2;
        return new ScreenPoint(at.x() + side * reach * way.x(), at.y() + side * reach * way.y());
    }

    /// @param at px
    /// @return what is there to take hold of
    Optional<Hold> at(ScreenPoint at) {
        if (look.isEmpty()) return Optional.empty();
        var l = look.get();
        var cross = l.toScreen(l.view().cross());
        if (at.distance(cross) <= OPEN) return Optional.of(new Hold.Cross());
        for (var other : lines.keySet())
            for (int side : new int[] {1, -1})
                if (at.distance(handle(l, other, side)) <= HANDLE + NEAR)
                    return Optional.of(new Hold.Turn(other));
        for (var other : lines.keySet()) {
            var way = way(l, other);
            double beside =
                    Math.abs((at.x() - cross.x()) * way.y() - (at.y() - cross.y()) * way.x());
            if (beside <= NEAR) return Optional.of(new Hold.Move(other));
        }
        return Optional.empty();
    }
}
