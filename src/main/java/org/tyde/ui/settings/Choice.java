package org.tyde.ui.settings;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One of a few values, shown in words.
final class Choice {
    private Choice() {}

    /// @param now the value in force, which may be none of `values`
    /// @param keep takes the one that is chosen
    static <T> ComboBox<T> of(
            List<T> values, Function<T, String> word, ObservableValue<T> now, Consumer<T> keep) {
        var box = new ComboBox<T>();
        box.getItems().setAll(values);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T value) {
                        return value == null ? "" : word.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("not editable");
                    }
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
}
