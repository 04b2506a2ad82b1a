package org.tyde.ui.reporting.editor;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.text.TextFlow;

import org.tyde.report.Caret;

import java.util.Optional;

/// From points on the report's words to places in the report.
final class EditorPlaces {
    private final TextFlow flow;

    /// @param flow the words
    EditorPlaces(TextFlow flow) {
        this.flow = flow;
    }

    /// @param point in the flow
    /// @return the place nearest to it
    Optional<Caret> at(EditorText text, Point2D point) {
        return text.nearest(hit(text, point));
    }

    /// @param caret where it is drawn, in the flow
    /// @param direction -1 up, 1 down
    /// @return the place a line away, at about the same column
    Optional<Caret> lineAway(EditorText text, Bounds caret, int direction) {
        double height = Math.max(8, caret.getHeight());
        double x = caret.getCenterX();
        for (double y = caret.getCenterY() + direction * height;
                y > -height && y < flow.getHeight() + height;
                y += direction * height) {
            int hit = hit(text, new Point2D(x, y));
            var place = text.layout().caretAt(hit);
            if (place.isPresent() && hit != text.caret()) return place;
        }
        return text.nearest(direction < 0 ? 0 : text.layout().text().length());
    }

    private int hit(EditorText text, Point2D point) {
        return text.toLayout(flow.getHitInfo(point).getInsertionIndex());
    }
}
