package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.report.template.AutotextFiles;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Autotexts in the settings.
@Timeout(60)
class AutotextPaneTest {
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();

    @AfterEach
    void close() {
        runner.close();
    }

    private static void keep(Stage stage, String name, String text) throws Exception {
        Screens.run(
                () -> {
                    var root = stage.getScene().getRoot();
                    ((TextField) root.lookup(".text-field")).setText(name);
                    ((TextArea) root.lookup(".text-area")).setText(text);
                    root.lookupAll(".button").stream()
                            .map(Button.class::cast)
                            .filter(b -> b.getText().matches("Ta vare på|Keep"))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                });
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndNotWrittenOver(@TempDir Path folder) throws Exception {
        Screens.start();
        Files.writeString(
                folder.resolve("shared.json"),
                "{\"version\":1,\"autotexts\":[{\"name\":\"Lunge\",\"text\":\"felles\"}]}");
        var own = Files.writeString(folder.resolve("own.json"), "{ half a fi");
        var files = new AutotextFiles(folder.resolve("shared.json"), own);
        var model = Screens.on(() -> new AutotextModel(files, runner, messages));
        Screens.until(() -> model.book().names().contains("Lunge"));
        var said = own + " kan ikke leses.";
        assertEquals(said, Screens.on(() -> model.saidProperty().get()));
        assertFalse(Screens.on(() -> model.put("nodul", "En nodul.")));
        Screens.run(() -> model.remove("lunge"));
        assertEquals(said, Screens.on(() -> model.saidProperty().get()));
        assertEquals("{ half a fi", Files.readString(own));
        assertThrows(Refusal.class, () -> files.keep(model.book()));
    }

    @Test
    void anAutotextIsWrittenKeptAndRefusedWhereItRefersToItself(@TempDir Path folder)
            throws Exception {
        Screens.start();
        var files = new AutotextFiles(folder.resolve("shared.json"), folder.resolve("own.json"));
        var model = Screens.on(() -> new AutotextModel(files, runner, messages));
        var stage =
                Screens.show(
                        Screens.on(
                                () -> {
                                    var page = new VBox(new AutotextPane(model));
                                    page.getStyleClass().addAll("settings", "page");
                                    ControlStyles.wear(page, SettingsPane.class, "settings.css");
                                    return page;
                                }),
                        720,
                        420);
        keep(stage, "nodul", "Nodul på [Størrelse: #mm 0..100] i [Side: høyre|venstre] lunge.");
        Screens.until(() -> Files.exists(folder.resolve("own.json")));
        assertEquals(List.of("nodul"), files.read().book().names());
        keep(stage, "lunge", "Se {lunge}");
        assertEquals(
                "Autoteksten viser til seg selv: lunge → lunge.",
                Screens.on(() -> model.saidProperty().get()));
        Screens.keep(stage, "settings-autotexts");
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        Screens.keep(stage, "settings-autotexts-english");
        assertTrue(model.book().names().contains("nodul"));
        Screens.run(stage::close);
    }
}
