package org.tyde.ui.settings;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;
import org.tyde.ui.Messages;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One of a few values, shown in words of the language chosen now.
final class Choice {
    private Choice() {}

    /// @param words whose language is followed
    /// @param values to choose from
    /// @param word what a value is called in that language
    /// @param now the value in force, which may be none of `values`
    /// @param keep takes the one that is chosen
    static <T> ComboBox<T> of(
            Messages.Room words,
            List<T> values,
            Function<T, String> word,
            ObservableValue<T> now,
            Consumer<T> keep) {
        var box = new ComboBox<T>();
        box.getItems().setAll(values);
        words.localeProperty()
                .subscribe(
                        _ -> {
                            box.setButtonCell(new Said<>(word));
                            box.setCellFactory(_ -> new Said<>(word));
                        });
        now.subscribe(box::setValue);
        box.valueProperty()
                .subscribe(
                        (_, next) ->
                                Optional.ofNullable(next)
                                        .filter(value -> !value.equals(now.getValue()))
                                        .ifPresent(keep));
        return box;
    }

    /// A value in the words it had when the cell was made or filled.
    private static final class Said<T> extends ListCell<T> {
        private final Function<T, String> word;

        Said(Function<T, String> word) {
            this.word = word;
        }

        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            setText(value == null || empty ? "" : word.apply(value));
        }
    }
}
