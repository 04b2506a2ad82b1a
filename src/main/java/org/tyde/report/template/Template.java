package org.tyde.report.template;

import org.tyde.dicom.Code;
import org.tyde.report.Field;
import org.tyde.report.Section;
import org.tyde.report.Shape;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A template of a report: its words and fields by section (IHE MRRT). Immutable.
///
/// @param head what it says of itself
/// @param parts in the order of the sections, each section at most once
/// @param fieldCodes what fields mean, by their id; a field without a code is absent
public record Template(TemplateHead head, List<Part> parts, Map<String, Code> fieldCodes) {
    /// @throws IllegalArgumentException when a section, a field's id or its label stands twice
    public Template {
        parts =
                parts.stream()
                        .filter(p -> !p.pieces().isEmpty())
                        .sorted(Comparator.comparing(Part::section))
                        .toList();
        fieldCodes = java.util.Collections.unmodifiableMap(new TreeMap<>(fieldCodes));
        if (parts.stream().map(Part::section).distinct().count() != parts.size())
            throw new IllegalArgumentException("a section stands twice");
        var ids = new HashSet<String>();
        var labels = new HashSet<String>();
        for (var slot : parts.stream().flatMap(Part::slots).toList())
            if (!ids.add(slot.field().id())
                    || !labels.add(slot.field().label().toLowerCase(Locale.ROOT)))
                throw new IllegalArgumentException("a field stands twice: " + slot.field().label());
    }

    /// @param section which
    /// @return what it puts there
    public Optional<Part> part(Section section) {
        return parts.stream().filter(p -> p.section() == section).findFirst();
    }

    /// @return its fields, in order
    public Stream<Piece.Slot> slots() {
        return parts.stream().flatMap(Part::slots);
    }

    /// @return every code in it: of itself, its fields and their choices
    Stream<Code> codes() {
        var choices =
                slots().flatMap(
                                s ->
                                        s.field().kind()
                                                        instanceof
                                                        Field.Kind.Choice(var options, var _)
                                                ? options.stream()
                                                : Stream.of())
                        .flatMap(o -> o.code().stream());
        return Stream.of(head.codes().stream(), fieldCodes.values().stream(), choices)
                .flatMap(c -> c);
    }

    /// @param field id of a field
    /// @return what an explicit act puts there when the finding is normal; empty for nothing
    public String normal(String field) {
        return slots().filter(s -> s.field().id().equals(field))
                .map(Piece.Slot::normal)
                .findFirst()
                .orElse("");
    }

    /// @return how a report is laid out that follows it
    Shape shape() {
        return new Shape(Optional.of(head.id()), head.conclusion(), head.conclusionFirst())
                .independent(head.independent());
    }
}
