package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.TestJvm;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Settings;
import org.tyde.settings.SpeechSettings;
import org.tyde.settings.TydeHome;
import org.tyde.settings.vault.Vaults;
import org.tyde.speech.SpeechModel;
import org.tyde.speech.SpeechModels;
import org.tyde.speech.SpeechReason;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// The settings of speech over real models and the real library; only the microphone is a hand's.
@Timeout(300)
class SpeechPaneTest {
    private static final Path SHIPPED = Path.of("samples/speech/tyde-nb-synthetic");

    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();
    private Optional<DoubleConsumer> level = Optional.empty();
    private Optional<Consumer<Refusal>> trouble = Optional.empty();
    private SettingsModel model = model();

    private SettingsModel model() {
        return new SettingsModel(
                Settings.DEFAULTS,
                _ -> {},
                _ -> {},
                Vaults.of(TydeHome.at(folder)),
                runner,
                messages);
    }

    private final class Machine implements SpeechSetup {
        private final SpeechModels models =
                new SpeechModels(
                        folder.resolve("speech"),
                        SHIPPED,
                        TestJvm.command(
                                List.of(
                                        "-Djna.encoding=UTF-8",
                                        "--enable-native-access=ALL-UNNAMED"),
                                "org.tyde.app.Main",
                                "child",
                                "speech"));

        @Override
        public Job<List<SpeechModels.Installed>> models() {
            return runner.waiting("list", _ -> models.all());
        }

        @Override
        public Job<SpeechModel> add(Path source) {
            return runner.waiting("add", job -> models.add(source, job));
        }

        @Override
        public Job<SpeechModel> test(String name) {
            return runner.waiting("test", _ -> models.test(name));
        }

        @Override
        public Job<Boolean> remove(String name) {
            return runner.waiting(
                    "remove",
                    _ -> {
                        models.remove(name);
                        return true;
                    });
        }

        @Override
        public String inUse() {
            return "tyde-nb-synthetic";
        }

        @Override
        public Job<List<String>> microphones() {
            return Job.done(List.of("Philips SpeechMike", "Headset"));
        }

        @Override
        public Runnable listen(String microphone, DoubleConsumer to, Consumer<Refusal> why) {
            level = Optional.of(to);
            trouble = Optional.of(why);
            return () -> level = Optional.empty();
        }
    }

    @BeforeEach
    void fresh() throws Exception {
        Screens.start();
        model = model();
    }

    @AfterEach
    void end() {
        runner.close();
    }

    private Stage open() throws Exception {
        var pane =
                Screens.on(
                        () -> {
                            var machine = new Machine();
                            var all =
                                    new VBox(
                                            new SpeechModelsPane(model, machine, messages),
                                            new MicrophonePane(model, machine, messages));
                            all.getStyleClass().addAll("page", "speech");
                            all.setMaxWidth(720);
                            var scroll = new ScrollPane(all);
                            scroll.setFitToWidth(true);
                            scroll.getStyleClass().add("settings");
                            ControlStyles.wear(scroll, SettingsPane.class, "settings.css");
                            return scroll;
                        });
        var stage = Screens.show(pane, 760, 700);
        Screens.until(() -> says(stage, "tyde-nb-synthetic"));
        return stage;
    }

    private static void texts(Node node, List<String> into) {
        if (node instanceof Labeled labeled && labeled.isVisible()) into.add(labeled.getText());
        if (node instanceof ScrollPane scroll) texts(scroll.getContent(), into);
        else if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(n -> texts(n, into));
    }

    private static boolean says(Stage stage, String part) {
        var all = new ArrayList<String>();
        texts(stage.getScene().getRoot(), all);
        return all.stream().anyMatch(t -> t.contains(part));
    }

    private static SpeechModelsPane models(Stage stage) {
        var scroll = (ScrollPane) stage.getScene().getRoot();
        return (SpeechModelsPane) ((VBox) scroll.getContent()).getChildren().getFirst();
    }

    private Path copy(String name) throws Exception {
        var to = folder.resolve(name);
        try (var files = Files.walk(SHIPPED)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return to;
    }

    private static Button button(Stage stage, String text) {
        return (Button)
                stage.getScene().getRoot().lookupAll(".button").stream()
                        .filter(b -> ((Button) b).getText().equals(text))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void theTrialModelSaysThatItIsForTryingOut() throws Exception {
        var stage = open();
        assertTrue(Screens.on(() -> says(stage, "Bare til utprøving, ikke til klinisk bruk.")));
        Screens.keep(stage, "settings-speech");
        Screens.run(() -> messages.localeProperty().set(Locale.UK));
        Screens.until(() -> says(stage, "For trying out only, not for clinical use."));
        Screens.keep(stage, "settings-speech-english");
        Screens.run(stage::close);
    }

    @Test
    void aModelIsAddedChosenAndRemoved() throws Exception {
        var stage = open();
        var source = copy("nb-avdelingen");
        Screens.run(() -> models(stage).add(source));
        Screens.until(() -> says(stage, "Modellen nb-avdelingen er installert."));
        Screens.until(
                () ->
                        stage.getScene().getRoot().lookupAll(".combo-box").stream()
                                .anyMatch(
                                        b ->
                                                ((ComboBox<?>) b)
                                                        .getItems()
                                                        .contains("nb-avdelingen")));
        Screens.run(
                () ->
                        stage.getScene().getRoot().lookupAll(".combo-box").stream()
                                .map(ComboBox.class::cast)
                                .filter(b -> b.getItems().contains("nb-avdelingen"))
                                .findFirst()
                                .ifPresent(b -> choose(b, "nb-avdelingen")));
        assertEquals(
                Optional.of("nb-avdelingen"),
                Screens.on(() -> model.settingsProperty().get().speech().model(Locale.of("nb"))));
        Screens.keep(stage, "settings-speech-added");
        Screens.run(
                () ->
                        ((Button)
                                        stage.getScene().getRoot().lookupAll(".button").stream()
                                                .filter(
                                                        b ->
                                                                "Fjern nb-avdelingen"
                                                                        .equals(
                                                                                b
                                                                                        .getAccessibleText()))
                                                .findFirst()
                                                .orElseThrow())
                                .fire());
        Screens.until(() -> says(stage, "nb-avdelingen er fjernet."));
        assertEquals(
                Optional.empty(),
                Screens.on(() -> model.settingsProperty().get().speech().model(Locale.of("nb"))));
        Screens.run(stage::close);
    }

    @SuppressWarnings("unchecked")
    private static void choose(ComboBox<?> box, String value) {
        ((ComboBox<String>) box).setValue(value);
    }

    @Test
    void aBrokenModelIsRefusedWithOneSentence() throws Exception {
        var stage = open();
        var source = copy("ødelagt");
        Files.writeString(source.resolve("graph/HCLr.fst"), "no graph");
        Screens.run(() -> models(stage).add(source));
        Screens.until(() -> says(stage, "har en graf som ikke kan leses"));
        Screens.keep(stage, "settings-speech-broken");
        Screens.run(stage::close);
    }

    @Test
    void theMicrophoneIsTriedAndJudged() throws Exception {
        var stage = open();
        Screens.run(() -> button(stage, "Lytt").fire());
        Screens.until(() -> level.isPresent());
        level.orElseThrow().accept(0.3);
        Screens.until(() -> says(stage, "For lavt"));
        level.orElseThrow().accept(0.6);
        Screens.until(() -> says(stage, "Bra"));
        Screens.keep(stage, "settings-microphone");
        level.orElseThrow().accept(0.97);
        Screens.until(() -> says(stage, "For høyt"));
        trouble.orElseThrow().accept(new Refusal(SpeechReason.SYSTEM_MICROPHONE_LOST));
        Screens.until(() -> says(stage, "Mikrofonen har stoppet"));
        Screens.run(stage::close);
    }

    @Test
    void theKeyAndTheSoundAreKeptAsChosen() throws Exception {
        var stage = open();
        Screens.run(
                () ->
                        stage.getScene().getRoot().lookupAll(".combo-box").stream()
                                .map(ComboBox.class::cast)
                                .filter(b -> b.getItems().contains(SpeechSettings.Key.HOLD))
                                .findFirst()
                                .ifPresent(b -> hold(b)));
        assertEquals(
                SpeechSettings.Key.HOLD,
                Screens.on(() -> model.settingsProperty().get().speech().key()));
        Screens.run(stage::close);
    }

    @SuppressWarnings("unchecked")
    private static void hold(ComboBox<?> box) {
        ((ComboBox<SpeechSettings.Key>) box).setValue(SpeechSettings.Key.HOLD);
    }
}
