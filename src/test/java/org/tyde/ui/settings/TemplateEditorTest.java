package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.report.template.FieldParts;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;

import java.util.Locale;
import java.util.stream.Collectors;

/// A template changed as text and by form, by the keyboard.
@Timeout(60)
class TemplateEditorTest {
    private final Messages messages = new Messages();

    /// The findings of a template on screen.
    private record Shown(TemplateDraft draft, TemplateEditor editor, Stage stage) {
        TextArea area() throws Exception {
            return Screens.on(() -> (TextArea) editor.lookup(".beside > .text-area"));
        }

        /// @param row of the form, from the top
        Node field(int row) throws Exception {
            return Screens.on(
                    () ->
                            editor.lookupAll(".form > *").stream()
                                    .filter(n -> !(n instanceof Label))
                                    .skip(row)
                                    .findFirst()
                                    .orElseThrow());
        }

        String text() throws Exception {
            return Screens.on(() -> draft.stateProperty().get().text());
        }

        void press(KeyCode code, boolean ctrl) throws Exception {
            Screens.run(
                    () ->
                            stage.getScene()
                                    .getFocusOwner()
                                    .fireEvent(
                                            new KeyEvent(
                                                    KeyEvent.KEY_PRESSED,
                                                    "",
                                                    "",
                                                    code,
                                                    false,
                                                    ctrl,
                                                    false,
                                                    false)));
        }

        Node focus() throws Exception {
            return Screens.on(() -> stage.getScene().getFocusOwner());
        }

        void keep(String name) throws Exception {
            Screens.run(() -> stage.getScene().getRoot().layout());
            Screens.keep(stage, name);
        }

        String preview() throws Exception {
            return Screens.on(
                    () ->
                            ((TextFlow) editor.lookup(".template-preview .flow"))
                                    .getChildren().stream()
                                            .map(n -> ((Text) n).getText())
                                            .collect(Collectors.joining()));
        }
    }

    private Shown open(String findings) throws Exception {
        Screens.start();
        var draft = new TemplateDraft();
        var editor = Screens.on(() -> new TemplateEditor(draft, messages));
        var page =
                Screens.on(
                        () -> {
                            var box = new VBox(editor);
                            box.getStyleClass().addAll("settings", "page");
                            ControlStyles.wear(box, SettingsPane.class, "settings.css");
                            return box;
                        });
        var head =
                TemplateLibrary.ours().stream()
                        .map(TemplateLibrary.Held::template)
                        .filter(t -> t.head().title().equals("CT caput"))
                        .findFirst()
                        .orElseThrow();
        var stage = Screens.show(page, 900, 900);
        var shown = new Shown(draft, editor, stage);
        Screens.run(() -> draft.open(head, Locale.of("nb")));
        if (!findings.isEmpty()) Screens.run(() -> draft.type(findings));
        Screens.run(() -> editor.lookup(".beside > .text-area").requestFocus());
        return shown;
    }

    @Test
    void theFieldAtTheCaretIsChangedInTheFormAndTheTextFollows() throws Exception {
        var shown = open("Lever: [Lever*~lever = Normal.] Milt: [Milt]");
        Screens.run(() -> shown.draft().place(10));
        shown.keep("template-form");
        assertEquals("Lever", ((TextField) shown.field(0)).getText());
        assertEquals("Lever: [Lever] Milt: [Milt]", shown.preview());
        Screens.run(() -> ((TextField) field(shown, 0)).setText("Leveren"));
        assertEquals("Lever: [Leveren*~lever = Normal.] Milt: [Milt]", shown.text());
        assertEquals(shown.text(), Screens.on(() -> shown.area().getText()));
        Screens.run(() -> kinds(shown).setValue(FieldParts.Kind.NUMBER));
        assertEquals(
                "Normalteksten er ikke noe feltet tar imot, og er utelatt.",
                Screens.on(
                        () -> ((Label) shown.editor().lookup(".field-form > .danger")).getText()));
        Screens.run(() -> ((TextField) field(shown, 3)).setText("cm"));
        Screens.run(() -> ((TextField) field(shown, 5)).setText("40"));
        assertEquals("Lever: [Leveren*~lever: #cm ..40] Milt: [Milt]", shown.text());
        Screens.run(() -> ((TextField) field(shown, 4)).setText("90"));
        assertEquals("Lever: [Leveren*~lever: #cm ..40] Milt: [Milt]", shown.text());
        shown.keep("template-form-number");
        assertEquals(
                "Feltet «Leveren» har sitt minste tall over det største.",
                Screens.on(
                        () -> ((Label) shown.editor().lookup(".field-form > .danger")).getText()));
        for (int i = 0; i < 4; i++) shown.press(KeyCode.Z, true);
        assertEquals("Lever: [Lever*~lever = Normal.] Milt: [Milt]", shown.text());
        shown.press(KeyCode.Y, true);
        assertEquals("Lever: [Leveren*~lever = Normal.] Milt: [Milt]", shown.text());
        Screens.run(shown.stage()::close);
    }

    @Test
    void aFieldIsMadeFilledAndLeftByKeysAlone() throws Exception {
        var shown = open("Milt: ");
        Screens.run(() -> shown.draft().place(6));
        shown.press(KeyCode.ENTER, true);
        assertEquals("Milt: [Felt 1]", shown.text());
        assertEquals(shown.field(0), shown.focus(), "the name is where a new field begins");
        Screens.run(() -> ((TextField) field(shown, 0)).setText("Form"));
        Screens.run(() -> kinds(shown).setValue(FieldParts.Kind.ONE));
        assertEquals("Milt: [Form]", shown.text(), "a choice of nothing is not written");
        Screens.run(() -> ((TextArea) field(shown, 2)).setText("normal\nforstørret"));
        assertEquals("Milt: [Form: normal|forstørret]", shown.text());
        shown.keep("template-form-choice");
        shown.press(KeyCode.ESCAPE, false);
        assertEquals(shown.area(), shown.focus());
        shown.press(KeyCode.TAB, false);
        assertFalse(shown.area().equals(shown.focus()), "Tab leads out of the text");
        assertEquals("Milt: [Form: normal|forstørret]", shown.text());
        Screens.run(() -> shown.draft().remove());
        assertEquals("Milt: ", shown.text());
        shown.press(KeyCode.Z, true);
        assertEquals("Milt: [Form: normal|forstørret]", shown.text());
        Screens.run(shown.stage()::close);
    }

    @Test
    void whatIsTypedIsTakenBackWordByWordAndFieldsAreWalked() throws Exception {
        var shown = open("[A] [B] [C]");
        Screens.run(() -> shown.draft().place(0));
        shown.press(KeyCode.DOWN, true);
        shown.press(KeyCode.DOWN, true);
        assertEquals("B", ((TextField) shown.field(0)).getText());
        shown.press(KeyCode.UP, true);
        assertEquals("A", ((TextField) shown.field(0)).getText());
        Screens.run(() -> shown.draft().place(0));
        var typed = "";
        for (var c : "Fri væ".split("")) {
            typed += c;
            var whole = typed + "[A] [B] [C]";
            Screens.run(() -> shown.draft().type(whole));
        }
        shown.press(KeyCode.Z, true);
        assertEquals("Fri [A] [B] [C]", shown.text());
        shown.press(KeyCode.Z, true);
        shown.press(KeyCode.Z, true);
        assertEquals("[A] [B] [C]", shown.text());
        Screens.run(() -> shown.draft().type("[A [B]"));
        assertTrue(
                Screens.on(
                        () ->
                                ((Label) shown.editor().lookup(".template-preview > .danger"))
                                        .getText()
                                        .startsWith("En klamme er ikke lukket")));
        Screens.run(shown.stage()::close);
    }

    private static Node field(Shown shown, int row) {
        try {
            return shown.field(row);
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<FieldParts.Kind> kinds(Shown shown) {
        return (ComboBox<FieldParts.Kind>) field(shown, 1);
    }
}
