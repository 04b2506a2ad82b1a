package org.tyde.report;

import org.tyde.dicom.Code;

import java.util.List;
import java.util.Optional;

/// A place in a template that takes one value (IHE MRRT, `<input>`, `<select>`, `<textarea>`).
///
/// @param id unique in its template
/// @param label for people, in the template's language
/// @param kind what it takes
/// @param required whether the report cannot be signed while it is open
/// @param trigger what is said to go there (`data-field-verbal-trigger`), empty for the label
public record Field(
        String id, String label, Kind kind, boolean required, Optional<String> trigger) {
    /// What a field takes.
    public sealed interface Kind {
        /// Any words.
        record Words() implements Kind {}

        /// A number.
        ///
        /// @param unit UCUM, empty for a plain number
        /// @param least smallest that is taken
        /// @param most largest that is taken
        record Numeric(Optional<String> unit, Optional<Double> least, Optional<Double> most)
                implements Kind {}

        /// One of several, or some of them.
        ///
        /// @param options in order, at least one
        /// @param several whether more than one may be chosen
        record Choice(List<Option> options, boolean several) implements Kind {
            /// @throws IllegalArgumentException without options
            public Choice {
                options = List.copyOf(options);
                if (options.isEmpty()) throw new IllegalArgumentException("no options");
            }
        }

        /// A day, written dd.MM.yyyy.
        record Day() implements Kind {}
    }

    /// Something to choose.
    ///
    /// @param text as it stands in the report
    /// @param code its meaning, where the template gives one
    public record Option(String text, Optional<Code> code) {}

    /// @throws IllegalArgumentException without id or label, or with a label that holds a bracket or line
    public Field {
        if (id.isBlank() || label.isBlank())
            throw new IllegalArgumentException("a field without id or label");
        if (label.chars().anyMatch(c -> c == '[' || c == ']' || c == '\n'))
            throw new IllegalArgumentException("a bracket or line in a label: " + label);
    }

    /// @return what stands there while nobody has filled it
    public String placeholder() {
        return "[" + label + "]";
    }
}
