package org.tyde.ui.settings;

import org.tyde.settings.Monitor;
import org.tyde.settings.MonitorSetup;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// The size of a monitor as people can say it: from pixel to pixel in mm (`0,2335`), the width of the
/// picture with a ruler (`597 mm`, `59,7 cm`), or the diagonal on the box (`27"`, `27 tommer`, `27 in`).
final class MonitorSize {
    private static final double INCH = 25.4;
    private static final Pattern FORM =
            Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(mm|cm|\"|”|''|in|inch|inches|tommer|tomme)?");

    private MonitorSize() {}

    /// @param typed by a person; blank: unknown
    /// @param monitor whose size it is; absent: only the distance of pixels can be said
    /// @return mm from pixel to pixel, or that it is not known; empty for what no monitor has
    static Optional<OptionalDouble> read(String typed, Optional<Monitor> monitor) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) return Optional.of(OptionalDouble.empty());
        var parts = FORM.matcher(text);
        if (!parts.matches()) return Optional.empty();
        double number = Double.parseDouble(parts.group(1).replace(',', '.'));
        var unit = Optional.ofNullable(parts.group(2)).orElse("");
        double mm =
                switch (unit) {
                    case "" -> number;
                    // what is said in mm and is no monitor's width is the distance of pixels
                    case "mm" ->
                            number <= MonitorSetup.COARSEST_PIXEL
                                    ? number
                                    : across(number, monitor);
                    case "cm" -> across(10 * number, monitor);
                    default -> diagonal(INCH * number, monitor);
                };
        return MonitorSetup.canBePixel(mm) ? Optional.of(OptionalDouble.of(mm)) : Optional.empty();
    }

    private static double across(double mm, Optional<Monitor> monitor) {
        return monitor.map(m -> mm / m.pixelWidth()).orElse(Double.NaN);
    }

    private static double diagonal(double mm, Optional<Monitor> monitor) {
        return monitor.map(m -> mm / Math.hypot(m.pixelWidth(), m.pixelHeight()))
                .orElse(Double.NaN);
    }
}
