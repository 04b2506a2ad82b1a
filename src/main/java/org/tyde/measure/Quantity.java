package org.tyde.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// A number with its unit.
///
/// @param value in that unit, finite
/// @param unit of UCUM
public record Quantity(double value, Unit unit) {
    /// @throws IllegalArgumentException when the value is not finite
    public Quantity {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("no quantity: " + value);
    }

    /// As a person reads it: pixels whole, an area from 100 on whole, everything else with one decimal.
    ///
    /// @param locale decides between decimal point and comma
    /// @return such as `12,4 mm`
    public String text(Locale locale) {
        boolean whole =
                unit.equals(Unit.PX)
                        || unit.equals(Unit.PX2)
                        || unit.equals(Unit.MM2) && Math.abs(value) >= 100;
        return text(locale, whole ? 0 : 1);
    }

    /// @param locale decides between decimal point and comma
    /// @param decimals how many, rounded half up
    /// @return number and unit; a negative one has a true minus sign
    public String text(Locale locale, int decimals) {
        var number = number(value, locale, decimals);
        if (unit.display().isEmpty()) return number;
        return unit.equals(Unit.DEGREE)
                ? number + unit.display()
                : number + "\u00a0" + unit.display();
    }

    /// @param value finite
    /// @param locale decides between decimal point and comma
    /// @param decimals how many, rounded half up
    /// @return the number, without grouping; a negative one has a true minus sign, and none is minus zero
    public static String number(double value, Locale locale, int decimals) {
        var rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        var digits = rounded.abs().toPlainString();
        var separator = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        var sign = rounded.signum() < 0 ? "\u2212" : "";
        return sign + digits.replace('.', separator);
    }
}
