package org.tyde.ui.reporting;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.tyde.dictation.DictationState;
import org.tyde.speech.Loudness;
import org.tyde.speech.Recognizer;
import org.tyde.ui.Messages;
import org.tyde.ui.control.Icons;
import org.tyde.ui.control.LevelMeter;

/// What the microphone does, always in sight: its button, its state in words, how loud it hears, the
/// model's warning, and why dictation does not work where it does not.
final class SpeechBar extends VBox {
    private static final PseudoClass LISTENING = PseudoClass.getPseudoClass("listening");
    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double FLOOR_DB = -60;

    private final ReportModel model;
    private final Messages.Room words;
    private final Button record = Icons.button(Feather.MIC, "", () -> {});
    private final Label state = new Label();
    private final LevelMeter meter = new LevelMeter();
    private final Label zone = new Label();
    private final Loudness loudness = new Loudness();
    private final Button demo = new Button();
    private final Label trial = new Label();
    private final CheckBox liveTrial = new CheckBox();
    private final Label notice = new Label();
    private final Hyperlink dismiss = new Hyperlink();
    private final HBox noticeLine = new HBox();
    private final FlowPane trialLine;

    SpeechBar(ReportModel model) {
        this.model = model;
        words = model.messages().in(SpeechBar.class);
        getStyleClass().add("speech-bar");
        record.getStyleClass().add("record");
        new RecordButton(record, model);
        zone.getStyleClass().addAll("quiet", "zone");
        zone.setMinWidth(USE_PREF_SIZE);
        demo.getStyleClass().addAll("flat", "demo");
        demo.textProperty().bind(words.bind("demo.play"));
        demo.setOnAction(_ -> model.dictation().playDemo());
        trial.getStyleClass().add("warning");
        trial.textProperty().bind(words.bind("trial"));
        liveTrial.textProperty().bind(words.bind("trial.live"));
        liveTrial.setOnAction(_ -> model.dictation().allowLiveTrial(liveTrial.isSelected()));
        notice.getStyleClass().addAll("notice", "quiet");
        notice.setWrapText(true);
        state.setMinWidth(USE_PREF_SIZE);
        demo.setMinWidth(USE_PREF_SIZE);
        liveTrial.setMinWidth(USE_PREF_SIZE);
        trial.setWrapText(true);
        var heard = new HBox(record, state, meter, zone);
        heard.getStyleClass().add("line");
        heard.setAlignment(Pos.CENTER_LEFT);
        var line = new FlowPane(heard, demo);
        line.getStyleClass().add("wrapping");
        trialLine = new FlowPane(trial, liveTrial);
        trialLine.getStyleClass().add("wrapping");
        dismiss.textProperty().bind(words.bind("lost.seen"));
        dismiss.setMinWidth(USE_PREF_SIZE);
        dismiss.setOnAction(_ -> model.dictation().lost().clear());
        HBox.setHgrow(notice, Priority.ALWAYS);
        notice.setMaxWidth(Double.MAX_VALUE);
        noticeLine.getChildren().addAll(notice, dismiss);
        noticeLine.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, trialLine, noticeLine);
        model.dictation().stateProperty().subscribe(_ -> show());
        model.noticeProperty().subscribe(_ -> show());
        model.messages().localeProperty().subscribe(_ -> show());
        model.dictation().levelProperty().subscribe(v -> level(v.doubleValue()));
        model.dictation().lost().subscribe(this::show);
    }

    private void level(double now) {
        meter.setLevel(FLOOR_DB * (1 - now));
        boolean live =
                model.dictation().stateProperty().get().microphone()
                        == DictationState.Microphone.LISTENING;
        if (!live) {
            loudness.reset();
            zone.setText("");
            return;
        }
        var found = loudness.heard(now, System.nanoTime() / 1e9);
        zone.setText(found == Loudness.Zone.UNKNOWN ? "" : words.text("zone." + found.name()));
        zone.pseudoClassStateChanged(
                WRONG, found != Loudness.Zone.GOOD && found != Loudness.Zone.UNKNOWN);
    }

    private void show() {
        var now = model.dictation().stateProperty().get();
        boolean hears = now.recognizer() != Recognizer.State.FAILED;
        boolean listening = now.microphone() != DictationState.Microphone.OFF;
        state.setText(words.text(stateKey(now, hears, model.dictation().voice().lineOpen())));
        record.pseudoClassStateChanged(LISTENING, listening);
        record.setAccessibleText(words.text(listening ? "record.stop" : "record.start"));
        record.setDisable(!hears);
        demo.setVisible(hears && model.dictation().hasDemo());
        demo.setManaged(demo.isVisible());
        meter.setVisible(hears);
        liveTrial.setSelected(now.liveTrial());
        trialLine.setVisible(now.trialModel());
        trialLine.setManaged(now.trialModel());
        var said = notice(now);
        notice.setText(said);
        noticeLine.setVisible(!said.isEmpty());
        noticeLine.setManaged(!said.isEmpty());
        dismiss.setVisible(!model.dictation().lost().isEmpty());
        notice.pseudoClassStateChanged(LOST, !model.dictation().lost().isEmpty());
    }

    private static String stateKey(DictationState now, boolean hears, boolean open) {
        if (!hears) return "state.none";
        return switch (now.microphone()) {
            case LISTENING -> now.trialModel() ? "state.trial" : "state.listening";
            case PLAYING -> "state.playing";
            case OFF ->
                    switch (now.recognizer()) {
                        case STARTING -> "state.starting";
                        case RESTARTING -> "state.restarting";
                        case READY, FAILED -> open ? "state.open" : "state.off";
                    };
        };
    }

    private String notice(DictationState now) {
        var lines = new StringBuilder();
        now.problem()
                .ifPresent(
                        why ->
                                lines.append(
                                        words.text(
                                                "typing.works", model.messages().sentence(why))));
        model.noticeProperty()
                .get()
                .filter(why -> now.problem().filter(why::equals).isEmpty())
                .ifPresent(why -> line(lines, model.messages().sentence(why)));
        for (var lost : model.dictation().lost())
            line(
                    lines,
                    lost.words().isEmpty()
                            ? words.text("lost.sound", lost.patient())
                            : words.text("lost", lost.patient(), lost.words()));
        return lines.toString();
    }

    private static void line(StringBuilder lines, String next) {
        lines.append(lines.isEmpty() ? "" : "\n").append(next);
    }
}
