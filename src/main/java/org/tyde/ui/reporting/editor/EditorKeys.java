package org.tyde.ui.reporting.editor;

import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.tyde.report.Caret;
import org.tyde.report.ReportLayout;

import java.text.BreakIterator;
import java.util.Optional;

/// Keys of the report's editor: those every text field has. Function keys and chords that mean something
/// everywhere are left alone.
final class EditorKeys {
    private final ReportEditor editor;
    private final EditorClipboard clipboard;

    EditorKeys(ReportEditor editor) {
        this.editor = editor;
        this.clipboard = new EditorClipboard(editor);
        editor.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        editor.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        editor.setOnInputMethodTextChanged(this::composed);
        editor.setInputMethodRequests(new Requests());
    }

    private void typed(KeyEvent event) {
        var text = event.getCharacter();
        boolean chord = event.isShortcutDown() && !event.isAltDown() || event.isMetaDown();
        boolean digit = text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
        if (digit && !chord && editor.filling().choose(text.charAt(0))) {
            event.consume();
            return;
        }
        if (text.isEmpty() || chord || text.chars().anyMatch(Character::isISOControl)) return;
        editor.write(text);
        event.consume();
    }

    private void composed(InputMethodEvent event) {
        if (!event.getCommitted().isEmpty()) editor.write(event.getCommitted());
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            if (editor.filling().field(event.isShiftDown() ? -1 : 1)) event.consume();
        } else if (event.isShortcutDown() && chord(event.getCode(), event)) event.consume();
        else if (key(event.getCode(), event.isShortcutDown(), event.isShiftDown())) event.consume();
    }

    private boolean chord(KeyCode code, KeyEvent event) {
        switch (code) {
            case C -> clipboard.copy(false);
            case X -> clipboard.copy(true);
            case V -> clipboard.paste();
            case A -> editor.selectSection();
            case Z -> editor.undo(event.isShiftDown());
            case Y -> editor.undo(true);
            case SPACE -> editor.expand();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean key(KeyCode code, boolean words, boolean select) {
        switch (code) {
            case LEFT -> editor.move(step(-1, words), select);
            case RIGHT -> editor.move(step(1, words), select);
            case UP -> line(-1, select);
            case DOWN -> line(1, select);
            case HOME -> editor.move(lineEnd(-1, words), select);
            case END -> editor.move(lineEnd(1, words), select);
            case BACK_SPACE -> editor.delete(length(-1, words), 0);
            case DELETE -> editor.delete(0, length(1, words));
            case ENTER -> {
                if (words) return false;
                if (select || !editor.filling().chooseMarked()) editor.write("\n");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void line(int by, boolean select) {
        if (select || !editor.filling().option(by)) editor.move(editor.lineAway(by), select);
    }

    private ReportLayout layout() {
        return editor.shown()
                .map(EditorText::layout)
                .orElse(new ReportLayout("", java.util.List.of()));
    }

    private Optional<Caret> step(int direction, boolean words) {
        int to = editor.caretOffset() + direction * Math.max(1, length(direction, words));
        return editor.shown().flatMap(text -> text.seek(to, direction));
    }

    /// @return `char`s of the next character or word in a direction
    private int length(int direction, boolean words) {
        var text = layout().text();
        int at = editor.caretOffset();
        var breaks = words ? BreakIterator.getWordInstance() : BreakIterator.getCharacterInstance();
        breaks.setText(text);
        int to =
                direction < 0
                        ? breaks.preceding(at)
                        : at >= text.length() ? at : breaks.following(at);
        if (to == BreakIterator.DONE) return 0;
        while (words && direction < 0 && to > 0 && Character.isWhitespace(text.charAt(to)))
            to = breaks.preceding(to);
        return Math.abs(to - at);
    }

    private Optional<Caret> lineEnd(int direction, boolean whole) {
        var text = layout().text();
        if (whole) return editor.shown().flatMap(t -> t.nearest(direction < 0 ? 0 : text.length()));
        int at = editor.caretOffset();
        if (direction < 0) while (at > 0 && text.charAt(at - 1) != '\n') at--;
        else while (at < text.length() && text.charAt(at) != '\n') at++;
        return layout().caretAt(at);
    }

    /// Enough for dead keys and input methods to find the caret.
    private final class Requests implements InputMethodRequests {
        @Override
        public Point2D getTextLocation(int offset) {
            var place = editor.localToScreen(0, 0);
            return place == null ? Point2D.ZERO : place;
        }

        @Override
        public int getLocationOffset(int x, int y) {
            return 0;
        }

        @Override
        public String getSelectedText() {
            return "";
        }

        @Override
        public void cancelLatestCommittedText() {}
    }
}
