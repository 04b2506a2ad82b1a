package org.tyde.ui.worklist;

import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Separator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.tyde.prior.ModalityGroup;
import org.tyde.ui.Messages;
import org.tyde.ui.control.Chip;
import org.tyde.worklist.ReadingStatus;

import java.util.Locale;

/// Filters as chips: period (one of), modality and status (any of; none means all).
final class FilterBar {
    private final Messages.Room words;

    private FilterBar(Messages messages) {
        words = messages.in(FilterBar.class);
    }

    /// @return the periods, in one line
    static Pane periods(WorklistModel model, Messages messages) {
        var chips = new FilterBar(messages);
        var line = new HBox();
        line.getStyleClass().add("filter-bar");
        line.setMinWidth(Region.USE_PREF_SIZE);
        for (var period : Period.values()) line.getChildren().add(chips.period(model, period));
        return line;
    }

    /// @return modalities and statuses, on as many lines as they need
    static Pane kinds(WorklistModel model, Messages messages) {
        var chips = new FilterBar(messages);
        var lines = new FlowPane();
        lines.getStyleClass().add("filter-bar");
        for (var group : ModalityGroup.values())
            if (group != ModalityGroup.NUCLEAR)
                lines.getChildren()
                        .add(chips.named(group, "modality." + group, model.modalities()));
        lines.getChildren().add(new Separator(Orientation.VERTICAL));
        for (var status : ReadingStatus.values())
            lines.getChildren().add(chips.named(status, "status." + status, model.statuses()));
        lines.getChildren().add(new Separator(Orientation.VERTICAL));
        for (var one : WaitsFor.values()) lines.getChildren().add(chips.waiting(one, model));
        return lines;
    }

    /// Says how many there are.
    private Chip waiting(WaitsFor one, WorklistModel model) {
        var chip = member(one, model.waits());
        chip.textProperty()
                .bind(
                        model.foundProperty()
                                .flatMap(
                                        rows ->
                                                words.bind(
                                                        "waits."
                                                                + one.name()
                                                                        .toLowerCase(Locale.ROOT),
                                                        rows.stream()
                                                                .filter(one::passes)
                                                                .count())));
        return chip;
    }

    private Chip period(WorklistModel model, Period period) {
        var chip = new Chip("");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.textProperty().bind(words.bind("period." + period.name().toLowerCase(Locale.ROOT)));
        model.periodProperty().subscribe(now -> chip.setSelected(now == period));
        chip.setOnAction(
                _ -> {
                    model.periodProperty().set(period);
                    chip.setSelected(true);
                });
        return chip;
    }

    private <T> Chip named(T value, String key, ObservableSet<T> wanted) {
        var chip = member(value, wanted);
        chip.textProperty().bind(words.bind(key.toLowerCase(Locale.ROOT)));
        return chip;
    }

    private static <T> Chip member(T value, ObservableSet<T> wanted) {
        var chip = new Chip("");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(
                _ -> {
                    if (chip.isSelected()) wanted.add(value);
                    else wanted.remove(value);
                });
        wanted.addListener((SetChangeListener<T>) _ -> chip.setSelected(wanted.contains(value)));
        return chip;
    }
}
