package org.tyde.measure;

import org.tyde.refusal.Sentences;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The numbers of a measurement.
///
/// @param values in the order in which they are read; empty where nothing can be said
/// @param caveat what must be said beside them
public record Measured(List<Value> values, Caveat caveat) {
    /// What a number is of.
    public enum Kind {
        /// The length of a line.
        LENGTH,
        /// An angle.
        ANGLE,
        /// An area.
        AREA,
        /// A mean of pixel values.
        MEAN,
        /// Their standard deviation.
        DEVIATION,
        /// The smallest of them.
        LEAST,
        /// The largest of them.
        GREATEST,
        /// A difference along rows.
        ACROSS,
        /// A difference along columns.
        DOWN
    }

    /// One number.
    ///
    /// @param kind what it is of
    /// @param quantity with its unit
    public record Value(Kind kind, Quantity quantity) {
        /// @param locale the reader's language
        /// @return such as `SD 12,4 HU`; a lone length or angle goes without a word
        public String text(Locale locale) {
            var number = quantity.text(locale);
            return switch (kind) {
                case LENGTH, ANGLE -> number;
                case AREA, MEAN, DEVIATION, LEAST, GREATEST, ACROSS, DOWN ->
                        Sentences.text(Measured.class, "kind." + kind, locale) + " " + number;
            };
        }
    }

    /// Copies the values.
    public Measured {
        values = List.copyOf(values);
    }

    /// @param kind wanted
    /// @return its quantity, where there is one
    public Optional<Quantity> value(Kind kind) {
        return values.stream().filter(v -> v.kind == kind).map(Value::quantity).findFirst();
    }

    /// @param locale the reader's language
    /// @return a line for each number, the caveat beside the first
    public List<String> lines(Locale locale) {
        var lines = new java.util.ArrayList<String>();
        for (var v : values) lines.add(v.text(locale));
        var beside = caveat.text(locale);
        if (!beside.isEmpty() && !lines.isEmpty()) lines.set(0, lines.getFirst() + " " + beside);
        return lines;
    }
}
