package org.tyde.app;

import org.tyde.dictation.Dictation;
import org.tyde.reading.PresetTable;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Settings;
import org.tyde.ui.Action;
import org.tyde.ui.reporting.SpokenActions;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What is spoken at a desk, and is not text: commands become the actions of its keys.
final class WordsDesk {
    private static final Map<String, String> WINDOWS =
            Map.of(
                    "SOFT_TISSUE", "preset.soft-tissue",
                    "LUNG", "preset.lung",
                    "BONE", "preset.bone",
                    "BRAIN", "preset.brain",
                    "LIVER", "preset.liver");

    private final Supplier<Settings> settings;
    private final Consumer<Refusal> trouble;

    /// @param dictation of the desk
    /// @param settings in force
    /// @param act does an action of the screens
    /// @param trouble told why a command does nothing
    WordsDesk(
            Dictation dictation,
            Supplier<Settings> settings,
            Consumer<Action> act,
            Consumer<Refusal> trouble) {
        this.settings = settings;
        this.trouble = trouble;
        dictation.listen(new SpokenActions(act, this::window));
    }

    /// A window is asked for by its name; where the user put another on its key, that key is not it.
    private Optional<Action> window(String name) {
        if (name.equals("AUTO")) return Optional.of(Action.PRESET_AUTO);
        var preset =
                PresetTable.DEFAULT.presets().stream()
                        .filter(p -> p.name().equals(WINDOWS.get(name)))
                        .findFirst();
        if (preset.isEmpty()) return Optional.empty();
        int key = preset.get().digit();
        if (settings.get().presets().stream().anyMatch(p -> p.key() == key)) {
            trouble.accept(new Refusal(AppReason.WINDOW_OF_ANOTHER, key));
            return Optional.empty();
        }
        return Optional.of(Action.presets().get(key));
    }
}
