package org.tyde.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything in a report that an edit changes and an undo brings back. Immutable.
///
/// @param text what it says
/// @param caret where the next word goes
/// @param marks what hangs on stretches of it
/// @param shape how it is laid out
/// @param decisions made about it, in the order of time
public record ReportContent(
        ReportText text, Caret caret, List<Mark> marks, Shape shape, List<Decision> decisions) {
    /// @throws IllegalArgumentException where the caret or a mark lies beyond its section
    public ReportContent {
        marks = List.copyOf(marks);
        decisions = List.copyOf(decisions);
        if (caret.offset() > text.of(caret.section()).length())
            throw new IllegalArgumentException("caret beyond its section: " + caret);
        for (var mark : marks)
            if (mark.end() > text.of(mark.section()).length())
                throw new IllegalArgumentException("mark beyond its section: " + mark);
    }

    /// Nothing decided about it.
    ///
    /// @param text what it says
    /// @param caret where the next word goes
    /// @param marks what hangs on stretches of it
    /// @param shape how it is laid out
    public ReportContent(ReportText text, Caret caret, List<Mark> marks, Shape shape) {
        this(text, caret, marks, shape, List.of());
    }

    /// Without template and marks.
    ///
    /// @param text what it says
    /// @param caret where the next word goes
    /// @return the content
    public static ReportContent plain(ReportText text, Caret caret) {
        return new ReportContent(text, caret, List.of(), Shape.PLAIN);
    }

    /// Replaces a stretch; the caret goes behind what was put there. What is written where a field is
    /// open takes the place of its placeholder; a field that is emptied is open again.
    ///
    /// @param section an editable one
    /// @param from first `char` replaced
    /// @param to one past the last `char` replaced; equal to `from` to insert
    /// @param with the new text
    /// @param why the new text is marked, none for typed text
    /// @return the changed content
    public ReportContent replaced(
            Section section, int from, int to, String with, Set<Meaning> why) {
        var old = text.of(section);
        if (!section.editable()) throw new IllegalArgumentException(section + " is read-only");
        if (from < 0 || to < from || to > old.length())
            throw new IndexOutOfBoundsException("%d to %d of %d".formatted(from, to, old.length()));
        int first = from;
        int last = to;
        for (var mark : marks) {
            if (mark.section() != section || !mark.open(old)) continue;
            if (Math.max(first, mark.start()) >= Math.min(last, mark.end())) continue;
            first = Math.min(first, mark.start());
            last = Math.max(last, mark.end());
        }
        var field = fieldAround(section, first, last, with);
        if (field.filter(f -> f.open(old)).isPresent()) {
            first = field.get().start();
            last = field.get().end();
        }
        if (field.isPresent() && emptied(field.get(), first, last, with))
            return reopened(field.get());
        return spliced(section, first, last, with, field, why);
    }

    /// The value of a field in another form; what hung on its words hangs on it still.
    ///
    /// @param field marks the value
    /// @param form the same value
    /// @return the changed content
    public ReportContent formed(Mark field, String form) {
        var why =
                marks.stream()
                        .filter(m -> m.section() == field.section() && m.field().isEmpty())
                        .filter(m -> m.start() < field.end() && m.end() > field.start())
                        .map(Mark::meaning)
                        .collect(Collectors.toSet());
        return replaced(field.section(), field.start(), field.end(), form, why);
    }

    private Optional<Mark> fieldAround(Section section, int from, int to, String with) {
        return marks.stream()
                .filter(m -> m.section() == section && m.field().isPresent())
                .filter(m -> from >= m.start() && to <= m.end())
                // a new line after a field is not of it
                .filter(m -> !(from == m.end() && with.startsWith("\n")))
                // between two fields that touch, the first takes it
                .min(Comparator.comparingInt(Mark::start));
    }

    private static boolean emptied(Mark field, int from, int to, String with) {
        return with.isBlank() && from == field.start() && to == field.end();
    }

    private ReportContent reopened(Mark field) {
        var placeholder = field.field().orElseThrow().placeholder();
        var next =
                spliced(
                        field.section(),
                        field.start(),
                        field.end(),
                        placeholder,
                        Optional.of(field),
                        Set.of());
        return next.with(new Caret(field.section(), field.start()));
    }

    private ReportContent spliced(
            Section section,
            int from,
            int to,
            String with,
            Optional<Mark> field,
            Set<Meaning> why) {
        var old = text.of(section);
        var changed = text.with(section, old.substring(0, from) + with + old.substring(to));
        var kept =
                marks.stream()
                        .flatMap(
                                m ->
                                        field.equals(Optional.of(m))
                                                ? Stream.of(m.around(from, to, with.length()))
                                                : m.section() == section
                                                        ? m.after(from, to, with.length()).stream()
                                                        : Stream.of(m));
        var added =
                why.stream()
                        .filter(_ -> !with.isBlank())
                        .map(m -> new Mark(section, from, from + with.length(), m));
        return new ReportContent(
                changed,
                new Caret(section, from + with.length()),
                Stream.concat(kept, added).toList(),
                shape,
                decisions);
    }

    /// @param next where the next word goes
    /// @return the same text with the caret there
    public ReportContent with(Caret next) {
        return new ReportContent(text, next, marks, shape, decisions);
    }

    /// @param next what hangs on the text
    /// @return the same text with these marks
    public ReportContent with(List<Mark> next) {
        return new ReportContent(text, caret, next, shape, decisions);
    }

    /// @param next what it says
    /// @return the changed content
    ReportContent with(ReportText next) {
        return new ReportContent(next, caret, marks, shape, decisions);
    }

    /// @param section which
    /// @return whether nothing stands there but what a template put there by itself
    public boolean unwritten(Section section) {
        return text.blank(section) || text.of(section).equals(shape.laid().of(section));
    }

    /// @return whether the radiologist has written and decided nothing
    public boolean unwritten() {
        if (!decisions.isEmpty()) return false;
        for (var section : Section.values())
            if (section.editable() && !unwritten(section)) return false;
        return true;
    }

    /// @param one more
    /// @return the same text with it
    public ReportContent with(Decision one) {
        return decided(Stream.concat(decisions.stream(), Stream.of(one)).toList());
    }

    /// @param all of the decisions
    /// @return the same text with these
    ReportContent decided(List<Decision> all) {
        return new ReportContent(text, caret, marks, shape, all);
    }

    /// @param why a meaning
    /// @return whether anything is marked so
    public boolean holds(Predicate<Meaning> why) {
        return marks.stream().anyMatch(m -> why.test(m.meaning()));
    }

    /// @return the fields, in the order of the sections and of the text
    public List<Mark> fields() {
        return marks.stream()
                .filter(m -> m.field().isPresent())
                .sorted(Comparator.comparing(Mark::section).thenComparingInt(Mark::start))
                .toList();
    }

    /// @param mark of a field
    /// @return what stands in it, empty while it is open
    public Optional<String> value(Mark mark) {
        var all = text.of(mark.section());
        return mark.open(all)
                ? Optional.empty()
                : Optional.of(all.substring(mark.start(), mark.end()));
    }

    /// The report as it is signed: open fields that need not be filled are left out, and with them the
    /// line, where nothing but a label stood on it.
    ///
    /// @return the text; open required fields stay in it as they are
    public ReportText finished() {
        var finished = text;
        for (var section : Section.values()) {
            if (!section.editable()) continue;
            var open =
                    fields().reversed().stream()
                            .filter(m -> m.section() == section && value(m).isEmpty())
                            .filter(m -> m.field().filter(f -> !f.required()).isPresent())
                            .toList();
            if (!open.isEmpty())
                finished = finished.with(section, OpenFields.leftOut(text.of(section), open));
        }
        return finished;
    }
}
