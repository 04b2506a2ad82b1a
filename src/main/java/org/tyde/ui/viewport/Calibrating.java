package org.tyde.ui.viewport;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.tyde.measure.Length;
import org.tyde.measure.UserCalibration;
import org.tyde.reading.FrameMeasurement;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// The reader says how long the selected line is; the image it is drawn on is measured by that while the case
/// is open. Used on the JavaFX thread only.
public final class Calibrating {
    private final ViewportModel model;
    private final ReadOnlyObjectWrapper<Optional<String>> asking =
            new ReadOnlyObjectWrapper<>(this, "asking", Optional.empty());

    Calibrating(ViewportModel model) {
        this.model = model;
    }

    /// @return empty text while a length is asked for
    public ReadOnlyObjectProperty<Optional<String>> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    private Optional<FrameMeasurement> line() {
        return model.drawing()
                .selectedProperty()
                .get()
                .flatMap(
                        id ->
                                model.desk()
                                        .openCase()
                                        .flatMap(c -> c.marking().current().measurement(id)))
                .filter(m -> m.figure() instanceof Length)
                .filter(m -> model.shown().filter(s -> s.key().equals(m.frame())).isPresent());
    }

    /// Asks how long the selected line is; refused where none is selected here.
    public void ask() {
        if (line().isEmpty()) model.refuse(ViewportReason.NO_LINE);
        else asking.set(Optional.of(""));
    }

    /// Asks no more.
    public void cancel() {
        asking.set(Optional.empty());
    }

    /// @param text the length in mm, with decimal point or comma; empty takes an earlier calibration back
    public void known(String text) {
        asking.set(Optional.empty());
        var line = line();
        if (line.isEmpty() || model.shown().isEmpty()) return;
        var key = line.get().frame();
        if (text.isBlank()) {
            model.inCase(c -> c.marking().calibrate(key, Optional.empty()));
            return;
        }
        try {
            double mm = Double.parseDouble(text.strip().replace(',', '.'));
            double aspect = model.shown().get().header().aspect(key.frame());
            var by =
                    UserCalibration.of(
                            (Length) line.get().figure(),
                            mm,
                            aspect,
                            LocalTime.now(ZoneId.systemDefault()),
                            model.desk().reader());
            model.inCase(c -> c.marking().calibrate(key, Optional.of(by)));
        } catch (IllegalArgumentException noLength) {
            model.refuse(ViewportReason.NO_LENGTH, text);
        }
    }
}
