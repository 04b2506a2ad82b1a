package org.tyde.ui.reporting.editor;

import javafx.geometry.Point2D;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

import org.tyde.report.Caret;
import org.tyde.report.Report;
import org.tyde.report.flow.SaidAtViews;
import org.tyde.ui.reporting.flow.FlowModel;

import java.util.Arrays;
import java.util.Optional;

/// The margin left of the report's words: a line beside what was said with an image on screen; a click on it
/// leads back to that image.
final class EditorMargin {
    private static final double IN_MARGIN = 7;

    private EditorMargin() {}

    /// @param caret the caret's line where it was said
    /// @return that line, moved into the margin
    static PathElement[] line(PathElement[] caret) {
        return Arrays.stream(caret)
                .map(
                        e ->
                                switch (e) {
                                    case MoveTo m -> new MoveTo(-IN_MARGIN, m.getY() + 3);
                                    case LineTo l -> new LineTo(-IN_MARGIN, l.getY() - 3);
                                    default -> e;
                                })
                .toArray(PathElement[]::new);
    }

    /// @param point clicked, in the flow of the words
    /// @param place in the report beside it
    /// @param way leads back to images
    /// @return whether an image was on screen when this was said, which is shown again
    static boolean returned(Point2D point, Report report, Optional<Caret> place, FlowModel way) {
        if (point.getX() >= 0) return false;
        var view = place.flatMap(c -> SaidAtViews.at(report.content(), c));
        view.ifPresent(way::returnTo);
        return view.isPresent();
    }
}
