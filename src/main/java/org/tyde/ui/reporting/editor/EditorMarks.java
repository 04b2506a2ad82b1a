package org.tyde.ui.reporting.editor;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

import org.tyde.report.Meaning;
import org.tyde.report.flow.MeasuredText;

import java.util.List;
import java.util.stream.Stream;

/// What is drawn below and above the report's words: open fields, the selection, lines under words and the
/// caret. Positions are those of the flow of the words.
final class EditorMarks {
    private static final PseudoClass RESTING = PseudoClass.getPseudoClass("resting");
    private final TextFlow flow;
    private final Path open = path("open-field");
    private final Path required = path("required-field");
    private final Path selection = path("selection");
    private final Path uncertain = path("uncertain");
    private final Path trial = path("trial");
    private final Path stale = path("stale");
    private final Path saidAt = path("said-at");
    private final Path caret = path("caret");

    /// @param flow the words
    EditorMarks(TextFlow flow) {
        this.flow = flow;
    }

    private static Path path(String look) {
        var path = new Path();
        path.getStyleClass().add(look);
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    List<Path> below() {
        return List.of(open, required, selection);
    }

    List<Path> above() {
        return List.of(uncertain, trial, stale, saidAt, caret);
    }

    void clear() {
        Stream.concat(below().stream(), above().stream())
                .forEach(
                        path -> {
                            path.getElements().clear();
                            path.relocate(0, 0);
                            path.setLayoutX(0);
                            path.setLayoutY(0);
                            path.setTranslateX(flow.getLayoutX());
                            path.setTranslateY(flow.getLayoutY());
                        });
    }

    /// @param text shown in the flow
    /// @param selected in it
    /// @param outdated numbers that their measurements no longer say
    void draw(EditorText text, EditorSelection selected, List<MeasuredText.Stale> outdated) {
        int at = text.caret();
        for (var stretch : text.open(false)) fill(open, stretch);
        for (var stretch : text.open(true)) fill(required, stretch);
        if (selected.some(at))
            fill(
                    selection,
                    new int[] {text.toShown(selected.from(at)), text.toShown(selected.to(at))});
        for (var stretch : text.marked(Meaning.Uncertain.class)) underline(uncertain, stretch);
        for (var stretch : text.marked(Meaning.Trial.class)) underline(trial, stretch);
        for (var stretch : text.marked(Meaning.SaidAt.class))
            saidAt.getElements().addAll(EditorMargin.line(flow.getCaretShape(stretch[0], true)));
        for (var one : outdated)
            text.shown(one.mark()).ifPresent(stretch -> underline(stale, stretch));
        caret.getElements().setAll(flow.getCaretShape(text.toShown(at), true));
    }

    private void fill(Path path, int[] stretch) {
        path.getElements().addAll(flow.getRangeShape(stretch[0], stretch[1], false));
    }

    private void underline(Path path, int[] stretch) {
        path.getElements().addAll(flow.getUnderlineShape(stretch[0], stretch[1]));
    }

    /// @param resting whether the focus is elsewhere
    void rest(boolean resting) {
        caret.pseudoClassStateChanged(RESTING, resting);
    }

    /// @return the caret, in the editor
    Bounds caretInEditor() {
        return caret.getBoundsInParent();
    }

    /// @return the caret, in the flow
    Bounds caretInFlow() {
        return caret.getLayoutBounds();
    }
}
