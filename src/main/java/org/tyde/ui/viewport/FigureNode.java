package org.tyde.ui.viewport;

import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
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

import java.util.ArrayList;
import java.util.List;

/// One drawn figure: its line on a dark shade, its handles, its numbers.
final class FigureNode extends Group {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double RADIUS = 4;

    /// @param figure drawn
    /// @param pose where the image lies
    /// @param lines its numbers
    /// @param selected whether the hand holds it
    FigureNode(Measurement figure, Pose pose, List<String> lines, boolean selected) {
        getStyleClass().add("measurement");
        setAutoSizeChildren(false);
        pseudoClassStateChanged(SELECTED, selected);
        var shade = outline(figure, pose);
        shade.getStyleClass().add("measurement-shade");
        var line = outline(figure, pose);
        line.getStyleClass().add("measurement-line");
        getChildren().addAll(shade, line);
        double right = Double.NEGATIVE_INFINITY;
        double beside = 0;
        for (var point : figure.points()) {
            var at = pose.toScreen(point);
            var handle = new Circle(at.x(), at.y(), RADIUS);
            handle.getStyleClass().add("measurement-handle");
            getChildren().add(handle);
            if (at.x() > right) {
                right = at.x();
                beside = at.y();
            }
        }
        write(lines, right + 10, beside);
    }

    private void write(List<String> lines, double x, double y) {
        var texts = new ArrayList<OutlinedText>();
        for (var words : lines) texts.add(new OutlinedText(words));
        getChildren().addAll(texts);
        applyCss();
        double baseline = y + 4;
        for (var text : texts) {
            text.relocateBaseline(Math.rint(x), Math.rint(baseline));
            baseline += text.lineHeight();
        }
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
