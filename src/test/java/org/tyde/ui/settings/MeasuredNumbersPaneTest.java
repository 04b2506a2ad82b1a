package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.ActionEvent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.settings.MeasuredNumbers;
import org.tyde.settings.Settings;
import org.tyde.settings.TydeHome;
import org.tyde.settings.vault.Vaults;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.List;

/// Rounding and thresholds in the settings.
@Timeout(60)
class MeasuredNumbersPaneTest {
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void whatIsSetIsShownInASentenceAndWhatCannotBeChangesNothing(@TempDir Path folder)
            throws Exception {
        Screens.start();
        var settings =
                Screens.on(
                        () ->
                                new SettingsModel(
                                        Settings.DEFAULTS,
                                        _ -> {},
                                        _ -> {},
                                        Vaults.of(TydeHome.at(folder)),
                                        runner,
                                        messages));
        var pane = Screens.on(() -> new MeasuredNumbersPane(settings, messages));
        var stage =
                Screens.show(
                        Screens.on(
                                () -> {
                                    var page = new VBox(pane);
                                    page.getStyleClass().addAll("settings", "page");
                                    ControlStyles.wear(page, SettingsPane.class, "settings.css");
                                    return page;
                                }),
                        720,
                        360);
        assertTrue(
                said(pane).contains("Slik: Økt fra 8 til 12 mm siden 14.03.2026 (+4 mm, +51 %)."));
        Screens.keep(stage, "settings-numbers");
        var lengths = Screens.on(() -> (ComboBox<?>) pane.lookup(".combo-box"));
        Screens.run(() -> lengths.getSelectionModel().select(2));
        assertTrue(
                said(pane)
                        .contains(
                                "Slik: Økt fra 0,8 til 1,2 cm siden 14.03.2026 (+0,4 cm, +51 %)."),
                said(pane).toString());
        enter(pane, 0, "60,5");
        var now = Screens.on(() -> settings.settingsProperty().get().numbers());
        assertEquals(new MeasuredNumbers(true, 1, 0, 60.5, 30, 2), now);
        assertTrue(said(pane).stream().anyMatch(s -> s.startsWith("Slik: Ingen sikker endring")));
        enter(pane, 1, "mye");
        assertEquals(now, Screens.on(() -> settings.settingsProperty().get().numbers()));
        assertTrue(said(pane).stream().anyMatch(s -> s.endsWith("Ingenting er endret.")));
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        assertTrue(said(pane).stream().anyMatch(s -> s.startsWith("Like this: No definite")));
        Screens.run(stage::close);
    }

    private static List<String> said(MeasuredNumbersPane pane) throws Exception {
        return Screens.on(
                () ->
                        pane.lookupAll(".label").stream()
                                .filter(n -> n instanceof Label)
                                .map(n -> ((Label) n).getText())
                                .toList());
    }

    private static void enter(MeasuredNumbersPane pane, int field, String text) throws Exception {
        Screens.run(
                () -> {
                    var one =
                            pane.lookupAll(".text-field").stream()
                                    .map(TextField.class::cast)
                                    .toList()
                                    .get(field);
                    one.setText(text);
                    one.fireEvent(new ActionEvent());
                });
    }
}
