package org.tyde.ui.viewport;

import org.tyde.evidence.presentation.Annotation;
import org.tyde.evidence.presentation.Graphic;
import org.tyde.evidence.presentation.GraphicLayer;
import org.tyde.evidence.presentation.LineStyle;
import org.tyde.evidence.presentation.Place;
import org.tyde.evidence.presentation.TextNote;
import org.tyde.geometry.ImagePoint;
import org.tyde.measure.Angle;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Length;
import org.tyde.measure.Measurement;

import java.util.List;
import java.util.Optional;

/// Measurements as a presentation state has them: the figure in pixels of the image, its numbers in a box
/// beside it, upright as the image is turned now.
///
/// @param pose where the image lies
record FigureAnnotations(Pose pose) {
    private static final double BESIDE = 10;
    private static final double LINE = 18;
    private static final double LETTER = 8;

    Annotation of(GraphicLayer layer, Measurement figure, List<String> lines) {
        return new Annotation(
                layer,
                List.of(graphic(figure)),
                lines.isEmpty() ? List.of() : List.of(note(figure, lines)));
    }

    private static Graphic graphic(Measurement figure) {
        return switch (figure) {
            case Length length -> graphic(Graphic.Kind.POLYLINE, length.points());
            case Angle angle -> graphic(Graphic.Kind.POLYLINE, angle.points());
            case Ellipse ellipse -> graphic(Graphic.Kind.ELLIPSE, axes(ellipse));
        };
    }

    private static Graphic graphic(Graphic.Kind kind, List<ImagePoint> points) {
        List<Place> places = points.stream().<Place>map(Place.InImage::new).toList();
        return new Graphic(kind, places, false, LineStyle.PLAIN, Optional.empty());
    }

    /// The longer one first.
    private static List<ImagePoint> axes(Ellipse ellipse) {
        var c = ellipse.centre();
        var across = List.of(c.plus(-ellipse.columnRadius(), 0), c.plus(ellipse.columnRadius(), 0));
        var down = List.of(c.plus(0, -ellipse.rowRadius()), c.plus(0, ellipse.rowRadius()));
        boolean wide = ellipse.columnRadius() >= ellipse.rowRadius();
        var first = wide ? across : down;
        var second = wide ? down : across;
        return List.of(first.get(0), first.get(1), second.get(0), second.get(1));
    }

    private TextNote note(Measurement figure, List<String> lines) {
        var anchor = figure.points().getFirst();
        for (var point : figure.points())
            if (pose.toScreen(point).x() > pose.toScreen(anchor).x()) anchor = point;
        // a minus that older character sets have too
        var plain = lines.stream().map(line -> line.replace('\u2212', '-')).toList();
        int longest = lines.stream().mapToInt(String::length).max().orElse(1);
        var from = pose.toScreen(anchor).plus(BESIDE, -LINE / 2);
        var to = from.plus(longest * LETTER, lines.size() * LINE);
        var box =
                new TextNote.Box(
                        new Place.InImage(pose.toImage(from)),
                        new Place.InImage(pose.toImage(to)),
                        TextNote.Justification.LEFT);
        var about = new TextNote.Anchor(new Place.InImage(anchor), false);
        return new TextNote(plain, Optional.of(box), Optional.of(about), Optional.empty());
    }
}
