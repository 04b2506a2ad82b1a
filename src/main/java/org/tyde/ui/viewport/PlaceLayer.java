package org.tyde.ui.viewport;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import org.tyde.ui.control.OutlinedText;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where other viewports are, over a picture: the line along which the active viewport's image cuts this one,
/// and the cross of the place in the patient that is pointed at, with its words.
final class PlaceLayer extends Region {
    private static final double GAP = 5;
    private static final double ARM = 14;
    private static final double BESIDE = 12;

    /// A line on the screen.
    ///
    /// @param from px
    /// @param to px
    record Stretch(ScreenPoint from, ScreenPoint to) {}

    /// A place that is pointed at.
    ///
    /// @param at px; empty: it is not in this picture
    /// @param words beside it, or alone in the middle
    record Mark(Optional<ScreenPoint> at, List<String> words) {
        /// Copies the list.
        Mark {
            words = List.copyOf(words);
        }
    }

    private Optional<Stretch> reference = Optional.empty();
    private Optional<Mark> mark = Optional.empty();

    PlaceLayer() {
        getStyleClass().add("overlay");
        setMouseTransparent(true);
    }

    /// @return the reference line now drawn
    Optional<Stretch> reference() {
        return reference;
    }

    /// @return the place now marked
    Optional<Mark> mark() {
        return mark;
    }

    void show(Optional<Stretch> line, Optional<Mark> place) {
        if (line.equals(reference) && place.equals(mark)) return;
        reference = line;
        mark = place;
        getChildren().clear();
        line.ifPresent(l -> stretch(l.from(), l.to(), "reference-line"));
        mark.ifPresent(this::draw);
    }

    private void draw(Mark place) {
        place.at()
                .ifPresent(
                        p -> {
                            for (int[] way : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}})
                                stretch(
                                        p.plus(way[0] * GAP, way[1] * GAP),
                                        p.plus(way[0] * ARM, way[1] * ARM),
                                        "place-cross");
                        });
        var texts = new ArrayList<OutlinedText>();
        for (var words : place.words()) texts.add(new OutlinedText(words));
        getChildren().addAll(texts);
        applyCss();
        double widest = texts.stream().mapToDouble(OutlinedText::textWidth).max().orElse(0);
        double high = texts.stream().mapToDouble(OutlinedText::lineHeight).sum();
        var from =
                place.at()
                        .orElseGet(
                                () ->
                                        new ScreenPoint(
                                                (getWidth() - widest) / 2, getHeight() * 0.7));
        double x = place.at().isEmpty() ? from.x() : from.x() + BESIDE;
        double y = place.at().isEmpty() ? from.y() : from.y() + BESIDE;
        if (x + widest > getWidth()) x = Math.max(0, from.x() - BESIDE - widest);
        if (y + high > getHeight()) y = Math.max(0, from.y() - BESIDE - high);
        for (var text : texts) {
            text.relocateBaseline(Math.rint(x), Math.rint(y + text.ascent()));
            y += text.lineHeight();
        }
    }

    private void stretch(ScreenPoint from, ScreenPoint to, String style) {
        for (var kind : List.of(style + "-shade", style)) {
            var line = new Line(from.x(), from.y(), to.x(), to.y());
            line.getStyleClass().add(kind);
            getChildren().add(line);
        }
    }
}
