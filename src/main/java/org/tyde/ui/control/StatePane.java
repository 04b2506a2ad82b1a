package org.tyde.ui.control;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What stands where content would: nothing here, loading, or it failed; in words, with at most one way on.
public final class StatePane extends VBox {
    /// Which state.
    public enum Kind {
        /// There is nothing, and that is in order.
        EMPTY,
        /// It is on its way.
        LOADING,
        /// It did not work.
        ERROR,
        /// The archive cannot be reached; what is here can be used.
        OFFLINE
    }

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Button action = new Button();

    /// Starts empty and without words.
    public StatePane() {
        getStyleClass().add("state-pane");
        title.getStyleClass().add("title");
        sentence.getStyleClass().add("sentence");
        for (var label : new Label[] {title, sentence}) {
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
        }
        setAlignment(Pos.CENTER);
        setFillWidth(false);
        progress.setMaxWidth(160);
        ControlStyles.wear(this);
        show(Kind.EMPTY, "", "");
    }

    /// @param kind which state
    /// @param heading a few words
    /// @param words one sentence, or empty
    public void show(Kind kind, String heading, String words) {
        title.setText(heading);
        sentence.setText(words);
        pseudoClassStateChanged(ERROR, kind == Kind.ERROR);
        getChildren().setAll(title);
        if (!words.isEmpty()) getChildren().add(sentence);
        if (kind == Kind.LOADING) getChildren().add(progress);
        setAccessibleText(heading + ". " + words);
    }

    /// Adds the one way on; call after [#show].
    ///
    /// @param words on the button
    /// @param step what it does
    public void offer(String words, Runnable step) {
        action.setText(words);
        action.setOnAction(_ -> step.run());
        if (!getChildren().contains(action)) getChildren().add(action);
    }

    /// @param share 0 to 1, or negative while unknown
    public void setProgress(double share) {
        progress.setProgress(share < 0 ? ProgressBar.INDETERMINATE_PROGRESS : share);
    }

    /// @return the heading shown
    public String heading() {
        return title.getText();
    }
}
