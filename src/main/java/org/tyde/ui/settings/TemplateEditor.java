package org.tyde.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.ui.Messages;

import java.util.Map;

/// A template section by section: its text, beside it the field at the caret as a form, below it how it will stand in a
/// report. Tab leads from the text into the form, Escape back; Ctrl+Enter makes a field.
final class TemplateEditor extends VBox {
    private static final KeyCombination UNDO = ctrl(KeyCode.Z);
    private static final KeyCombination REDO = ctrl(KeyCode.Y);
    private static final KeyCombination REDO_TOO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private final TemplateDraft draft;
    private final Messages.Room words;
    private final TextArea area = new TextArea();
    private final FieldForm form;
    private final Map<KeyCombination, Runnable> keys;
    private boolean showing;

    TemplateEditor(TemplateDraft draft, Messages messages) {
        this.draft = draft;
        words = messages.in(TemplateEditor.class);
        form = new FieldForm(draft, messages);
        keys =
                Map.of(
                        UNDO,
                        draft::undo,
                        REDO,
                        draft::redo,
                        REDO_TOO,
                        draft::redo,
                        ctrl(KeyCode.ENTER),
                        this::add,
                        ctrl(KeyCode.DOWN),
                        () -> draft.go(1),
                        ctrl(KeyCode.UP),
                        () -> draft.go(-1));
        getStyleClass().addAll("template-editor", "boxes");
        area.setWrapText(true);
        area.setPrefRowCount(12);
        area.setPrefColumnCount(20);
        leaveByTab(area);
        HBox.setHgrow(area, Priority.ALWAYS);
        form.setMinWidth(USE_PREF_SIZE);
        form.setPrefWidth(360);
        var beside = new HBox(area, form);
        beside.getStyleClass().add("beside");
        var heading = new Label();
        heading.getStyleClass().add("quiet");
        heading.textProperty().bind(words.bind("template.preview"));
        getChildren().addAll(head(messages), beside, heading, new TemplatePreview(draft, messages));
        area.textProperty()
                .subscribe(
                        (_, text) -> {
                            if (!showing) draft.type(text);
                        });
        area.caretPositionProperty()
                .subscribe(
                        (_, at) -> {
                            if (!showing
                                    && area.getText().equals(draft.stateProperty().get().text()))
                                draft.place(at.intValue());
                        });
        draft.stateProperty().subscribe(this::show);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /// A tab in a report is no word; the key goes on to what comes next.
    static void leaveByTab(TextArea area) {
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() != KeyCode.TAB || event.isShortcutDown()) return;
                    event.consume();
                    area.fireEvent(
                            new KeyEvent(
                                    area,
                                    area,
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.TAB,
                                    event.isShiftDown(),
                                    true,
                                    false,
                                    false));
                });
    }

    private Node head(Messages messages) {
        var section =
                Choice.of(
                        words,
                        TemplateDraft.sections(),
                        s -> s.heading(messages.locale()),
                        draft.stateProperty().map(TemplateDraft.State::section),
                        draft::look);
        section.getStyleClass().add("which-section");
        section.accessibleTextProperty().bind(words.bind("template.section"));
        var undo = button("template.undo", draft::undo);
        var redo = button("template.redo", draft::redo);
        var remove = button("field.remove", draft::remove);
        draft.stateProperty()
                .subscribe(
                        _ -> {
                            undo.setDisable(!draft.canUndo());
                            redo.setDisable(!draft.canRedo());
                            remove.setDisable(draft.field().isEmpty());
                        });
        return new FlowPane(8, 8, section, button("field.new", this::add), remove, undo, redo);
    }

    private Button button(String key, Runnable step) {
        var button = new Button();
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(words.bind(key));
        button.setOnAction(_ -> step.run());
        return button;
    }

    private void add() {
        draft.add(words.text("field.fresh"));
        form.begin();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !area.isFocused()) {
            area.requestFocus();
            event.consume();
            return;
        }
        for (var key : keys.entrySet())
            if (key.getKey().match(event)) {
                key.getValue().run();
                event.consume();
                return;
            }
    }

    private void show(TemplateDraft.State state) {
        showing = true;
        if (!area.getText().equals(state.text())) area.setText(state.text());
        if (area.getCaretPosition() != state.caret()) area.positionCaret(state.caret());
        showing = false;
    }
}
