package org.tyde.ui.reporting.flow;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.refusal.Refusal;
import org.tyde.report.AiDecision;
import org.tyde.report.Report;
import org.tyde.report.flow.AiFinding;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What algorithms and devices found in the study, each as such, with the acts that put it into the report or
/// reject it. Not there while there is none.
public final class AiFindingsBar extends VBox {
    private static final double MOST_HIGH = 150;
    private final FlowModel flow;
    private final Messages messages;
    private final Messages.Room words;
    private final Label heading = new Label();
    private final Label refused = new Label();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private Optional<Report> report = Optional.empty();
    private List<Row> shown = List.of();
    private AutoCloseable watching = () -> {};

    /// @param flow what was found
    /// @param messages words
    public AiFindingsBar(FlowModel flow, Messages messages) {
        this.flow = flow;
        this.messages = messages;
        words = messages.in(AiFindingsBar.class);
        getStyleClass().add("ai-findings");
        heading.getStyleClass().add("quiet");
        refused.getStyleClass().add("warning");
        refused.setWrapText(true);
        refused.managedProperty().bind(refused.visibleProperty());
        rows.getStyleClass().add("rows");
        scroll.setFitToWidth(true);
        rows.heightProperty()
                .subscribe(h -> scroll.setMinHeight(Math.min(h.doubleValue() + 2, MOST_HIGH)));
        scroll.setMaxHeight(MOST_HIGH);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("editor-scroll");
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        getChildren().addAll(heading, scroll, refused);
        flow.foundProperty().subscribe(_ -> fill());
        messages.localeProperty().subscribe(_ -> fill());
    }

    /// @param next that findings of its study may enter; empty for none
    public void show(Optional<Report> next) {
        try {
            watching.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
        report = next;
        watching =
                next.isPresent()
                        ? next.get().onChange(() -> FxThread.FX.execute(this::fill))
                        : () -> {};
        fill();
    }

    /// Rows stay as they are while nothing of them changes: a button must not go while it is pressed.
    private void fill() {
        var now = new ArrayList<Row>();
        var locale = messages.locale();
        report.ifPresent(r -> flow.found(r).forEach(f -> now.add(Row.of(f, r, locale))));
        if (now.equals(shown)) return;
        shown = List.copyOf(now);
        refused.setVisible(false);
        setVisible(!now.isEmpty());
        heading.setText(words.text("ai.heading", now.size()));
        rows.getChildren().setAll(now.stream().map(this::row).toList());
    }

    private record Row(
            AiFinding finding, Report into, Locale locale, boolean stands, boolean rejected) {
        static Row of(AiFinding one, Report into, Locale locale) {
            boolean stands = one.stands(into, locale);
            var last = one.decided(into);
            return new Row(
                    one,
                    into,
                    locale,
                    stands,
                    !stands && last.equals(Optional.of(AiDecision.AI_REJECTED)));
        }
    }

    private VBox row(Row row) {
        var one = row.finding();
        var what = new Label(one.words(row.locale()));
        what.setWrapText(true);
        if (row.rejected()) what.getStyleClass().add("quiet");
        var who = new Label(words.text("ai.by", one.who()));
        who.getStyleClass().add("quiet");
        who.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(who, Priority.ALWAYS);
        var acts = new HBox(who);
        acts.setAlignment(Pos.CENTER_LEFT);
        acts.getStyleClass().add("acts");
        if (row.stands() || row.rejected()) {
            var state = new Label(words.text(row.stands() ? "ai.accepted" : "ai.rejected"));
            state.getStyleClass().add("quiet");
            state.setMinWidth(USE_PREF_SIZE);
            acts.getChildren().add(state);
        }
        one.image()
                .ifPresent(
                        i -> acts.getChildren().add(button("ai.image", () -> flow.showImage(i))));
        if (!row.stands())
            acts.getChildren().add(button("ai.accept", () -> accept(row.into(), one)));
        if (!row.stands() && !row.rejected())
            acts.getChildren().add(button("ai.reject", () -> reject(row.into(), one)));
        return new VBox(what, acts);
    }

    private Button button(String key, Runnable action) {
        var button = new Button(words.text(key));
        button.getStyleClass().addAll("flat", "section");
        button.setMinWidth(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void accept(Report into, AiFinding one) {
        try {
            one.accept(into, messages.locale(), Instant.now(), flow.decider());
            flow.decided();
        } catch (Refusal why) {
            say(why);
        }
    }

    private void reject(Report into, AiFinding one) {
        try {
            one.reject(into, messages.locale(), Instant.now(), flow.decider());
            flow.decided();
        } catch (Refusal why) {
            say(why);
        }
    }

    private void say(Refusal why) {
        refused.setText(messages.sentence(why));
        refused.setVisible(true);
    }
}
