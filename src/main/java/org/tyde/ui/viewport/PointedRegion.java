package org.tyde.ui.viewport;

import org.tyde.evidence.Figure;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.FrameKey;

import java.util.ArrayList;
import java.util.List;

/// A region that a document draws on an image, shown while its reader looks at it. It is no measurement of the
/// case and is not kept.
///
/// @param key on which frame
/// @param figure as the document draws it: pixels from the outer corner of the first one (PS3.3 C.18.6.1.1)
public record PointedRegion(FrameKey key, Figure figure) {
    private static final int STEPS = 64;
    private static final double ARM = 6;

    /// @return lines to be drawn, in the image; a point is a cross
    public List<List<ImagePoint>> lines() {
        var points = figure.points().stream().map(p -> p.plus(-0.5, -0.5)).toList();
        return switch (figure.graphic()) {
            case POINT, MULTIPOINT -> points.stream().flatMap(p -> cross(p).stream()).toList();
            case POLYLINE -> List.of(points);
            case CIRCLE -> {
                var across = vector(points.get(0), points.get(1));
                yield List.of(
                        round(
                                points.get(0),
                                across,
                                new ImagePoint(-across.row(), across.column())));
            }
            case ELLIPSE -> {
                var centre = middle(points.get(0), points.get(1));
                yield List.of(
                        round(
                                centre,
                                vector(centre, points.get(1)),
                                vector(middle(points.get(2), points.get(3)), points.get(3))));
            }
        };
    }

    private static List<List<ImagePoint>> cross(ImagePoint at) {
        return List.of(
                List.of(at.plus(-ARM, 0), at.plus(ARM, 0)),
                List.of(at.plus(0, -ARM), at.plus(0, ARM)));
    }

    private static List<ImagePoint> round(ImagePoint centre, ImagePoint one, ImagePoint other) {
        var line = new ArrayList<ImagePoint>();
        for (int i = 0; i <= STEPS; i++) {
            double angle = 2 * Math.PI * i / STEPS;
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            line.add(
                    centre.plus(
                            c * one.column() + s * other.column(),
                            c * one.row() + s * other.row()));
        }
        return line;
    }

    private static ImagePoint middle(ImagePoint a, ImagePoint b) {
        return new ImagePoint((a.column() + b.column()) / 2, (a.row() + b.row()) / 2);
    }

    private static ImagePoint vector(ImagePoint from, ImagePoint to) {
        return new ImagePoint(to.column() - from.column(), to.row() - from.row());
    }
}
