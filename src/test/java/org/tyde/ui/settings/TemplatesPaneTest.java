package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.report.template.Origin;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.settings.Settings;
import org.tyde.settings.TemplateUse;
import org.tyde.settings.TydeHome;
import org.tyde.settings.vault.Vaults;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.work.JobRunner;

import java.nio.file.Path;

/// Templates in the settings.
@Timeout(60)
class TemplatesPaneTest {
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();

    @AfterEach
    void close() {
        runner.close();
    }

    private static void fire(Stage stage, String text) throws Exception {
        Screens.run(
                () ->
                        stage.getScene().getRoot().lookupAll(".button").stream()
                                .filter(n -> n instanceof Button b && b.getText().equals(text))
                                .map(Button.class::cast)
                                .findFirst()
                                .orElseThrow()
                                .fire());
    }

    @Test
    void aTemplateIsChangedAsTextAndKeptAsOnesOwn(@TempDir Path folder) throws Exception {
        Screens.start();
        var library = new TemplateLibrary(folder.resolve("shared"), folder.resolve("own"));
        var model = Screens.on(() -> new TemplatesModel(library, runner, messages));
        Screens.until(() -> model.all().size() == 24);
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
        var pane = Screens.on(() -> new TemplatesPane(model, settings));
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
                        880);
        var choice = Screens.on(() -> (ComboBox<?>) pane.lookup(".which"));
        Screens.run(
                () -> {
                    for (int i = 0; i < model.all().size(); i++)
                        if (model.all().get(i).template().head().title().equals("CT caput"))
                            choice.getSelectionModel().select(i);
                });
        Screens.keep(stage, "settings-templates");
        var area =
                Screens.on(
                        () ->
                                pane.lookupAll(".text-area").stream()
                                        .map(TextArea.class::cast)
                                        .filter(a -> a.getText().startsWith("Blødning"))
                                        .findFirst()
                                        .orElseThrow());
        Screens.run(() -> area.setText("Blødning: [Blødning*\nIskemi: [Iskemi]"));
        var use = Screens.on(() -> (ComboBox<?>) pane.lookup(".form .combo-box"));
        assertEquals(TemplateUse.OFFER, Screens.on(use::getValue), "offered until somebody wants");
        Screens.run(() -> use.getSelectionModel().select(1));
        assertEquals(
                TemplateUse.APPLY,
                Screens.on(() -> settings.settingsProperty().get().templates().use()));
        fire(stage, "Ta vare på som min egen");
        assertEquals(
                "En klamme er ikke lukket: [Blødning* Iskemi: [Iske",
                Screens.on(() -> model.saidProperty().get()));
        Screens.run(() -> area.setText("Blødning: [Blødning*]\nHydrocephalus: [Grad: ingen|lett]"));
        fire(stage, "Ta vare på som min egen");
        Screens.until(() -> model.all().size() == 25);
        var own =
                library.read().templates().stream()
                        .filter(h -> h.origin() == Origin.OWN)
                        .findFirst()
                        .orElseThrow();
        assertEquals("CT caput", own.template().head().title());
        assertTrue(own.template().slots().anyMatch(s -> s.field().label().equals("Grad")));
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        Screens.keep(stage, "settings-templates-english");
        Screens.run(stage::close);
    }
}
