package org.tyde.ui.viewport.state;

import org.tyde.measure.Angle;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Length;
import org.tyde.measure.Measurement;
import org.tyde.reading.FrameMeasurement;

import java.util.List;
import java.util.Optional;

/// Where drawn figures are on screen, and which one a hand takes hold of.
public final class Figures {
    private static final double HANDLE = 9;
    private static final double LINE = 6;

    private Figures() {}

    /// What is under the pointer.
    ///
    /// @param measurement the figure
    /// @param point index of the handle, -1 for its line
    public record Hit(FrameMeasurement measurement, int point) {}

    /// @param all the figures on the frame
    /// @param pose where the image lies
    /// @param at a place in the viewport
    /// @return the handle nearest to it, else the line; the last drawn lies on top
    public static Optional<Hit> hit(List<FrameMeasurement> all, Pose pose, ScreenPoint at) {
        for (var m : all.reversed()) {
            var points = m.figure().points();
            for (int i = 0; i < points.size(); i++)
                if (pose.toScreen(points.get(i)).distance(at) <= HANDLE)
                    return Optional.of(new Hit(m, i));
        }
        for (var m : all.reversed())
            if (distance(m.figure(), pose, at) <= LINE) return Optional.of(new Hit(m, -1));
        return Optional.empty();
    }

    /// @param figure drawn
    /// @param pose where the image lies
    /// @param at a place in the viewport
    /// @return px from its line
    public static double distance(Measurement figure, Pose pose, ScreenPoint at) {
        return switch (figure) {
            case Length(var from, var to) -> segment(pose.toScreen(from), pose.toScreen(to), at);
            case Angle(var from, var vertex, var to) ->
                    Math.min(
                            segment(pose.toScreen(from), pose.toScreen(vertex), at),
                            segment(pose.toScreen(vertex), pose.toScreen(to), at));
            case Ellipse ellipse -> outline(ellipse, pose, at);
        };
    }

    private static double outline(Ellipse ellipse, Pose pose, ScreenPoint at) {
        var a = pose.toScreen(ellipse.corner());
        var b = pose.toScreen(ellipse.opposite());
        double rx = Math.max(0.5, Math.abs(a.x() - b.x()) / 2);
        double ry = Math.max(0.5, Math.abs(a.y() - b.y()) / 2);
        double x = at.x() - (a.x() + b.x()) / 2;
        double y = at.y() - (a.y() + b.y()) / 2;
        double turn = Math.atan2(y / ry, x / rx);
        return Math.hypot(x - rx * Math.cos(turn), y - ry * Math.sin(turn));
    }

    private static double segment(ScreenPoint a, ScreenPoint b, ScreenPoint p) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double square = dx * dx + dy * dy;
        double along =
                square == 0
                        ? 0
                        : Math.clamp(((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / square, 0, 1);
        return p.distance(a.plus(dx * along, dy * along));
    }
}
