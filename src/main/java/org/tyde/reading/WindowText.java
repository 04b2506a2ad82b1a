package org.tyde.reading;

import org.tyde.imaging.lut.Window;
import org.tyde.measure.Quantity;

import java.util.Locale;

/// A window as it is written: always with its letters, width before level.
public final class WindowText {
    private WindowText() {}

    /// @param window any
    /// @param locale decides between decimal point and comma
    /// @return such as `W 400 L 40`
    public static String of(Window window, Locale locale) {
        return "W " + number(window.width(), locale) + " L " + number(window.center(), locale);
    }

    private static String number(double value, Locale locale) {
        boolean whole = Math.abs(value - Math.rint(value)) < 0.005 || Math.abs(value) >= 100;
        return Quantity.number(value, locale, whole ? 0 : Math.abs(value) < 10 ? 2 : 1);
    }
}
