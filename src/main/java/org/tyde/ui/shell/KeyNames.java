package org.tyde.ui.shell;

import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

import org.tyde.ui.Messages;

import java.util.ArrayList;

/// Keys as they are written on a keyboard and said to people.
final class KeyNames {
    private KeyNames() {}

    /// @param combination of keys
    /// @param messages the language
    /// @return such as "Ctrl+Enter", "Pil ned"
    static String of(KeyCombination combination, Messages messages) {
        if (!(combination instanceof KeyCodeCombination keys)) return combination.getDisplayText();
        var words = messages.in(KeyNames.class);
        var parts = new ArrayList<String>();
        if (keys.getShortcut() == ModifierValue.DOWN) parts.add("Ctrl");
        if (keys.getAlt() == ModifierValue.DOWN) parts.add("Alt");
        if (keys.getShift() == ModifierValue.DOWN) parts.add("Shift");
        parts.add(
                switch (keys.getCode()) {
                    case DOWN -> words.text("key.down");
                    case UP -> words.text("key.up");
                    case LEFT -> words.text("key.left");
                    case RIGHT -> words.text("key.right");
                    case PAGE_DOWN -> "PgDn";
                    case PAGE_UP -> "PgUp";
                    case HOME -> "Home";
                    case END -> "End";
                    case TAB -> "Tab";
                    case ENTER -> "Enter";
                    case ESCAPE -> "Esc";
                    case DELETE -> "Del";
                    case BACK_SPACE -> words.text("key.backspace");
                    case QUOTE -> "'";
                    case PLUS, ADD -> "+";
                    case MINUS, SUBTRACT -> "−";
                    case SPACE -> words.text("key.space");
                    default -> keys.getCode().getName();
                });
        return String.join("+", parts);
    }
}
