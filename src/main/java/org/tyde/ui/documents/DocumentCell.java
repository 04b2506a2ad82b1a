package org.tyde.ui.documents;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.tyde.evidence.DocumentState;
import org.tyde.report.documents.StudyDocument;
import org.tyde.ui.Messages;

/// A document in the list: when, what, how final and by whom, and what it has to do with the open study.
final class DocumentCell extends ListCell<StudyDocument> {
    private static final PseudoClass NOT_FINAL = PseudoClass.getPseudoClass("not-final");
    private final Messages messages;

    DocumentCell(Messages messages) {
        this.messages = messages;
        getStyleClass().add("document-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable StudyDocument document, boolean empty) {
        super.updateItem(document, empty);
        if (empty || document == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        var day = new Label(DocumentWords.day(document));
        day.getStyleClass().add(document.prior().isPresent() ? "prior" : "strong");
        day.setMinWidth(USE_PREF_SIZE);
        var examination =
                document.study().description().isBlank()
                        ? DocumentWords.title(document, messages)
                        : document.study().description();
        var what = label(examination, "what");
        var title = label(DocumentWords.title(document, messages), "quiet");
        title.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        var first = new HBox(day, what, title);
        first.getStyleClass().add("first");
        var about = label(DocumentWords.about(document, messages), "state");
        about.pseudoClassStateChanged(
                NOT_FINAL, document.report() && document.state() != DocumentState.SIGNED);
        var box = new VBox(first, about);
        document.prior()
                .map(p -> p.reason(messages.locale()))
                .ifPresent(why -> box.getChildren().add(label(why, "quiet")));
        setGraphic(box);
        setAccessibleText(day.getText() + " " + examination + " " + about.getText());
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
