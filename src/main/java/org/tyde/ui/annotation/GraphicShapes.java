package org.tyde.ui.annotation;

import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineJoin;

import org.tyde.evidence.presentation.Graphic;
import org.tyde.imaging.lut.Ink;

import java.util.ArrayList;
import java.util.List;

/// Figures as lines on a shade.
final class GraphicShapes {
    private static final double THICKNESS = 1.4;
    private static final double SHADE = 2;
    private static final double POINT = 2;

    /// A quarter of an ellipse as a cubic curve: the handle over the half axis.
    private static final double QUARTER = 4 * (Math.sqrt(2) - 1) / 3;

    private GraphicShapes() {}

    /// @param graphic of a state
    /// @param layer ink of its layer
    /// @param ground where the picture lies
    /// @return the node that draws it
    static Node of(Graphic graphic, Ink layer, Ground ground) {
        var points = graphic.points().stream().map(ground::at).toList();
        var ink = graphic.line().ink().orElse(layer);
        double thickness = graphic.line().thickness().orElse(THICKNESS);
        if (graphic.kind() == Graphic.Kind.POINT) return point(points.getFirst(), ink, thickness);
        var shade = outline(graphic, points);
        shade.setStroke(Colours.shade(ink));
        shade.setStrokeWidth(thickness + SHADE);
        var line = outline(graphic, points);
        line.setStroke(Colours.of(ink));
        line.setStrokeWidth(thickness);
        for (var shape : List.of(shade, line)) {
            shape.setFill(Color.TRANSPARENT);
            shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
            if (graphic.line().dashed())
                shape.getStrokeDashArray().setAll(4 * thickness, 4 * thickness);
        }
        if (graphic.filled()) line.setFill(Colours.of(graphic.fill().orElse(ink)));
        return new Group(shade, line);
    }

    private static Node point(Point2D at, Ink ink, double thickness) {
        var radius = Math.max(POINT, thickness);
        var shade = new Circle(at.getX(), at.getY(), radius + SHADE / 2, Colours.shade(ink));
        return new Group(shade, new Circle(at.getX(), at.getY(), radius, Colours.of(ink)));
    }

    private static Shape outline(Graphic graphic, List<Point2D> points) {
        return switch (graphic.kind()) {
            case POINT, POLYLINE -> new Path(straight(points, graphic.closed()));
            case INTERPOLATED -> new Path(smooth(points, graphic.closed()));
            case CIRCLE -> {
                var centre = points.get(0);
                yield new Circle(centre.getX(), centre.getY(), centre.distance(points.get(1)));
            }
            case ELLIPSE -> new Path(ellipse(points));
        };
    }

    private static List<PathElement> straight(List<Point2D> points, boolean closed) {
        var path = new ArrayList<PathElement>();
        path.add(new MoveTo(points.getFirst().getX(), points.getFirst().getY()));
        for (var p : points.subList(1, points.size())) path.add(new LineTo(p.getX(), p.getY()));
        if (closed) path.add(new ClosePath());
        return path;
    }

    /// A curve that passes through each point in the direction from the point before to the one after.
    private static List<PathElement> smooth(List<Point2D> all, boolean closed) {
        var points = closed ? all.subList(0, all.size() - 1) : all;
        int n = points.size();
        var path = new ArrayList<PathElement>();
        path.add(new MoveTo(points.getFirst().getX(), points.getFirst().getY()));
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            var from = points.get(i);
            var to = points.get((i + 1) % n);
            var before = closed || i > 0 ? points.get((i + n - 1) % n) : from;
            var after = closed || i + 2 < n ? points.get((i + 2) % n) : to;
            path.add(
                    curve(
                            from.add(to.subtract(before).multiply(1 / 6.0)),
                            to.subtract(after.subtract(from).multiply(1 / 6.0)),
                            to));
        }
        if (closed) path.add(new ClosePath());
        return path;
    }

    private static PathElement curve(Point2D leaving, Point2D coming, Point2D to) {
        return new CubicCurveTo(
                leaving.getX(), leaving.getY(), coming.getX(), coming.getY(), to.getX(), to.getY());
    }

    /// Axes stay conjugate under turning and stretching, so the ellipse is right for any pixel shape.
    private static List<PathElement> ellipse(List<Point2D> ends) {
        var centre = ends.get(0).midpoint(ends.get(1));
        var major = ends.get(1).subtract(ends.get(0)).multiply(0.5);
        var minor = ends.get(3).subtract(ends.get(2)).multiply(0.5);
        var path = new ArrayList<PathElement>();
        var start = centre.add(major);
        path.add(new MoveTo(start.getX(), start.getY()));
        var from = major;
        var to = minor;
        for (int quarter = 0; quarter < 4; quarter++) {
            path.add(
                    curve(
                            centre.add(from).add(to.multiply(QUARTER)),
                            centre.add(to).add(from.multiply(QUARTER)),
                            centre.add(to)));
            var next = from.multiply(-1);
            from = to;
            to = next;
        }
        path.add(new ClosePath());
        return path;
    }
}
