package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.collections.FXCollections;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Monitor;
import org.tyde.settings.MonitorCheck;
import org.tyde.settings.Settings;
import org.tyde.settings.SettingsReason;
import org.tyde.settings.TydeHome;
import org.tyde.settings.WindowPreset;
import org.tyde.settings.vault.Vaults;
import org.tyde.ui.Desktop;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

class SettingsPaneTest {
    private static final Monitor HERE = new Monitor(0, 0, 1000, 1000, 1, 96);
    private static final Monitor WIDE = new Monitor(1000, 0, 2560, 1440, 1, 109);
    private static final List<StandardPreset> STANDARD =
            List.of(
                    new StandardPreset(1, _ -> "Bløtdeler", 400, 40),
                    new StandardPreset(2, _ -> "Lunge", 1500, -600));

    @TempDir static Path folder;

    private Desktop desktop = new Desktop(FXCollections.observableArrayList(HERE, WIDE));
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
                Vaults.of(TydeHome.at(folder)),
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
        desktop = new Desktop(FXCollections.observableArrayList(HERE, WIDE));
        var pane = Screens.on(() -> new SettingsPane(model, messages, desktop, STANDARD));
        var stage = Screens.show(pane, 1000, 1000);
        Screens.run(() -> stage.setX(0));
        return stage;
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
                        all.get(i).fireEvent(new ActionEvent());
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    # typed for 2560 x 1440 px; mm from pixel to pixel
                    0,2335;          0.2335
                    ' 0.2335 mm ';   0.2335
                    597 mm;          0.23320
                    59,7cm;          0.23320
                    27";             0.23349
                    27 tommer;       0.23349
                    27 in;           0.23349
                    """)
    void theSizeOfAMonitorIsSaidAsPeopleKnowIt(String typed, double mm) {
        assertEquals(
                mm, MonitorSize.read(typed, Optional.of(WIDE)).orElseThrow().orElseThrow(), 1e-5);
    }

    @Test
    void aSizeThatNoMonitorHasIsRefused() {
        assertEquals(Optional.of(OptionalDouble.empty()), MonitorSize.read(" ", Optional.of(WIDE)));
        for (var wrong :
                List.of("0", "0,04", "1,01", "-0,2", "fin", "NaN", "0,1,2", "27", "5 mm", "27 m"))
            assertEquals(Optional.empty(), MonitorSize.read(wrong, Optional.of(WIDE)), wrong);
        assertEquals(
                Optional.empty(),
                MonitorSize.read("597 mm", Optional.empty()),
                "of which monitor?");
    }

    private static List<MonitorPane> monitors(Stage stage) {
        return stage.getScene().getRoot().lookupAll(".monitor").stream()
                .map(MonitorPane.class::cast)
                .toList();
    }

    private static String text(MonitorPane pane) {
        return pane.lookupAll(".label").stream()
                .map(Label.class::cast)
                .filter(Label::isVisible)
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void eachMonitorIsSetByItselfAndTheOneInUseIsNamed() throws Exception {
        var stage = open();
        Screens.run(() -> model.setOthers(o -> o.withTextScale(1.15)));
        var panes = Screens.on(() -> monitors(stage));
        assertEquals(3, panes.size());
        Screens.run(
                () -> {
                    assertTrue(text(panes.get(0)).contains("Skjerm 1 av 2 fra venstre"));
                    assertTrue(text(panes.get(0)).contains("Du er her"));
                    assertFalse(text(panes.get(1)).contains("Du er her"));
                    assertTrue(text(panes.get(1)).contains("2560 × 1440"));
                    panes.get(1).size().setText("597 mm");
                    panes.get(1).size().fireEvent(new ActionEvent());
                    panes.get(1).size().setText("19");
                    panes.get(1).size().fireEvent(new ActionEvent());
                    assertTrue(text(panes.get(1)).contains("Skriv bildeflatens bredde"));
                    panes.get(0).size().setText("0,27");
                    panes.get(0).size().fireEvent(new ActionEvent());
                    assertTrue(panes.get(0).lookup(".ruler").isVisible());
                    assertEquals(
                            100 / 0.27,
                            ((Region) panes.get(0).lookup(".ruler")).getMinWidth(),
                            0.01);
                    var all = model.settingsProperty().get().monitors();
                    assertEquals(OptionalDouble.of(597.0 / 2560), all.pixelMm(WIDE));
                    assertEquals(OptionalDouble.of(0.27), all.pixelMm(HERE));
                    model.resize(HERE, 0.1);
                    model.resize(HERE, 5);
                    all = model.settingsProperty().get().monitors();
                    assertEquals(2, all.textScale(HERE));
                    assertEquals(1.15, all.textScale(WIDE));
                });
        Screens.keep(stage, "settings-monitors");
        Screens.run(() -> desktop.monitors().setAll(HERE));
        assertEquals(2, Screens.on(() -> monitors(stage).size()), "a monitor is gone");
        Screens.run(stage::close);
    }

    @Test
    void aMonitorsCheckIsKeptWhenAllOfItCanBeAndElseTheOneBeforeHolds() throws Exception {
        var stage = open();
        Screens.run(
                () -> {
                    var pane = (MonitorCheckPane) monitors(stage).get(0).lookup(".monitor-check");
                    var fields =
                            pane.lookupAll(".text-field").stream()
                                    .map(TextField.class::cast)
                                    .toList();
                    var found = (javafx.scene.control.ComboBox<?>) pane.lookup(".combo-box");
                    found.getSelectionModel().select(2); // sRGB
                    enter(fields.get(0), "12.03.2026");
                    enter(fields.get(1), "Åse Ødegård");
                    assertEquals(Optional.empty(), check(), "no light was measured");
                    assertTrue(text(monitors(stage).get(0)).contains("Skriv dagen som"));
                    enter(fields.get(2), "0,25");
                    enter(fields.get(3), "280");
                    enter(fields.get(4), "0,1");
                    var light = new MonitorCheck.Light(0.25, 280, 0.1);
                    var whole =
                            new MonitorCheck(
                                    MonitorCheck.Found.SRGB,
                                    LocalDate.of(2026, 3, 12),
                                    "Åse Ødegård",
                                    Optional.of(light));
                    assertEquals(Optional.of(whole), check());
                    assertTrue(
                            text(monitors(stage).get(0)).contains("Gjelder til og med 12.03.2027"));
                    for (var wrong : List.of("12.3.26", "31.02.2026", "01.01.2199", "")) {
                        enter(fields.get(0), wrong);
                        assertEquals(Optional.of(whole), check(), wrong);
                    }
                    enter(fields.get(0), "12.03.2026");
                });
        Screens.keep(stage, "settings-monitor-check");
        Screens.run(
                () -> {
                    var pane = monitors(stage).get(0).lookup(".monitor-check");
                    var found = (javafx.scene.control.ComboBox<?>) pane.lookup(".combo-box");
                    found.getSelectionModel().select(0);
                    assertEquals(Optional.empty(), check());
                    stage.close();
                });
    }

    private Optional<MonitorCheck> check() {
        return model.settingsProperty().get().monitors().of(HERE).check();
    }

    private static List<TextField> presets(Stage stage) {
        return stage.getScene().getRoot().lookupAll(".presets .text-field").stream()
                .map(TextField.class::cast)
                .toList();
    }

    private static void enter(TextField field, String text) {
        field.setText(text);
        field.fireEvent(new ActionEvent());
    }

    @Test
    void aWindowOnANumberKeyIsReplacedAndRestored() throws Exception {
        var stage = open();
        Screens.run(
                () -> {
                    var fields = presets(stage);
                    assertEquals(
                            List.of("", "400", "40", "", "1500", "−600"),
                            fields.stream().map(TextField::getText).toList());
                    assertEquals("Bløtdeler", fields.getFirst().getPromptText());
                    enter(fields.get(1), "350");
                    enter(fields.get(3), "Lunge, bred");
                    enter(fields.get(5), "−550,5");
                    assertEquals(
                            List.of(
                                    new WindowPreset(1, "", 350, 40),
                                    new WindowPreset(2, "Lunge, bred", 1500, -550.5)),
                            model.settingsProperty().get().presets());
                    enter(fields.get(1), "400");
                    assertEquals(1, model.settingsProperty().get().presets().size());
                });
        Screens.keep(stage, "settings-presets");
        Screens.run(
                () -> {
                    var restore = (Button) stage.getScene().getRoot().lookup(".presets > .button");
                    restore.fire();
                    assertEquals(List.of(), model.settingsProperty().get().presets());
                    assertEquals("−600", presets(stage).get(5).getText());
                    stage.close();
                });
    }

    @Test
    void aWindowThatCannotBeIsSaidWithItsKeyAndNotKept() throws Exception {
        var stage = open();
        for (var wrong : List.of("0", "0,9", "bred", "70000", "1e9", "NaN", "")) {
            Screens.run(
                    () -> {
                        enter(presets(stage).get(4), wrong);
                        var said = (Label) stage.getScene().getRoot().lookup(".presets > .danger");
                        assertTrue(said.getText().startsWith("Tast 2:"), said.getText());
                        assertEquals(List.of(), model.settingsProperty().get().presets(), wrong);
                    });
        }
        Screens.run(() -> ((SettingsPane) stage.getScene().getRoot()).setVvalue(1));
        Screens.keep(stage, "settings-presets-wrong");
        Screens.run(() -> enter(presets(stage).get(4), "1400"));
        assertEquals(
                List.of(new WindowPreset(2, "", 1400, -600)),
                Screens.on(() -> model.settingsProperty().get().presets()));
        Screens.run(stage::close);
    }

    @Test
    void anArchiveThatDoesNotAnswerIsSaidInWords() throws Exception {
        var node = ArchiveNode.web("Borte", URI.create("http://127.0.0.1:1/dicom-web"));
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
