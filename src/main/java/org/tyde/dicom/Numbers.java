package org.tyde.dicom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/// Numbers as DICOM writes them in text (IS, DS; PS3.5 6.2). Empty where the text is none.
final class Numbers {
    private Numbers() {}

    /// IS, and a decimal string whose value is whole.
    static Optional<Integer> integer(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException notPlain) {
            var value = decimal(text);
            if (value.isEmpty()) return Optional.empty();
            double number = value.getAsDouble();
            return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE
                    ? Optional.of((int) number)
                    : Optional.empty();
        }
    }

    /// DS: an optional sign, digits, a point, an exponent; never NaN, infinity or a comma.
    static OptionalDouble decimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed =
                    c >= '0' && c <= '9'
                            || c == '.'
                            || c == '-'
                            || c == '+'
                            || c == 'e'
                            || c == 'E';
            if (!allowed) return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /// The nearest decimal string of at most 16 characters.
    static String decimalString(double value) {
        if (!Double.isFinite(value))
            throw new IllegalArgumentException("a decimal string cannot hold " + value);
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
        var shortest = Double.toString(value);
        if (shortest.length() <= 16) return shortest;
        var exact = new BigDecimal(shortest);
        for (int digits = 16; digits > 0; digits--) {
            var rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            var plain = rounded.toPlainString();
            var text = plain.length() <= 16 ? plain : rounded.toString();
            if (text.length() <= 16) return text;
        }
        throw new IllegalArgumentException("a decimal string cannot hold " + value);
    }
}
