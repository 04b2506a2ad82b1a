package org.tyde.ui.reporting.flow;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.report.AiDecision;
import org.tyde.report.Decision;
import org.tyde.report.sign.SignedRecord;
import org.tyde.ui.Messages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/// What was decided about the reports of the study when they were signed here, to be read again.
public final class HistoryPane extends VBox {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private final HistoryModel model;
    private final Messages.Room words;
    private final VBox body = new VBox();
    private final Button close = new Button();

    /// @param model what was decided
    /// @param left told when the pane is closed
    public HistoryPane(HistoryModel model, Runnable left) {
        this.model = model;
        words = model.messages().in(HistoryPane.class);
        getStyleClass().addAll("signing", "history");
        body.getStyleClass().add("body");
        var title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(words.bind("history.title"));
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("editor-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        close.textProperty().bind(words.bind("lesions.close"));
        close.setOnAction(_ -> model.close());
        var buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, scroll, buttons);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() != KeyCode.ESCAPE) return;
                    model.close();
                    event.consume();
                });
        setVisible(false);
        model.recordsProperty().subscribe(_ -> show());
        model.failedProperty().subscribe(_ -> show());
        model.messages().localeProperty().subscribe(_ -> show());
        model.shownProperty()
                .subscribe(
                        (was, now) -> {
                            setVisible(now);
                            if (now) close.requestFocus();
                            else if (was) left.run();
                        });
    }

    private void show() {
        body.getChildren().clear();
        model.failedProperty().get().ifPresent(f -> line(model.messages().sentence(f), "warning"));
        var records = model.recordsProperty().get();
        if (records.isEmpty()) line(words.text("history.none"), "quiet");
        for (var record : records.reversed()) show(record);
        line(words.text("history.where"), "quiet");
    }

    private void show(SignedRecord record) {
        var when = when(record.when());
        switch (record.event()) {
            case SIGNED -> line(words.text("history.signed", when, record.by()), "heading");
            case TAKEN_BACK -> line(words.text("history.back", when), "heading");
        }
        record.without()
                .ifPresent(
                        i ->
                                line(
                                        words.text("history.without", i.received(), i.expected()),
                                        "warning"));
        if (record.unasked()) line(words.text("history.unasked"), "warning");
        for (var one : record.decisions()) show(one);
        boolean nothing =
                record.event() == SignedRecord.Event.SIGNED
                        && record.decisions().isEmpty()
                        && record.without().isEmpty()
                        && !record.unasked();
        if (nothing)
            line(words.text(record.independent() ? "history.sealed" : "history.nothing"), "quiet");
    }

    private void show(Decision one) {
        var kind =
                Stream.of(AiDecision.values())
                        .filter(k -> one.about().startsWith(k.name() + " "))
                        .findFirst();
        line(
                words.text(
                        kind.map(k -> "history." + k).orElse("history.right"),
                        one.what(),
                        when(one.when()),
                        one.by().isEmpty() ? "–" : one.by()),
                "decided");
    }

    private static String when(Instant at) {
        return WHEN.format(at);
    }

    private void line(String text, String style) {
        var line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.getStyleClass().add(style);
        body.getChildren().add(line);
    }
}
