package org.tyde.app.desk;

import org.tyde.evidence.Figure;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.SpaceFigure;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Point3;
import org.tyde.hanging.ImageStack;
import org.tyde.hanging.StackFrame;
import org.tyde.imaging.FrameKey;
import org.tyde.report.flow.AiFinding;
import org.tyde.ui.viewport.FoundRegion;
import org.tyde.ui.viewport.PointedRegion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the figures of findings lie on the images of a case. One in space is drawn on images of its own frame of
/// reference, and on those alone in whose slice it lies whole.
final class FoundFigures {
    private static final double THIN = 0.5;

    private FoundFigures() {}

    /// @param stacks of the case
    /// @param findings with their figures
    /// @return what is to be drawn, with who found it
    static List<FoundRegion> on(List<ImageStack> stacks, List<AiFinding> findings) {
        var all = new ArrayList<FoundRegion>();
        for (var finding : findings) {
            var who = finding.who();
            var figures = finding.group().figures();
            for (var figure : figures.onImages()) {
                var image = figure.image();
                var frames = image.frames().isEmpty() ? List.of(1) : image.frames();
                for (int frame : frames)
                    all.add(region(new FrameKey(image.sopUid(), frame), figure, who));
            }
            for (var figure : figures.inSpace())
                for (var stack : stacks)
                    if (stack.frameOfReference().equals(Optional.of(figure.frameOfReference())))
                        inSpace(stack, figure, who, all);
        }
        return all;
    }

    private static FoundRegion region(FrameKey key, Figure figure, String who) {
        return new FoundRegion(new PointedRegion(key, figure), who);
    }

    private static void inSpace(
            ImageStack stack, SpaceFigure figure, String who, List<FoundRegion> into) {
        double half = half(stack);
        for (var frame : stack.frames()) {
            if (frame.plane().isEmpty()) continue;
            var plane = frame.plane().get();
            var near =
                    figure.points().stream()
                            .filter(p -> Math.abs(plane.distanceAlongNormal(p)) <= half)
                            .toList();
            boolean places = figure.graphic() == SpaceFigure.Graphic.MULTIPOINT;
            if (near.isEmpty() || !places && near.size() < figure.points().size()) continue;
            into.add(region(frame.key(), flat(figure.graphic(), near, plane, frame), who));
        }
    }

    /// Half of the way to the next slice.
    private static double half(ImageStack stack) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < stack.size(); i++) {
            var one = stack.frame(i - 1).level();
            var next = stack.frame(i).level();
            if (one.isEmpty() || next.isEmpty()) continue;
            double step = Math.abs(next.getAsDouble() - one.getAsDouble());
            if (step > 0) least = Math.min(least, step);
        }
        return Double.isInfinite(least) ? THIN : least / 2;
    }

    /// An SR counts from the outer corner of the first pixel (PS3.3 C.18.6.1.1).
    private static Figure flat(
            SpaceFigure.Graphic graphic, List<Point3> points, ImagePlane plane, StackFrame frame) {
        var flat = new ArrayList<ImagePoint>();
        for (var point : points) flat.add(plane.toImage(point).plus(0.5, 0.5));
        if (graphic == SpaceFigure.Graphic.POLYGON) flat.add(flat.getFirst());
        var as =
                switch (graphic) {
                    case POINT -> Figure.Graphic.POINT;
                    case MULTIPOINT -> Figure.Graphic.MULTIPOINT;
                    case POLYLINE, POLYGON -> Figure.Graphic.POLYLINE;
                    case ELLIPSE -> Figure.Graphic.ELLIPSE;
                };
        var key = frame.key();
        return new Figure(
                as,
                flat,
                new InstanceReference("", "", "", key.sopInstanceUid(), List.of(key.frame())));
    }
}
