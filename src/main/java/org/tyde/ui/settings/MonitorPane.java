package org.tyde.ui.settings;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.tyde.settings.Monitor;
import org.tyde.settings.MonitorSetup;
import org.tyde.settings.Settings;
import org.tyde.ui.Messages;

import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// One monitor, or all those that are not set themselves: its text size and its own size. What it cannot be
/// is said in words below and is not kept. A line of 100 mm can be held against a ruler.
final class MonitorPane extends VBox {
    private static final List<Double> SCALES = List.of(1.0, 1.15, 1.3, 1.5, 1.75, 2.0);
    private static final double RULER = 100;

    private final SettingsModel model;
    private final Messages messages;
    private final Messages.Room words;
    private final Optional<Monitor> monitor;
    private final TextField size = new TextField();
    private final Label means = new Label();
    private final Label wrong = new Label();
    private final Label here = new Label();
    private final Region ruler = new Region();
    private final Label hold = new Label();

    /// Of the monitors that are not set themselves.
    MonitorPane(SettingsModel model, Messages messages) {
        this(model, messages, Optional.empty());
        head().textProperty().bind(words.bind("monitor.others"));
    }

    /// @param number from 1, from the left
    /// @param of so many
    /// @param main whether the desktop begins there
    MonitorPane(
            SettingsModel model,
            Messages messages,
            Monitor monitor,
            int number,
            int of,
            boolean main) {
        this(model, messages, Optional.of(monitor));
        var key = of == 1 ? "monitor.only" : main ? "monitor.main" : "monitor";
        head().textProperty()
                .bind(
                        words.bind(
                                key,
                                number,
                                of,
                                String.valueOf(monitor.pixelWidth()),
                                String.valueOf(monitor.pixelHeight())));
    }

    private MonitorPane(SettingsModel model, Messages messages, Optional<Monitor> monitor) {
        this.model = model;
        this.messages = messages;
        this.monitor = monitor;
        words = messages.in(MonitorPane.class);
        getStyleClass().add("monitor");
        here.textProperty().bind(words.bind("monitor.here"));
        here.getStyleClass().add("here");
        here.setVisible(false);
        var head = new HBox(new Label(), here);
        head.getStyleClass().add("monitor-head");
        var form = new FormGrid(words);
        form.row(
                "scale",
                Choice.of(
                        words,
                        SCALES,
                        scale -> Math.round(scale * 100) + " %",
                        model.settingsProperty().map(this::scale),
                        scale -> set(setup -> setup.withTextScale(scale))));
        form.row(monitor.isPresent() ? "monitor.size" : "monitor.pixel", size);
        var notes = new VBox(wrong, means, ruler, hold);
        notes.getStyleClass().add("boxes");
        form.below(notes);
        getChildren().addAll(head, form);
        monitor.ifPresent(m -> getChildren().add(new MonitorCheckPane(model, messages, m)));
        notes();
        size.setOnAction(_ -> keep());
        size.focusedProperty()
                .subscribe(
                        (was, now) -> {
                            if (was && !now) keep();
                        });
        model.settingsProperty().map(this::own).subscribe(_ -> show());
        messages.localeProperty().subscribe((_, _) -> show());
    }

    private void notes() {
        for (var note : List.of(wrong, means, ruler, hold))
            note.managedProperty().bind(note.visibleProperty());
        wrong.getStyleClass().add("danger");
        wrong.setWrapText(true);
        wrong.setVisible(false);
        wrong.textProperty()
                .bind(words.bind(monitor.isPresent() ? "monitor.wrong" : "monitor.pixel.wrong"));
        size.promptTextProperty()
                .bind(words.bind(monitor.isPresent() ? "monitor.prompt" : "monitor.pixel.prompt"));
        means.getStyleClass().add("quiet");
        means.setWrapText(true);
        ruler.getStyleClass().add("ruler");
        hold.getStyleClass().add("quiet");
        hold.setWrapText(true);
        hold.textProperty().bind(words.bind("monitor.ruler"));
        ruler.visibleProperty().bind(hold.visibleProperty());
    }

    private Label head() {
        return (Label) ((HBox) getChildren().getFirst()).getChildren().getFirst();
    }

    /// @return the one monitor; empty: all those that are not set
    Optional<Monitor> monitor() {
        return monitor;
    }

    TextField size() {
        return size;
    }

    /// @param on whether the window with this page stands on it
    void here(boolean on) {
        here.setVisible(on);
        show();
    }

    private MonitorSetup own(Settings settings) {
        return monitor.map(settings.monitors()::of).orElse(settings.monitors().others());
    }

    private double scale(Settings settings) {
        return monitor.map(settings.monitors()::textScale)
                .orElse(settings.monitors().others().textScale().orElse(1));
    }

    private void set(UnaryOperator<MonitorSetup> step) {
        if (monitor.isPresent()) model.set(monitor.get(), step);
        else model.setOthers(step);
    }

    private void keep() {
        var typed = MonitorSize.read(size.getText(), monitor);
        wrong.setVisible(typed.isEmpty());
        typed.ifPresent(mm -> set(setup -> setup.withPixelMm(mm)));
        if (typed.isPresent()) show();
    }

    private void show() {
        var settings = model.settingsProperty().get();
        var own = own(settings).pixelMm();
        var mm = monitor.map(settings.monitors()::pixelMm).orElse(own);
        if (!size.isFocused() && !wrong.isVisible())
            size.setText(own.isPresent() ? number(own.getAsDouble(), 4) + " mm" : "");
        means.setVisible(monitor.isPresent());
        means.setText(meaning(mm));
        hold.setVisible(here.isVisible() && mm.isPresent());
        if (mm.isPresent() && monitor.isPresent()) {
            double px = RULER / (mm.getAsDouble() * monitor.get().scale());
            ruler.setMinWidth(px);
            ruler.setMaxWidth(px);
        }
    }

    private String meaning(OptionalDouble mm) {
        if (mm.isEmpty() || monitor.isEmpty()) return words.text("monitor.unknown");
        return words.text(
                "monitor.means",
                number(mm.getAsDouble(), 4),
                number(mm.getAsDouble() * monitor.get().pixelWidth(), 0),
                number(mm.getAsDouble() * monitor.get().pixelHeight(), 0));
    }

    private String number(double value, int decimals) {
        var format = NumberFormat.getNumberInstance(messages.locale());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
