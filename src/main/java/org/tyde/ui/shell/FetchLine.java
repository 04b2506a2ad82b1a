package org.tyde.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.archive.Completeness;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.worklist.StudyTexts;

/// One study of the queue: whose, how much of it is here, how fast, and how long it will take.
final class FetchLine extends HBox {
    private final Messages messages;
    private final Messages.Room words;
    private final Label who = new Label();
    private final Label how = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button();
    private final Button again = new Button();

    FetchLine(Messages messages) {
        this.messages = messages;
        words = messages.in(FetchLine.class);
        getStyleClass().add("traffic-line");
        how.setWrapText(true);
        var texts = new VBox(who, how);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMaxWidth(Double.MAX_VALUE);
        bar.setPrefWidth(120);
        stop.textProperty().bind(words.bind("foot.cancel"));
        again.textProperty().bind(words.bind("foot.retry"));
        for (var button : new Button[] {stop, again}) {
            button.getStyleClass().add("small-action");
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        getChildren().addAll(texts, bar, stop, again);
    }

    void show(Traffic.Fetch fetch) {
        who.setText(
                fetch.study()
                        .map(this::named)
                        .orElseGet(() -> words.text("traffic.study.unknown")));
        how.setText(state(fetch));
        how.getStyleClass()
                .setAll(
                        "label",
                        fetch.failure().isPresent() || changed(fetch) ? "warning" : "quiet");
        var here = fetch.here();
        bar.setProgress(
                here.expected() <= 0
                        ? (fetch.ended() ? 0 : -1)
                        : Math.min(1, (double) here.received() / here.expected()));
        bar.setVisible(!fetch.ended());
        stop.setVisible(!fetch.ended());
        stop.setOnAction(_ -> fetch.cancel().run());
        again.setVisible(fetch.canRetry());
        again.setOnAction(_ -> fetch.retry().run());
    }

    private static boolean changed(Traffic.Fetch fetch) {
        return fetch.here().state() == Completeness.State.CHANGED;
    }

    private String named(Study study) {
        var texts = new StudyTexts(messages);
        return texts.name(study.patient())
                + " · "
                + texts.modalities(study)
                + " · "
                + texts.description(study)
                + " · "
                + texts.dateTime(study);
    }

    private String state(Traffic.Fetch fetch) {
        var here = amount(fetch.here());
        if (fetch.failure().isPresent())
            return here + " · " + messages.sentence(fetch.failure().get());
        if (fetch.ended()) return here;
        var rate =
                fetch.megabytesPerSecond() > 0
                        ? " · " + words.text("traffic.rate", fetch.megabytesPerSecond())
                        : "";
        var left = fetch.remaining().map(time -> " · " + left(time.toSeconds())).orElse("");
        return words.text("traffic.priority." + fetch.priority()) + " · " + here + rate + left;
    }

    private String left(long seconds) {
        return seconds < 90
                ? words.text("traffic.seconds", Math.max(1, seconds))
                : words.text("traffic.minutes", (seconds + 30) / 60);
    }

    private String amount(Completeness here) {
        return switch (here.state()) {
            case PARTIAL -> words.text("traffic.partial", here.received(), here.expected());
            case COMPLETE -> words.text("traffic.complete", here.received());
            case CHANGED -> words.text("traffic.changed", here.removed(), here.altered());
            case UNKNOWN ->
                    words.text(
                            here.expected() < 0 ? "traffic.unknown" : "traffic.uncertain",
                            here.received());
        };
    }
}
