package org.tyde.ui.settings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.tyde.refusal.Refusal;
import org.tyde.report.template.FieldParts;
import org.tyde.report.template.FieldParts.Kind;
import org.tyde.report.template.FieldSpot;
import org.tyde.report.template.Piece;
import org.tyde.ui.Messages;

import java.util.List;
import java.util.Optional;

/// One field of a template, part by part. What is entered is written into the text at once, where it can be read; why
/// not is said below.
final class FieldForm extends VBox {
    private final TemplateDraft draft;
    private final Messages messages;
    private final Messages.Room words;
    private final TextField name = new TextField();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.WORDS);
    private final TextField unit = new TextField();
    private final TextField least = new TextField();
    private final TextField most = new TextField();
    private final TextArea choices = new TextArea();
    private final CheckBox required = new CheckBox();
    private final TextField normal = new TextField();
    private final TextField trigger = new TextField();
    private final Label wrong = new Label();
    private final Label none = new Label();
    private final FormGrid grid;
    private boolean showing;
    private boolean writing;

    FieldForm(TemplateDraft draft, Messages messages) {
        this.draft = draft;
        this.messages = messages;
        words = messages.in(FieldForm.class);
        grid = new FormGrid(words);
        getStyleClass().addAll("field-form", "boxes");
        var number = kind.isEqualTo(Kind.NUMBER);
        var choice = kind.isEqualTo(Kind.ONE).or(kind.isEqualTo(Kind.SOME));
        ComboBox<Kind> kinds =
                Choice.of(
                        words,
                        List.of(Kind.values()),
                        k -> words.text("field.kind." + k),
                        kind,
                        kind::set);
        choices.setPrefRowCount(4);
        grid.row("field.name", name);
        grid.row("field.kind", kinds);
        grid.row("field.choices", choices, choice);
        grid.row("field.unit", unit, number);
        grid.row("field.least", least, number);
        grid.row("field.most", most, number);
        grid.row("field.required", required);
        grid.row("field.normal", normal, kind.isNotEqualTo(Kind.DAY));
        grid.row("field.trigger", trigger);
        wrong.getStyleClass().add("danger");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        none.getStyleClass().add("quiet");
        none.setWrapText(true);
        none.textProperty().bind(words.bind("field.none"));
        getChildren().addAll(none, grid, wrong);
        for (var field : List.of(name, unit, least, most, normal, trigger))
            field.textProperty().subscribe((_, _) -> entered(field));
        choices.textProperty().subscribe((_, _) -> entered(choices));
        TemplateEditor.leaveByTab(choices);
        required.selectedProperty().subscribe((_, _) -> entered(required));
        kind.subscribe((_, _) -> entered(kinds));
        draft.stateProperty().subscribe(_ -> show(draft.field()));
    }

    /// The name is where a new field begins.
    void begin() {
        name.requestFocus();
        name.selectAll();
    }

    private void entered(Object control) {
        if (showing) return;
        try {
            var slot = parts().slot();
            boolean left = slot.normal().isEmpty() && !normal.getText().isBlank();
            wrong.setText(left ? words.text("field.normal.left") : "");
            writing = true;
            draft.put(slot, "field " + System.identityHashCode(control));
        } catch (Refusal refused) {
            wrong.setText(messages.sentence(refused));
        } finally {
            writing = false;
        }
    }

    private FieldParts parts() {
        return new FieldParts(
                name.getText(),
                kind.get(),
                unit.getText(),
                least.getText(),
                most.getText(),
                choices.getText().lines().toList(),
                required.isSelected(),
                normal.getText(),
                trigger.getText());
    }

    private void show(Optional<FieldSpot> spot) {
        if (writing) return;
        var slot = spot.flatMap(FieldSpot::slot);
        grid.setVisible(slot.isPresent());
        grid.setManaged(slot.isPresent());
        none.setVisible(slot.isEmpty());
        none.setManaged(slot.isEmpty());
        slot.ifPresent(this::show);
        if (slot.isEmpty()) wrong.setText("");
    }

    private void show(Piece.Slot slot) {
        var parts = FieldParts.of(slot);
        if (wrong.getText().isEmpty() && parts.equals(stripped())) return;
        showing = true;
        name.setText(parts.label());
        kind.set(parts.kind());
        unit.setText(parts.unit());
        least.setText(parts.least());
        most.setText(parts.most());
        choices.setText(String.join("\n", parts.choices()));
        required.setSelected(parts.required());
        normal.setText(parts.normal());
        trigger.setText(parts.trigger());
        wrong.setText("");
        showing = false;
    }

    /// What stands in the form, as the text would give it back.
    private FieldParts stripped() {
        try {
            return FieldParts.of(parts().slot());
        } catch (Refusal unreadable) {
            return parts();
        }
    }
}
