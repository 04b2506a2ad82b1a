package org.tyde.ui.settings;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.tyde.settings.WindowPreset;
import org.tyde.ui.Messages;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// The window on one number key, as it is typed.
final class PresetLine {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final StandardPreset standard;
    private final TextField name = new TextField();
    private final TextField width = new TextField();
    private final TextField level = new TextField();
    private boolean wrong;

    PresetLine(StandardPreset standard, Messages.Room words, Consumer<PresetLine> keep) {
        this.standard = standard;
        name.accessibleTextProperty().bind(words.bind("presets.name.of", standard.key()));
        width.accessibleTextProperty().bind(words.bind("presets.width.of", standard.key()));
        level.accessibleTextProperty().bind(words.bind("presets.level.of", standard.key()));
        for (var field : fields()) {
            field.setOnAction(_ -> keep.accept(this));
            field.focusedProperty()
                    .subscribe(
                            (was, now) -> {
                                if (was && !now) keep.accept(this);
                            });
        }
        width.setPrefColumnCount(6);
        level.setPrefColumnCount(6);
    }

    private List<TextField> fields() {
        return List.of(name, width, level);
    }

    StandardPreset standard() {
        return standard;
    }

    /// @return whether what is typed is no window
    boolean wrong() {
        return wrong;
    }

    void into(GridPane grid) {
        var key = new Label(String.valueOf(standard.key()));
        key.getStyleClass().add("strong");
        GridPane.setHgrow(name, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), key, name, width, level);
    }

    /// @param set in place of what comes with Tyde
    void show(Optional<WindowPreset> set, Locale locale) {
        name.setPromptText(standard.name().apply(locale));
        if (wrong || fields().stream().anyMatch(TextField::isFocused)) return;
        name.setText(set.map(WindowPreset::name).orElse(""));
        width.setText(number(set.map(WindowPreset::width).orElse(standard.width()), locale));
        level.setText(number(set.map(WindowPreset::level).orElse(standard.level()), locale));
    }

    /// What is typed no longer counts.
    void forget() {
        mark(false);
    }

    private void mark(boolean now) {
        wrong = now;
        fields().forEach(f -> f.pseudoClassStateChanged(WRONG, now));
    }

    /// @return the window typed, or that it is the one that comes with Tyde; empty for what is none
    Optional<Optional<WindowPreset>> read(Locale locale) {
        var w = number(width.getText());
        var l = number(level.getText());
        boolean window =
                w.isPresent()
                        && l.isPresent()
                        && WindowPreset.canBeWidth(w.getAsDouble())
                        && WindowPreset.canBeLevel(l.getAsDouble());
        mark(!window);
        if (!window) return Optional.empty();
        var called = name.getText().strip();
        if (called.equals(standard.name().apply(locale))) called = "";
        var typed = new WindowPreset(standard.key(), called, w.getAsDouble(), l.getAsDouble());
        var comes = new WindowPreset(standard.key(), "", standard.width(), standard.level());
        return Optional.of(typed.equals(comes) ? Optional.empty() : Optional.of(typed));
    }

    private static OptionalDouble number(String typed) {
        var plain = typed.strip().replace(',', '.').replace('−', '-');
        try {
            double number = Double.parseDouble(plain);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }

    private static String number(double value, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }
}
