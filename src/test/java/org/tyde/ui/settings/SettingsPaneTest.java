package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tyde.refusal.Refusal;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Settings;
import org.tyde.settings.SettingsReason;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;

class SettingsPaneTest {
    private final JobRunner runner = new JobRunner(1);
    private final List<Settings> kept = new CopyOnWriteArrayList<>();
    private Messages messages = new Messages();
    private SettingsModel model = model(Settings.DEFAULTS);

    private SettingsModel model(Settings settings) {
        return new SettingsModel(
                settings,
                kept::add,
                node -> {
                    if (node.name().equals("Borte"))
                        throw new Refusal(SettingsReason.NOT_WRITABLE, node.name());
                },
                runner,
                messages);
    }

    @BeforeEach
    void fresh() throws Exception {
        Screens.start();
        messages = new Messages();
        model = model(Settings.DEFAULTS);
    }

    @AfterEach
    void end() {
        runner.close();
    }

    private Stage open() throws Exception {
        var pane = Screens.on(() -> new SettingsPane(model, messages));
        return Screens.show(pane, 1000, 1000);
    }

    @Test
    void whatIsEnteredIsKeptAndAnIncompleteSignerIsSaid() throws Exception {
        var stage = open();
        Screens.run(
                () -> {
                    var fields = stage.getScene().getRoot().lookupAll(".form .text-field");
                    var texts = List.of("Nordmann", "Kari", "Overlege", "Sykehuset", "1234567");
                    var all = fields.stream().map(TextField.class::cast).toList();
                    for (int i = 0; i < texts.size(); i++) {
                        all.get(i).setText(texts.get(i));
                        all.get(i).fireEvent(new javafx.event.ActionEvent());
                    }
                });
        Screens.until(() -> kept.size() == 5);
        assertTrue(
                Screens.on(() -> model.settingsProperty().get().signer().orElseThrow().complete()));
        Screens.keep(stage, "settings");
        Screens.run(stage::close);
    }

    @Test
    void theLanguageSwitchesAtOnce() throws Exception {
        var stage = open();
        Screens.run(() -> model.change(s -> s.withLanguage(Locale.UK)));
        var title =
                Screens.on(() -> ((Label) stage.getScene().getRoot().lookup(".title")).getText());
        assertEquals("Settings", title);
        Screens.keep(stage, "settings-english");
        Screens.run(stage::close);
    }

    @Test
    void aPixelSizeIsTypedWithCommaOrPointAndAWrongOneIsSaid() {
        assertEquals(Optional.of(OptionalDouble.of(0.1945)), MonitorPixelField.read(" 0,1945 "));
        assertEquals(Optional.of(OptionalDouble.of(1)), MonitorPixelField.read("1.0"));
        assertEquals(Optional.of(OptionalDouble.empty()), MonitorPixelField.read(" "));
        for (var wrong : List.of("0", "0,04", "1,01", "-0,2", "fin", "NaN", "0,1,2"))
            assertEquals(Optional.empty(), MonitorPixelField.read(wrong), wrong);
    }

    @Test
    void aWrongPixelSizeIsSaidAndNotKept() throws Exception {
        var stage = open();
        Screens.run(
                () -> {
                    var field =
                            (MonitorPixelField) stage.getScene().getRoot().lookup(".form .boxes");
                    field.field().setText("0,2");
                    field.field().fireEvent(new javafx.event.ActionEvent());
                    field.field().setText("19");
                    field.field().fireEvent(new javafx.event.ActionEvent());
                    assertTrue(field.lookup(".danger").isVisible());
                });
        assertEquals(
                OptionalDouble.of(0.2),
                Screens.on(() -> model.settingsProperty().get().monitorPixelMm()));
        Screens.keep(stage, "settings-pixel");
        Screens.run(stage::close);
    }

    @Test
    void anArchiveThatDoesNotAnswerIsSaidInWords() throws Exception {
        var node = new ArchiveNode("Borte", URI.create("http://127.0.0.1:1/dicom-web"));
        Screens.run(() -> model.change(s -> s.withArchives(List.of(node))));
        var stage = open();
        Screens.run(
                () ->
                        stage.getScene().getRoot().lookupAll(".line .button").stream()
                                .map(Button.class::cast)
                                .filter(b -> b.getText().equals("Prøv"))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        Screens.until(() -> stage.getScene().getRoot().lookup(".danger") != null);
        Screens.keep(stage, "settings-archive");
        Screens.run(stage::close);
    }
}
