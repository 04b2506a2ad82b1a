package org.tyde.ui.settings;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.tyde.refusal.Refusal;
import org.tyde.report.template.Piece;
import org.tyde.ui.Messages;

/// A section of a template as it will stand in a report: fields by their names, or with their normal text.
final class TemplatePreview extends VBox {
    private final TemplateDraft draft;
    private final Messages messages;
    private final TextFlow flow = new TextFlow();
    private final Label wrong = new Label();
    private final CheckBox normal = new CheckBox();

    TemplatePreview(TemplateDraft draft, Messages messages) {
        this.draft = draft;
        this.messages = messages;
        var words = messages.in(TemplatePreview.class);
        getStyleClass().addAll("template-preview", "boxes");
        normal.textProperty().bind(words.bind("template.preview.normal"));
        normal.selectedProperty().subscribe(_ -> show());
        wrong.getStyleClass().add("danger");
        wrong.setWrapText(true);
        flow.getStyleClass().add("flow");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        getChildren().addAll(normal, flow, wrong);
        draft.stateProperty().subscribe(_ -> show());
        messages.localeProperty().subscribe(_ -> show());
    }

    private void show() {
        try {
            var pieces = draft.pieces();
            wrong.setText("");
            flow.getChildren().setAll(pieces.stream().map(this::text).toList());
        } catch (Refusal refused) {
            wrong.setText(messages.sentence(refused));
        }
    }

    private Text text(Piece piece) {
        return switch (piece) {
            case Piece.Words(var words) -> text(words, "words");
            case Piece.Slot(var field, var usual) ->
                    normal.isSelected() && !usual.isEmpty()
                            ? text(usual, "normal")
                            : text(field.placeholder(), field.required() ? "required" : "open");
            case Piece.Merged(var value) ->
                    text("[" + value.text(messages.locale()) + "]", "merged");
            case Piece.Nested(var name) -> text("{" + name + "}", "merged");
        };
    }

    private static Text text(String text, String style) {
        var node = new Text(text);
        node.getStyleClass().add(style);
        return node;
    }
}
