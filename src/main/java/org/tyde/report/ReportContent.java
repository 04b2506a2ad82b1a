package org.tyde.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Everything in a report that an edit changes and an undo brings back. Immutable.
///
/// @param text what it says
/// @param caret where the next word goes
/// @param marks what is underlined
public record ReportContent(ReportText text, Caret caret, List<Mark> marks) {
    /// @throws IllegalArgumentException where the caret lies beyond its section
    public ReportContent {
        marks = List.copyOf(marks);
        if (caret.offset() > text.of(caret.section()).length())
            throw new IllegalArgumentException("caret beyond its section: " + caret);
    }

    /// Replaces a stretch; the caret goes behind what was put there.
    ///
    /// @param section an editable one
    /// @param from first `char` replaced
    /// @param to one past the last `char` replaced; equal to `from` to insert
    /// @param with the new text
    /// @param kinds why the new text is marked, none for typed text
    /// @return the changed content
    public ReportContent replaced(
            Section section, int from, int to, String with, Set<Mark.Kind> kinds) {
        var old = text.of(section);
        if (!section.editable()) throw new IllegalArgumentException(section + " is read-only");
        if (from < 0 || to < from || to > old.length())
            throw new IndexOutOfBoundsException("%d to %d of %d".formatted(from, to, old.length()));
        var changed = text.with(section, old.substring(0, from) + with + old.substring(to));
        var kept =
                marks.stream()
                        .flatMap(
                                m ->
                                        m.section() == section
                                                ? m.after(from, to, with.length()).stream()
                                                : Stream.of(m));
        var added =
                kinds.stream()
                        .filter(_ -> !with.isBlank())
                        .map(k -> new Mark(section, from, from + with.length(), k));
        return new ReportContent(
                changed,
                new Caret(section, from + with.length()),
                Stream.concat(kept, added).toList());
    }

    /// @param next where the next word goes
    /// @return the same text with the caret there
    public ReportContent with(Caret next) {
        return new ReportContent(text, next, marks);
    }

    /// @param kind why
    /// @return whether anything is still marked so
    public boolean holds(Mark.Kind kind) {
        return marks.stream().anyMatch(m -> m.kind() == kind);
    }
}
