package org.tyde.ui.reporting;

import org.tyde.dictation.words.SpokenCommand;
import org.tyde.ui.Action;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// What is said to the screens, as the actions of keys and menus.
///
/// @param windows the action that shows a CT window, by the name of a command; empty where none does
public record SpokenActions(Function<String, Optional<Action>> windows) {
    /// @param command that was said
    /// @return what the screens do; empty for what is for the report
    public Optional<Action> of(SpokenCommand command) {
        return switch (command) {
            case SpokenCommand.Screen(var name) -> named(name);
            case SpokenCommand.Window(var name) -> windows.apply(name);
            case SpokenCommand.Plain plain ->
                    plain == SpokenCommand.Plain.HELP
                            ? Optional.of(Action.WHAT_CAN_I_SAY)
                            : Optional.empty();
            case SpokenCommand.GoTo _, SpokenCommand.Select _, SpokenCommand.Insert _ ->
                    Optional.empty();
        };
    }

    /// @param name of an action
    /// @return the action, empty where there is none of that name
    static Optional<Action> named(String name) {
        return Arrays.stream(Action.values()).filter(a -> a.name().equals(name)).findFirst();
    }
}
