package org.tyde.ui.reporting.editor;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Copy, cut and paste in the report's editor: plain text.
final class EditorClipboard {
    private final ReportEditor editor;

    EditorClipboard(ReportEditor editor) {
        this.editor = editor;
    }

    void copy(boolean cut) {
        var selected = editor.selectedText();
        if (selected.isEmpty()) return;
        var content = new ClipboardContent();
        content.putString(selected);
        Clipboard.getSystemClipboard().setContent(content);
        if (cut) editor.write("");
    }

    void paste() {
        var pasted = Clipboard.getSystemClipboard().getString();
        if (pasted == null) return;
        editor.write(
                pasted.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll("[\\p{Cntrl}&&[^\n]]", ""));
    }
}
