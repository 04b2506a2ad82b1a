package org.tyde.ui;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All key bindings, one table of data. A combination means one thing only.
public final class Keymap {
    /// Where a binding holds.
    public enum Where {
        /// Also while text has the focus: function keys and chords only.
        EVERYWHERE,
        /// While no text has the focus.
        IMAGES
    }

    private record Binding(Action action, Where where) {}

    private final Map<KeyCombination, Binding> bindings = new LinkedHashMap<>();
    private final Map<Action, List<KeyCombination>> keys = new EnumMap<>(Action.class);

    /// @param table lines `ACTION,where,KEYS`
    /// @throws Refusal a line that names no action or key, or a combination that stands twice
    public Keymap(String table) throws Refusal {
        int number = 0;
        for (var line : table.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) continue;
            try {
                add(line);
            } catch (IllegalArgumentException wrong) {
                throw new Refusal(UiReason.KEYMAP, number, line).because(wrong);
            }
        }
    }

    /// @return the bindings Tyde comes with
    public static Keymap standard() throws IOException {
        try (var in = Keymap.class.getResourceAsStream("keymap.csv")) {
            if (in == null) throw new Refusal(UiReason.KEYMAP, 0, "keymap.csv");
            return new Keymap(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void add(String line) {
        var cells = line.split(",", -1);
        if (cells.length != 3) throw new IllegalArgumentException("three cells a line");
        var action = Action.valueOf(cells[0].strip());
        var where = Where.valueOf(cells[1].strip().toUpperCase(Locale.ROOT));
        var combinations =
                List.of(cells[2].strip().split(" +")).stream().map(Keymap::combination).toList();
        for (var combination : combinations) {
            var before = bindings.put(combination, new Binding(action, where));
            if (before != null)
                throw new IllegalArgumentException(
                        combination + " already means " + before.action());
        }
        keys.put(action, combinations);
    }

    private static KeyCombination combination(String text) {
        var parts = text.split("\\+");
        var modifiers = new java.util.ArrayList<Modifier>();
        for (int i = 0; i < parts.length - 1; i++)
            modifiers.add(
                    switch (parts[i]) {
                        case "Ctrl" -> KeyCombination.SHORTCUT_DOWN;
                        case "Shift" -> KeyCombination.SHIFT_DOWN;
                        case "Alt" -> KeyCombination.ALT_DOWN;
                        default -> throw new IllegalArgumentException("no modifier " + parts[i]);
                    });
        return new KeyCodeCombination(
                KeyCode.valueOf(parts[parts.length - 1]), modifiers.toArray(Modifier[]::new));
    }

    /// @param event a key pressed
    /// @param textHasFocus whether letters, digits and arrows are text now
    /// @return what it asks for
    public Optional<Action> actionOf(KeyEvent event, boolean textHasFocus) {
        return bindings.entrySet().stream()
                .filter(entry -> entry.getKey().match(event))
                .map(Map.Entry::getValue)
                .filter(b -> b.where() == Where.EVERYWHERE || !textHasFocus)
                .map(Binding::action)
                .findFirst();
    }

    /// @param action any
    /// @return its combinations, the first to be shown to people; empty when unbound
    public List<KeyCombination> keysOf(Action action) {
        return keys.getOrDefault(action, List.of());
    }
}
