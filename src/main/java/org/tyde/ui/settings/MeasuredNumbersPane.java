package org.tyde.ui.settings;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.tyde.report.check.Surroundings.Threshold;
import org.tyde.report.check.Surroundings.Value;
import org.tyde.report.flow.ChangeText;
import org.tyde.report.flow.MeasuredText;
import org.tyde.report.flow.MeasuredText.Rounding;
import org.tyde.settings.MeasuredNumbers;
import org.tyde.ui.Messages;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How measured numbers are rounded in reports, and from when on a lesion has changed; below, a sentence written so.
public final class MeasuredNumbersPane extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /// How a length is written.
    private record Shape(boolean centimetres, int decimals) {
        static final List<Shape> ALL =
                List.of(
                        new Shape(false, 0),
                        new Shape(false, 1),
                        new Shape(true, 1),
                        new Shape(true, 2));

        static Shape of(MeasuredNumbers numbers) {
            return new Shape(numbers.centimetres(), numbers.decimals());
        }
    }

    private final SettingsModel model;
    private final Messages messages;
    private final Messages.Room words;
    private final TextField growth = new TextField();
    private final TextField decrease = new TextField();
    private final TextField least = new TextField();
    private final Label said = new Label();
    private final Label example = new Label();

    /// @param model the settings in force
    /// @param messages words
    public MeasuredNumbersPane(SettingsModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        words = messages.in(MeasuredNumbersPane.class);
        var grid = new FormGrid(words);
        grid.row(
                "numbers.lengths",
                Choice.of(
                        words,
                        Shape.ALL,
                        this::length,
                        model.settingsProperty().map(s -> Shape.of(s.numbers())),
                        shape ->
                                change(
                                        n ->
                                                n.rounded(
                                                        shape.centimetres(),
                                                        shape.decimals(),
                                                        n.percentDecimals()))));
        grid.row(
                "numbers.percent",
                Choice.of(
                        words,
                        List.of(0, 1),
                        decimals -> percent(decimals),
                        model.settingsProperty().map(s -> s.numbers().percentDecimals()),
                        decimals ->
                                change(n -> n.rounded(n.centimetres(), n.decimals(), decimals))));
        grid.row("numbers.growth", growth);
        grid.row("numbers.decrease", decrease);
        grid.row("numbers.least", least);
        said.getStyleClass().add("danger");
        said.setWrapText(true);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        grid.below(said);
        example.getStyleClass().add("quiet");
        example.setWrapText(true);
        grid.below(example);
        var source = new Label();
        source.getStyleClass().add("quiet");
        source.setWrapText(true);
        source.textProperty().bind(words.bind("numbers.source"));
        grid.below(source);
        getChildren().add(grid);
        for (var field : List.of(growth, decrease, least)) {
            field.setMaxWidth(120);
            field.setOnAction(_ -> keep());
            field.focusedProperty()
                    .subscribe(
                            (was, is) -> {
                                if (was && !is) keep();
                            });
        }
        model.settingsProperty().subscribe(_ -> show());
        messages.localeProperty().subscribe(_ -> show());
    }

    private String length(Shape shape) {
        var rounding = new Rounding(shape.centimetres(), shape.decimals(), 0);
        return MeasuredText.text(
                new Value("", 12.4, "mm", Optional.empty()), rounding, messages.locale());
    }

    private String percent(int decimals) {
        return decimals == 0 ? "51 %" : "51" + separator() + "3 %";
    }

    private void change(UnaryOperator<MeasuredNumbers> step) {
        model.change(s -> s.withNumbers(step.apply(s.numbers())));
    }

    private void show() {
        var numbers = model.settingsProperty().get().numbers();
        growth.setText(number(numbers.growth()));
        decrease.setText(number(numbers.decrease()));
        least.setText(number(numbers.least()));
        mark("");
        var manner =
                new ChangeText.Manner(
                        new Threshold(numbers.growth(), numbers.decrease(), numbers.least()),
                        new Rounding(
                                numbers.centimetres(),
                                numbers.decimals(),
                                numbers.percentDecimals()),
                        messages.locale());
        var pair =
                new ChangeText.Pair(
                        new Value("", 8.2, "mm", Optional.empty()),
                        new Value("", 12.4, "mm", Optional.empty()),
                        Optional.of(LocalDate.of(2026, 3, 14)));
        example.setText(words.text("numbers.example", ChangeText.sentence(pair, manner)));
    }

    private String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf(Math.round(value))
                : String.valueOf(value).replace('.', separator());
    }

    private char separator() {
        return messages.locale().getLanguage().equals("en") ? '.' : ',';
    }

    private void keep() {
        try {
            var next =
                    model.settingsProperty()
                            .get()
                            .numbers()
                            .changed(parsed(growth), parsed(decrease), parsed(least));
            mark("");
            model.change(s -> s.withNumbers(next));
        } catch (IllegalArgumentException wrong) {
            mark(words.text("numbers.wrong"));
        }
    }

    private static double parsed(TextField field) {
        return Double.parseDouble(
                field.getText().strip().toLowerCase(Locale.ROOT).replace(',', '.'));
    }

    private void mark(String sentence) {
        said.setText(sentence);
        for (var field : List.of(growth, decrease, least))
            field.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
    }
}
