package org.tyde.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.ActionEvent;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.settings.vault.LockedFile;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class UnlockWindowTest {
    private static final String PHRASE = "fire ord som ingen vet";

    @TempDir Path folder;
    private final List<Boolean> told = new CopyOnWriteArrayList<>();

    private static void type(UnlockWindow window, String phrase) throws Exception {
        Screens.run(
                () -> {
                    var field =
                            (PasswordField)
                                    window.stage().getScene().getRoot().lookup(".password-field");
                    field.setText(phrase);
                    field.fireEvent(new ActionEvent());
                });
    }

    private static boolean says(UnlockWindow window, String text) {
        return window.stage().getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(l -> ((Labeled) l).getText().contains(text));
    }

    @Test
    void aWrongPassPhraseIsSaidAndTheRightOneOpens() throws Exception {
        Screens.start();
        var file = folder.resolve("secrets.json");
        new LockedFile(file).unlock(PHRASE.toCharArray());
        var locked = new LockedFile(file);
        try (var runner = new JobRunner(1)) {
            var window =
                    Screens.on(() -> new UnlockWindow(new Messages(), locked, runner, told::add));
            Screens.run(window::show);
            type(window, "noe helt annet her");
            Screens.until(() -> says(window, "åpner ikke filen"));
            Screens.keep(window.stage(), "unlock-wrong");
            assertTrue(locked.locked());
            type(window, PHRASE);
            Screens.until(() -> !told.isEmpty());
            assertEquals(List.of(true), told);
            assertFalse(locked.locked());
        }
    }

    @Test
    void closedItOpensNothing() throws Exception {
        Screens.start();
        var locked = new LockedFile(folder.resolve("secrets.json"));
        try (var runner = new JobRunner(1)) {
            var window =
                    Screens.on(() -> new UnlockWindow(new Messages(), locked, runner, told::add));
            Screens.run(window::show);
            assertTrue(Screens.on(() -> says(window, "Velg en passordfrase")));
            Screens.run(window.stage()::hide);
            Screens.until(() -> !told.isEmpty());
            assertEquals(List.of(false), told);
        }
    }
}
