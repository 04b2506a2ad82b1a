package org.tyde.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.control.LevelMeter;

/// The thin line at the foot of the control window: what is being fetched and how fast, how the archive
/// is, what the microphone hears.
final class FootLine extends HBox {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    FootLine(FootModel model, Messages messages, Runnable queue) {
        var words = messages.in(FootLine.class);
        getStyleClass().add("foot-line");
        ControlStyles.wear(this, FootLine.class, "shell.css");
        var fetch = new Label();
        fetch.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> fetchText(model.fetchProperty().get(), words),
                                model.fetchProperty(),
                                messages.localeProperty()));
        var bar = new ProgressBar();
        bar.setPrefWidth(120);
        bar.progressProperty().bind(model.fetchProperty().map(f -> f.fraction()));
        bar.visibleProperty().bind(model.fetchProperty().map(f -> f.state() == FetchState.RUNNING));
        bar.managedProperty().bind(bar.visibleProperty());
        var stop = small(words, "foot.cancel");
        stop.setOnAction(_ -> model.fetchProperty().get().cancel().run());
        stop.visibleProperty().bind(bar.visibleProperty());
        stop.managedProperty().bind(bar.visibleProperty());
        var again = small(words, "foot.retry");
        again.setOnAction(_ -> model.fetchProperty().get().retry().run());
        again.visibleProperty().bind(model.fetchProperty().map(f -> f.state().canRetry()));
        again.managedProperty().bind(again.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var archive = new Label();
        archive.textProperty().bind(model.archiveProperty());
        model.archiveAwayProperty().subscribe(away -> archive.pseudoClassStateChanged(AWAY, away));
        archive.getStyleClass().add("archive");
        var person = new Label();
        person.textProperty().bind(model.signInProperty());
        person.visibleProperty().bind(model.signInProperty().isNotEmpty());
        person.managedProperty().bind(person.visibleProperty());
        person.getStyleClass().add("sign-in");
        var microphone = new Label();
        microphone
                .textProperty()
                .bind(
                        model.microphoneOnProperty()
                                .flatMap(on -> words.bind(on ? "foot.mic.on" : "foot.mic.off")));
        var meter = new LevelMeter();
        model.levelProperty().subscribe(level -> meter.setLevel(level.doubleValue()));
        meter.visibleProperty().bind(model.microphoneOnProperty());
        meter.managedProperty().bind(meter.visibleProperty());
        var open = small(words, "foot.queue");
        open.setOnAction(_ -> queue.run());
        getChildren()
                .addAll(fetch, bar, stop, again, open, gap, person, archive, microphone, meter);
    }

    private static Button small(Messages.Room words, String key) {
        var button = new Button();
        button.textProperty().bind(words.bind(key));
        button.getStyleClass().addAll("small-action");
        return button;
    }

    private static String fetchText(FootModel.Fetch fetch, Messages.Room words) {
        return switch (fetch.state()) {
            case IDLE -> words.text("foot.idle");
            case RUNNING ->
                    words.text(
                            fetch.total() < 0 ? "foot.fetching" : "foot.fetching.of",
                            fetch.done(),
                            fetch.total(),
                            fetch.megabytesPerSecond());
            case COMPLETE -> words.text("foot.complete", fetch.done());
            case INCOMPLETE -> words.text("foot.incomplete", fetch.done(), fetch.total());
            case FAILED -> words.text("foot.failed", fetch.done());
        };
    }
}
