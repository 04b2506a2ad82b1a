package org.tyde.ui.viewport.state;

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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Measurements as a presentation state has them: the figure in pixels of the image, its numbers in a box
/// beside it, upright as the image is turned now.
///
/// @param pose where the image lies
public record FigureAnnotations(Pose pose) {
    private static final double BESIDE = 10;
    private static final double LINE = 18;
    private static final double LETTER = 8;

    /// Pixels of the image that a point may move when it is written as a 32-bit float.
    private static final double WRITTEN = 0.01;

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

    /// What of a state is not on screen already: a figure that is a live mark too is drawn once, by the mark, which
    /// a hand can take hold of. Words stay where the mark does not say the same.
    ///
    /// @param stated by a presentation state
    /// @param live figures on the frame, with their words
    /// @return what the state draws besides
    public static List<Annotation> beside(
            List<Annotation> stated, Map<Measurement, List<String>> live) {
        var left = new ArrayList<Annotation>();
        for (var annotation : stated) {
            var said = new HashSet<List<String>>();
            var graphics = new ArrayList<>(annotation.graphics());
            live.forEach(
                    (figure, lines) -> {
                        if (graphics.removeIf(g -> same(g, graphic(figure))))
                            said.add(written(lines));
                    });
            var notes =
                    annotation.notes().stream()
                            .filter(n -> !said.contains(written(n.lines())))
                            .toList();
            if (!graphics.isEmpty() || !notes.isEmpty())
                left.add(new Annotation(annotation.layer(), graphics, notes));
        }
        return left;
    }

    private static boolean same(Graphic stated, Graphic live) {
        if (stated.kind() != live.kind()
                || stated.filled()
                || stated.points().size() != live.points().size()) return false;
        for (int i = 0; i < live.points().size(); i++)
            if (!(stated.points().get(i) instanceof Place.InImage(var a))
                    || !(live.points().get(i) instanceof Place.InImage(var b))
                    || Math.abs(a.column() - b.column()) > WRITTEN
                    || Math.abs(a.row() - b.row()) > WRITTEN) return false;
        return true;
    }

    /// With a minus that older character sets have too, and one decimal sign for all languages.
    private static List<String> written(List<String> lines) {
        return lines.stream().map(l -> l.replace('\u2212', '-').replace(',', '.').strip()).toList();
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
