package org.tyde.ui.settings;

import static org.tyde.ui.FxThread.FX;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.tyde.settings.SpeechSettings;
import org.tyde.speech.Loudness;
import org.tyde.ui.Messages;
import org.tyde.ui.control.LevelMeter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// Which microphone, how loud it hears, what the key to speak does, and how long the sound is kept.
final class MicrophonePane extends VBox {
    private static final double FLOOR_DB = -60;
    private static final int NEVER = -1;
    private static final List<Integer> DAYS = List.of(NEVER, 0, 1, 7, 30);

    private final SettingsModel model;
    private final SpeechSetup setup;
    private final Messages messages;
    private final Messages.Room words;
    private final Button test = new Button();
    private final LevelMeter meter = new LevelMeter();
    private final Label zone = new Label();
    private final HBox device = new HBox();
    private final Loudness loudness = new Loudness();
    private Runnable stop = () -> {};
    private boolean listening;

    MicrophonePane(SettingsModel model, SpeechSetup setup, Messages messages) {
        this.model = model;
        this.setup = setup;
        this.messages = messages;
        words = messages.in(MicrophonePane.class);
        getStyleClass().add("boxes");
        device.getStyleClass().add("line");
        test.setOnAction(_ -> toggle());
        test.setMinWidth(USE_PREF_SIZE);
        zone.setWrapText(true);
        var heard = new HBox(test, meter, zone);
        heard.getStyleClass().add("line");
        heard.setAlignment(Pos.CENTER_LEFT);
        var grid = new FormGrid(words);
        grid.row("microphone", device);
        grid.row("microphone.try", heard);
        grid.row("microphone.key", key());
        grid.row("microphone.sound", days());
        var open = new CheckBox();
        open.textProperty().bind(words.bind("microphone.open"));
        open.setWrapText(true);
        open.setSelected(model.settingsProperty().get().speech().lineOpen());
        open.setOnAction(_ -> keep(s -> s.withLineOpen(open.isSelected())));
        var note = new Label();
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.textProperty().bind(words.bind("microphone.note"));
        getChildren().addAll(grid, open, note);
        messages.localeProperty().subscribe(_ -> refresh());
        sceneProperty().subscribe(now -> stopUnless(now != null));
        visibleProperty().subscribe(this::stopUnless);
    }

    private void keep(java.util.function.UnaryOperator<SpeechSettings> step) {
        model.change(s -> s.withSpeech(step.apply(s.speech())));
    }

    private void refresh() {
        test.setText(words.text(listening ? "microphone.stop" : "microphone.listen"));
        FX.watch(
                setup.microphones(),
                this::devices,
                failure -> say(messages.sentence(failure), "danger"));
    }

    private void devices(List<String> connected) {
        var names = new ArrayList<>(List.of(""));
        names.addAll(connected);
        var now = model.settingsProperty().map(s -> s.speech().microphone());
        boolean gone = !names.contains(now.getValue());
        if (gone) names.add(now.getValue());
        ComboBox<String> box =
                Choice.of(
                        words,
                        names,
                        name ->
                                name.isEmpty()
                                        ? words.text("microphone.system")
                                        : connected.contains(name)
                                                ? name
                                                : words.text("microphone.absent", name),
                        now,
                        name -> {
                            stopUnless(false);
                            keep(s -> s.withMicrophone(name));
                        });
        box.accessibleTextProperty().bind(words.bind("microphone"));
        device.getChildren().setAll(box);
        if (connected.isEmpty() && !listening) say(words.text("microphone.none"), "quiet");
    }

    private ComboBox<SpeechSettings.Key> key() {
        return Choice.of(
                words,
                List.of(SpeechSettings.Key.values()),
                k -> words.text("microphone.key." + k.name().toLowerCase(Locale.ROOT)),
                model.settingsProperty().map(s -> s.speech().key()),
                k -> keep(s -> s.withKey(k)));
    }

    private ComboBox<Integer> days() {
        var now = model.settingsProperty().map(s -> s.speech().soundDays().orElse(NEVER));
        var all = new ArrayList<>(DAYS);
        if (!all.contains(now.getValue())) all.add(now.getValue());
        return Choice.of(
                words,
                all,
                n ->
                        switch (n) {
                            case NEVER -> words.text("microphone.sound.never");
                            case 0 -> words.text("microphone.sound.signed");
                            default -> words.text("microphone.sound.days", n);
                        },
                now,
                n -> keep(s -> s.withSoundDays(n < 0 ? OptionalInt.empty() : OptionalInt.of(n))));
    }

    private void toggle() {
        if (listening) {
            stopUnless(false);
            return;
        }
        listening = true;
        loudness.reset();
        test.setText(words.text("microphone.stop"));
        say(words.text("microphone.say"), "quiet");
        long begun = System.nanoTime();
        stop =
                setup.listen(
                        model.settingsProperty().get().speech().microphone(),
                        level -> FX.execute(() -> heard(level, begun)),
                        why ->
                                FX.execute(
                                        () -> {
                                            stopUnless(false);
                                            say(messages.sentence(why), "danger");
                                        }));
    }

    private void heard(double level, long begun) {
        if (!listening) return;
        meter.setLevel(FLOOR_DB * (1 - level));
        var now = loudness.heard(level, (System.nanoTime() - begun) / 1e9);
        if (now == Loudness.Zone.UNKNOWN) return;
        say(
                words.text("microphone.zone." + now.name()),
                now == Loudness.Zone.GOOD ? "good" : "warning");
    }

    private void stopUnless(boolean on) {
        if (on || !listening) return;
        listening = false;
        stop.run();
        meter.setLevel(FLOOR_DB);
        test.setText(words.text("microphone.listen"));
        say("", "quiet");
    }

    private void say(String sentence, String style) {
        zone.setText(sentence);
        zone.getStyleClass().setAll("label", style);
    }
}
