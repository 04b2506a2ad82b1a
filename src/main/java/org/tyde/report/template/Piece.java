package org.tyde.report.template;

import org.tyde.report.Field;

import java.util.List;
import java.util.stream.Collectors;

/// A piece of what a template or an autotext says.
public sealed interface Piece {
    /// Words as they will stand.
    ///
    /// @param text lines parted by `\n`
    record Words(String text) implements Piece {}

    /// A field.
    ///
    /// @param field what may stand there
    /// @param normal what an explicit act puts there when the finding is normal, empty for nothing
    record Slot(Field field, String normal) implements Piece {
        /// What the field cannot take is no normal text of it.
        public Slot {
            var said = Pieces.line(normal);
            normal =
                    switch (field.kind()) {
                        case Field.Kind.Words() -> said;
                        case Field.Kind.Day() -> "";
                        case Field.Kind.Numeric _ ->
                                Numbers.parse(said).map(Numbers::plain).orElse("");
                        case Field.Kind.Choice(var options, var several) -> {
                            var chosen = several ? List.of(said.split(", ")) : List.of(said);
                            yield options.stream()
                                    .map(Field.Option::text)
                                    .filter(chosen::contains)
                                    .collect(Collectors.joining(", "));
                        }
                    };
        }
    }

    /// A value of the examination.
    ///
    /// @param value which
    record Merged(MergeValue value) implements Piece {}

    /// Another autotext; in autotexts only.
    ///
    /// @param name of it
    record Nested(String name) implements Piece {}
}
