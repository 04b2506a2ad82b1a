package org.tyde.ui.settings;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.tyde.settings.Settings;
import org.tyde.ui.Messages;

import java.text.NumberFormat;
import java.util.Optional;
import java.util.OptionalDouble;

/// The pixel size of the image monitor, typed with decimal comma or point; empty means unknown. What
/// cannot be is said in words below and is not kept.
final class MonitorPixelField extends VBox {
    private final SettingsModel model;
    private final Messages.Room words;
    private final TextField field = new TextField();
    private final Label wrong = new Label();

    MonitorPixelField(SettingsModel model, Messages messages) {
        this.model = model;
        words = messages.in(MonitorPixelField.class);
        var number = NumberFormat.getNumberInstance(messages.locale());
        number.setMaximumFractionDigits(6);
        model.settingsProperty()
                .get()
                .monitorPixelMm()
                .ifPresent(mm -> field.setText(number.format(mm)));
        field.promptTextProperty().bind(words.bind("images.pixel.prompt"));
        field.setOnAction(_ -> keep());
        field.focusedProperty()
                .subscribe(
                        (was, now) -> {
                            if (was && !now) keep();
                        });
        wrong.getStyleClass().add("danger");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.visibleProperty());
        wrong.setVisible(false);
        wrong.textProperty().bind(words.bind("images.pixel.wrong"));
        getStyleClass().add("boxes");
        getChildren().addAll(field, wrong);
    }

    TextField field() {
        return field;
    }

    private void keep() {
        var typed = read(field.getText());
        wrong.setVisible(typed.isEmpty());
        typed.ifPresent(mm -> model.change(s -> s.withMonitorPixelMm(mm)));
    }

    /// @return the mm typed, or that nothing was typed; empty for what no monitor has
    static Optional<OptionalDouble> read(String text) {
        var plain = text.strip().replace(',', '.');
        if (plain.isEmpty()) return Optional.of(OptionalDouble.empty());
        try {
            double mm = Double.parseDouble(plain);
            return Settings.canBePixel(mm) ? Optional.of(OptionalDouble.of(mm)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
