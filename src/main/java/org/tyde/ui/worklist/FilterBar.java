package org.tyde.ui.worklist;

import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;

import org.tyde.archive.ModalityGroup;
import org.tyde.ui.Messages;
import org.tyde.ui.control.Chip;
import org.tyde.worklist.ReadingStatus;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Filters as chips: period (one of), modality and status (any of; none means all).
final class FilterBar extends HBox {
    private final Messages.Room words;

    private FilterBar(Messages messages) {
        words = messages.in(FilterBar.class);
        getStyleClass().add("filter-bar");
    }

    static FilterBar periods(WorklistModel model, Messages messages) {
        var bar = new FilterBar(messages);
        bar.add(Stream.of(Period.values()).map(p -> bar.period(model, p)).toList());
        return bar;
    }

    static FilterBar kinds(WorklistModel model, Messages messages) {
        var bar = new FilterBar(messages);
        bar.add(
                Stream.of(ModalityGroup.values())
                        .filter(group -> group != ModalityGroup.NUCLEAR)
                        .map(m -> bar.member(m, "modality." + m, model.modalities()))
                        .toList());
        bar.getChildren().add(new Separator(Orientation.VERTICAL));
        bar.add(
                Stream.of(ReadingStatus.values())
                        .map(s -> bar.member(s, "status." + s, model.statuses()))
                        .toList());
        return bar;
    }

    private void add(List<? extends Node> chips) {
        getChildren().addAll(chips);
    }

    private Chip period(WorklistModel model, Period period) {
        var chip = new Chip("");
        chip.textProperty().bind(words.bind("period." + period.name().toLowerCase(Locale.ROOT)));
        model.periodProperty().subscribe(now -> chip.setSelected(now == period));
        chip.setOnAction(
                _ -> {
                    model.periodProperty().set(period);
                    chip.setSelected(true);
                });
        return chip;
    }

    private <T> Chip member(T value, String key, ObservableSet<T> wanted) {
        var chip = new Chip("");
        chip.textProperty().bind(words.bind(key.toLowerCase(Locale.ROOT)));
        chip.setOnAction(
                _ -> {
                    if (chip.isSelected()) wanted.add(value);
                    else wanted.remove(value);
                });
        wanted.addListener((SetChangeListener<T>) _ -> chip.setSelected(wanted.contains(value)));
        return chip;
    }
}
