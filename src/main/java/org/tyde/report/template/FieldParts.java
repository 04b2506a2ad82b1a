package org.tyde.report.template;

import org.tyde.refusal.Refusal;
import org.tyde.report.Field;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A field as it is filled into a form: each part in words.
///
/// @param label what it is called
/// @param kind what it takes
/// @param unit of a number, UCUM; possibly empty
/// @param least smallest number, possibly empty
/// @param most largest number, possibly empty
/// @param choices what can be chosen; blank ones count for nothing
/// @param required whether the report cannot be signed while it is open
/// @param normal what an explicit act puts there, possibly empty
/// @param trigger what is said to go there; empty for the label
public record FieldParts(
        String label,
        Kind kind,
        String unit,
        String least,
        String most,
        List<String> choices,
        boolean required,
        String normal,
        String trigger) {
    /// What a field takes.
    public enum Kind {
        /// Any words.
        WORDS,
        /// A number.
        NUMBER,
        /// One of several.
        ONE,
        /// Some of several.
        SOME,
        /// A day.
        DAY
    }

    /// Copies.
    public FieldParts {
        choices = choices.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    }

    /// @param slot any
    /// @return its parts
    public static FieldParts of(Piece.Slot slot) {
        var field = slot.field();
        var kind = field.kind();
        return new FieldParts(
                field.label(),
                kind(kind),
                kind instanceof Field.Kind.Numeric n ? n.unit().orElse("") : "",
                kind instanceof Field.Kind.Numeric n ? number(n.least()) : "",
                kind instanceof Field.Kind.Numeric n ? number(n.most()) : "",
                kind instanceof Field.Kind.Choice c
                        ? c.options().stream().map(Field.Option::text).toList()
                        : List.of(),
                field.required(),
                slot.normal(),
                field.trigger().orElse(""));
    }

    private static Kind kind(Field.Kind kind) {
        return switch (kind) {
            case Field.Kind.Words() -> Kind.WORDS;
            case Field.Kind.Numeric _ -> Kind.NUMBER;
            case Field.Kind.Choice(var _, boolean several) -> several ? Kind.SOME : Kind.ONE;
            case Field.Kind.Day() -> Kind.DAY;
        };
    }

    private static String number(Optional<Double> bound) {
        return bound.map(Numbers::plain).orElse("");
    }

    /// @return the field
    /// @throws Refusal saying which part is missing or cannot be read
    public Piece.Slot slot() throws Refusal {
        var name = Pieces.line(label);
        if (name.isEmpty() || name.matches(".*[\\[\\]].*"))
            throw new Refusal(TemplateReason.NO_LABEL);
        var said = Optional.of(Pieces.line(trigger)).filter(t -> !t.isEmpty());
        return new Piece.Slot(
                new Field(Notation.id(name), name, takes(name), required, said), normal);
    }

    private Field.Kind takes(String name) throws Refusal {
        return switch (kind) {
            case WORDS -> new Field.Kind.Words();
            case DAY -> new Field.Kind.Day();
            case NUMBER ->
                    Notation.ordered(
                            name,
                            new Field.Kind.Numeric(
                                    Optional.of(Pieces.line(unit)).filter(u -> !u.isEmpty()),
                                    bound(least),
                                    bound(most)));
            case ONE, SOME -> {
                if (choices.isEmpty()) throw new Refusal(TemplateReason.NO_OPTIONS, name);
                Function<String, Field.Option> plain = c -> new Field.Option(c, Optional.empty());
                yield new Field.Kind.Choice(
                        choices.stream().map(plain).toList(), kind == Kind.SOME);
            }
        };
    }

    private static Optional<Double> bound(String written) throws Refusal {
        if (written.isBlank()) return Optional.empty();
        var bound = Numbers.parse(written);
        if (bound.isEmpty()) throw new Refusal(TemplateReason.NOT_A_NUMBER, written.strip());
        return bound;
    }
}
