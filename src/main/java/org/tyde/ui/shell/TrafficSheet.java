package org.tyde.ui.shell;

import static org.tyde.ui.FxThread.FX;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.tyde.archive.LineState;
import org.tyde.archive.RegionalArchive;
import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;

import java.util.LinkedHashMap;
import java.util.Map;

/// The queue: how each archive answers, what is fetched and how far that is, what waits to be sent. Opened
/// from the foot line; looks anew twice a second while it is open, and lines stay where they are.
final class TrafficSheet extends StackPane {
    private static final Duration LOOK = Duration.millis(500);

    private final Messages messages;
    private final Messages.Room words;
    private final Traffic.Watch watch;
    private final VBox archives = new VBox();
    private final VBox fetches = new VBox();
    private final VBox outgoing = new VBox();
    private final OutgoingLines leaving;
    private final Map<String, FetchLine> lines = new LinkedHashMap<>();
    private final Timeline looking = new Timeline(new KeyFrame(LOOK, _ -> look()));

    TrafficSheet(Messages messages, Traffic.Watch watch) {
        this.messages = messages;
        this.watch = watch;
        words = messages.in(TrafficSheet.class);
        leaving = new OutgoingLines(messages, outgoing);
        getStyleClass().add("palette-veil");
        ControlStyles.wear(this, TrafficSheet.class, "shell.css");
        var title = label("traffic.title", "strong", "title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var forget = button("traffic.forget");
        forget.setOnAction(
                _ -> {
                    watch.forgetEnded();
                    look();
                });
        var close = button("traffic.close");
        close.setOnAction(_ -> close());
        var foot = new HBox(gap, forget, close);
        foot.getStyleClass().add("traffic-line");
        var all =
                new VBox(
                        label("traffic.archives", "strong"),
                        archives,
                        label("traffic.fetches", "strong"),
                        fetches,
                        label("traffic.outgoing", "strong"),
                        outgoing);
        all.getStyleClass().add("traffic");
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        var box = new VBox(title, scroll, foot);
        box.getStyleClass().add("key-sheet");
        box.setMaxSize(760, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.CENTER);
        getChildren().add(box);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setFocusTraversable(true);
        looking.setCycleCount(Timeline.INDEFINITE);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMousePressed(
                click -> {
                    if (click.getTarget() == this) close();
                });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) return;
        close();
        event.consume();
    }

    void open() {
        setVisible(true);
        toFront();
        requestFocus();
        look();
        looking.play();
    }

    void close() {
        looking.stop();
        setVisible(false);
    }

    private void look() {
        FX.watch(watch.look(), this::show, failure -> say(outgoing, messages.sentence(failure)));
    }

    private void show(Traffic now) {
        archives.getChildren().setAll(now.archives().stream().map(this::archive).toList());
        if (now.fetches().isEmpty()) say(fetches, words.text("traffic.fetches.none"));
        else showFetches(now);
        leaving.show(now.outgoing());
    }

    private void showFetches(Traffic now) {
        lines.keySet().retainAll(now.fetches().stream().map(Traffic.Fetch::studyUid).toList());
        var order = new java.util.ArrayList<FetchLine>();
        for (var fetch : now.fetches()) {
            var line = lines.computeIfAbsent(fetch.studyUid(), _ -> new FetchLine(messages));
            line.show(fetch);
            order.add(line);
        }
        if (!fetches.getChildren().equals(order)) fetches.getChildren().setAll(order);
    }

    private HBox archive(RegionalArchive.State state) {
        var name = new Label(state.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        var how = new Label();
        how.setWrapText(true);
        how.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(how, Priority.ALWAYS);
        how.getStyleClass().add(state.failure().isEmpty() ? "quiet" : "warning");
        how.setText(
                state.failure()
                        .map(
                                failure ->
                                        messages.sentence(failure)
                                                + (state.line() == LineState.CLOSED
                                                        ? ""
                                                        : " " + words.text("traffic.resting")))
                        .orElseGet(() -> words.text("traffic.answers")));
        var line = new HBox(name, how);
        line.getStyleClass().add("traffic-line");
        return line;
    }

    private static void say(VBox box, String sentence) {
        var label = new Label(sentence);
        label.getStyleClass().add("quiet");
        box.getChildren().setAll(label);
    }

    private Label label(String key, String... styles) {
        var label = new Label();
        label.textProperty().bind(words.bind(key));
        label.getStyleClass().addAll(styles);
        return label;
    }

    private Button button(String key) {
        var button = new Button();
        button.textProperty().bind(words.bind(key));
        return button;
    }
}
