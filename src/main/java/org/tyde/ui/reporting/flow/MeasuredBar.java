package org.tyde.ui.reporting.flow;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Report;
import org.tyde.report.flow.MeasuredText;
import org.tyde.report.flow.MeasuredText.Stale;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Numbers in the text whose measurements say something else now, each with what it says and the act that
/// takes it over. Not there while all agree.
public final class MeasuredBar extends VBox {
    private final FlowModel flow;
    private final Messages messages;
    private final Messages.Room words;
    private final Consumer<Refusal> refused;
    private Optional<Report> report = Optional.empty();
    private List<Stale> shown = List.of();
    private AutoCloseable watching = () -> {};

    /// @param flow what the measurements say
    /// @param messages words
    /// @param refused told why a number could not be taken over
    public MeasuredBar(FlowModel flow, Messages messages, Consumer<Refusal> refused) {
        this.flow = flow;
        this.messages = messages;
        this.words = messages.in(MeasuredBar.class);
        this.refused = refused;
        getStyleClass().add("measured-bar");
        managedProperty().bind(visibleProperty());
        setVisible(false);
        flow.measuredProperty().subscribe(_ -> look());
        messages.localeProperty().subscribe(_ -> fill());
    }

    /// @param next whose numbers are looked at; empty for none
    public void show(Optional<Report> next) {
        try {
            watching.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
        report = next;
        watching =
                next.isPresent()
                        ? next.get().onChange(() -> FxThread.FX.execute(this::look))
                        : () -> {};
        look();
    }

    private void look() {
        var now = report.map(flow::stale).orElse(List.of());
        if (now.equals(shown)) return;
        shown = now;
        fill();
    }

    private void fill() {
        getChildren().clear();
        for (var stale : shown) getChildren().add(row(stale));
        setVisible(!shown.isEmpty());
    }

    private HBox row(Stale stale) {
        var locale = messages.locale();
        var says =
                stale.now()
                        .map(v -> MeasuredText.text(v, flow.rounding(), locale))
                        .map(now -> words.text("measured.now", stale.text(), now))
                        .orElseGet(() -> words.text("measured.gone", stale.text()));
        var label = new Label(says);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("warning");
        HBox.setHgrow(label, Priority.ALWAYS);
        var row = new HBox(label, button("measured.go", () -> go(stale)));
        if (stale.now().isPresent())
            row.getChildren().add(button("measured.update", () -> update(stale)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }

    private Button button(String key, Runnable action) {
        var button = new Button(words.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void go(Stale stale) {
        report.ifPresent(r -> r.place(new Caret(stale.mark().section(), stale.mark().end())));
    }

    private void update(Stale stale) {
        if (report.isEmpty()) return;
        try {
            MeasuredText.update(report.get(), stale, flow.rounding(), messages.locale());
        } catch (Refusal why) {
            refused.accept(why);
        }
    }
}
