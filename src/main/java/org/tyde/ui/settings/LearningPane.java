package org.tyde.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.tyde.dictation.Learned;
import org.tyde.dictation.Learned.Decision;
import org.tyde.dictation.Learned.Habit;
import org.tyde.ui.Messages;

import java.text.NumberFormat;
import java.util.ArrayList;

/// What corrections taught: offers to be taken or left, and how many of the dictated words were corrected
/// in each of the last weeks. All of it stays on this machine and can be deleted.
public final class LearningPane extends VBox {
    private static final int WEEKS = 12;
    private static final double TALLEST = 64;
    private final WordsModel model;
    private final Messages.Room words;
    private final VBox offers = new VBox();
    private final HBox chart = new HBox();
    private final Label total = new Label();

    /// @param model the user's words
    public LearningPane(WordsModel model) {
        this.model = model;
        words = model.messages().in(LearningPane.class);
        getStyleClass().addAll("learning", "boxes");
        offers.getStyleClass().add("boxes");
        chart.getStyleClass().add("weeks");
        chart.setAlignment(Pos.BOTTOM_LEFT);
        total.getStyleClass().add("quiet");
        total.setWrapText(true);
        var note = new Label();
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.textProperty().bind(words.bind("learning.note"));
        var forget = button("learning.forget", model::forget);
        getChildren().addAll(note, offers, chart, total, forget);
        model.learnedProperty().subscribe(_ -> show());
        model.messages().localeProperty().subscribe(_ -> show());
    }

    private Button button(String key, Runnable step) {
        var button = new Button();
        button.textProperty().bind(words.bind(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> step.run());
        return button;
    }

    private void show() {
        var learned = model.learnedProperty().get();
        offers.getChildren().setAll(learned.offers().stream().map(this::offer).toList());
        if (learned.offers().isEmpty())
            offers.getChildren().setAll(new Label(words.text("learning.none")));
        showWeeks(learned);
    }

    private Node offer(Habit habit) {
        var text =
                new Label(
                        words.text(
                                habit.misheard() ? "learning.misheard" : "learning.preferred",
                                habit.spoken(),
                                habit.written(),
                                habit.times()));
        text.setWrapText(true);
        var take = button("learning.accept", () -> model.decide(habit, Decision.ACCEPTED));
        take.getStyleClass().add("accent");
        var buttons =
                new FlowPane(
                        8,
                        8,
                        take,
                        button("learning.reject", () -> model.decide(habit, Decision.REJECTED)),
                        button("learning.never", () -> model.decide(habit, Decision.NEVER)));
        var box = new VBox(text, buttons);
        box.getStyleClass().addAll("offer", "boxes");
        return box;
    }

    private void showWeeks(Learned learned) {
        var weeks = new ArrayList<>(learned.weeks().entrySet());
        var last = weeks.subList(Math.max(0, weeks.size() - WEEKS), weeks.size());
        double most = last.stream().mapToDouble(w -> w.getValue().rate()).max().orElse(0);
        var percent = NumberFormat.getPercentInstance(model.messages().locale());
        percent.setMaximumFractionDigits(1);
        chart.getChildren().clear();
        int dictated = 0;
        int corrected = 0;
        for (var week : last) {
            var count = week.getValue();
            dictated += count.dictated();
            corrected += count.corrected();
            var bar = new Region();
            bar.getStyleClass().add("bar");
            bar.setMinHeight(most == 0 ? 1 : Math.max(1, TALLEST * count.rate() / most));
            bar.setAccessibleText(week.getKey() + ": " + percent.format(count.rate()));
            var rate = new Label(percent.format(count.rate()));
            var name = new Label(week.getKey().substring(week.getKey().indexOf('W') + 1));
            name.getStyleClass().add("quiet");
            var column = new VBox(rate, bar, name);
            column.setAlignment(Pos.BOTTOM_CENTER);
            column.getStyleClass().add("week");
            chart.getChildren().add(column);
        }
        chart.setVisible(!last.isEmpty());
        chart.setManaged(!last.isEmpty());
        double rate = dictated == 0 ? 0 : (double) corrected / dictated;
        total.setText(
                last.isEmpty()
                        ? words.text("learning.nothing")
                        : words.text(
                                "learning.total",
                                corrected,
                                dictated,
                                percent.format(rate),
                                last.size()));
    }
}
