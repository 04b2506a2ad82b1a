package org.tyde.ui.reporting;

import org.tyde.dictation.DictationListener;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.report.ReportId;
import org.tyde.ui.Action;
import org.tyde.ui.FxThread;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Hands commands that are for the screens on, as the actions of keys and menus.
public final class SpokenActions implements DictationListener {
    private final Consumer<Action> screens;
    private final Function<String, Optional<Action>> windows;

    /// @param screens does an action
    /// @param windows the action that shows a CT window, by the name of a command; empty where none does
    public SpokenActions(Consumer<Action> screens, Function<String, Optional<Action>> windows) {
        this.screens = screens;
        this.windows = windows;
    }

    @Override
    public void asked(ReportId report, SpokenCommand command) {
        action(command).ifPresent(a -> FxThread.FX.execute(() -> screens.accept(a)));
    }

    private Optional<Action> action(SpokenCommand command) {
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
