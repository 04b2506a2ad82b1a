package org.tyde.ui.viewport.state;

import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Shape;

import org.tyde.measure.Angle;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Length;
import org.tyde.measure.Measurement;
import org.tyde.ui.control.OutlinedText;
import org.tyde.ui.viewport.text.LabelRoom;

import java.util.ArrayList;
import java.util.List;

/// One drawn figure: its line on a dark shade, its handles, its numbers.
public final class FigureNode extends Group {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double RADIUS = 4;
    private static final double BESIDE = 10;
    private static final double BELOW = 4;

    private final List<OutlinedText> texts = new ArrayList<>();
    private ScreenPoint anchor = new ScreenPoint(Double.NEGATIVE_INFINITY, 0);

    /// @param figure drawn
    /// @param pose where the image lies
    /// @param lines its numbers
    /// @param selected whether the hand holds it
    public FigureNode(Measurement figure, Pose pose, List<String> lines, boolean selected) {
        getStyleClass().add("measurement");
        setAutoSizeChildren(false);
        pseudoClassStateChanged(SELECTED, selected);
        var shade = outline(figure, pose);
        shade.getStyleClass().add("measurement-shade");
        var line = outline(figure, pose);
        line.getStyleClass().add("measurement-line");
        getChildren().addAll(shade, line);
        for (var point : figure.points()) {
            var at = pose.toScreen(point);
            var handle = new Circle(at.x(), at.y(), RADIUS);
            handle.getStyleClass().add("measurement-handle");
            getChildren().add(handle);
            if (at.x() > anchor.x()) anchor = at;
        }
        for (var words : lines) texts.add(new OutlinedText(words));
        getChildren().addAll(texts);
    }

    /// @return px from the top of the viewport, where the numbers would stand
    public double level() {
        return anchor.y();
    }

    /// Puts the numbers beside the figure, where there is room; to be called once it is in a scene. Numbers
    /// that stand elsewhere are tied to it by a thin line.
    ///
    /// @param room that is left for words
    public void write(LabelRoom room) {
        if (texts.isEmpty()) return;
        applyCss();
        double ascent = texts.getFirst().ascent();
        double width = 0;
        double height = 0;
        for (var text : texts) {
            width = Math.max(width, text.textWidth());
            height += text.lineHeight();
        }
        double x = anchor.x() + BESIDE;
        double y = anchor.y() + BELOW - ascent;
        var place = room.take(x, y, width, height);
        if (Math.abs(place.getMinY() - y) > height || Math.abs(place.getMinX() - x) > BESIDE)
            getChildren().add(0, leader(place.getMinX(), place.getMinY() + height / 2));
        double baseline = place.getMinY() + ascent;
        for (var text : texts) {
            text.relocateBaseline(Math.rint(place.getMinX()), Math.rint(baseline));
            baseline += text.lineHeight();
        }
    }

    private Line leader(double x, double y) {
        var line = new Line(anchor.x(), anchor.y(), x, y);
        line.getStyleClass().add("measurement-leader");
        return line;
    }

    private static Shape outline(Measurement figure, Pose pose) {
        return switch (figure) {
            case Length length -> line(length.points(), pose);
            case Angle angle -> line(angle.points(), pose);
            case Ellipse ellipse -> {
                var a = pose.toScreen(ellipse.corner());
                var b = pose.toScreen(ellipse.opposite());
                yield new javafx.scene.shape.Ellipse(
                        (a.x() + b.x()) / 2,
                        (a.y() + b.y()) / 2,
                        Math.abs(a.x() - b.x()) / 2,
                        Math.abs(a.y() - b.y()) / 2);
            }
        };
    }

    private static Path line(List<org.tyde.geometry.ImagePoint> points, Pose pose) {
        var elements = new ArrayList<PathElement>();
        for (var point : points) {
            var at = pose.toScreen(point);
            elements.add(
                    elements.isEmpty() ? new MoveTo(at.x(), at.y()) : new LineTo(at.x(), at.y()));
        }
        return new Path(elements);
    }
}
