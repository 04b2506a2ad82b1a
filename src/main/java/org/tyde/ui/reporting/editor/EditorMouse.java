package org.tyde.ui.reporting.editor;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;

/// The mouse in the report's editor: places the caret, selects, leads back to an image from the margin.
final class EditorMouse {
    private final ReportEditor editor;

    EditorMouse(ReportEditor editor) {
        this.editor = editor;
        editor.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        editor.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    }

    private void press(MouseEvent event) {
        editor.requestFocus();
        event.consume();
        if (editor.returned(scene(event))) return;
        if (event.getClickCount() == 2) selectWord();
        else editor.move(editor.at(scene(event)), event.isShiftDown());
    }

    private void drag(MouseEvent event) {
        editor.move(editor.at(scene(event)), true);
        event.consume();
    }

    private static Point2D scene(MouseEvent event) {
        return new Point2D(event.getSceneX(), event.getSceneY());
    }

    private void selectWord() {
        var now = editor.shown();
        if (now.isEmpty()) return;
        var layout = now.get().layout();
        var all = layout.text();
        int from = editor.caretOffset();
        int to = from;
        while (from > 0 && Character.isLetterOrDigit(all.charAt(from - 1))) from--;
        while (to < all.length() && Character.isLetterOrDigit(all.charAt(to))) to++;
        editor.move(layout.caretAt(from), false);
        editor.move(layout.caretAt(to), true);
    }
}
