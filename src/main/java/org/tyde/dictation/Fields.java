package org.tyde.dictation;

import org.tyde.report.Caret;
import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.Section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The ways a caret is led by voice: from field to field, or from section to section where no field
/// comes, and to a section or a field by name.
final class Fields {
    private Fields() {}

    /// @return what its fields are called: by their trigger, and by their label
    static List<String> names(DictationSink sink) {
        var names = new ArrayList<String>();
        for (var mark : sink.fields())
            mark.field()
                    .ifPresent(
                            field -> {
                                field.trigger().ifPresent(names::add);
                                names.add(field.label());
                            });
        return names;
    }

    static void next(DictationSink sink) {
        var caret = sink.caret();
        sink.fields().stream()
                .filter(m -> order(caret, m) < 0 && !holds(m, caret))
                .findFirst()
                .ifPresentOrElse(m -> goTo(sink, m), () -> section(sink, 1));
    }

    static void previous(DictationSink sink) {
        var caret = sink.caret();
        sink.fields().reversed().stream()
                .filter(m -> order(caret, m) > 0 && !holds(m, caret))
                .findFirst()
                .ifPresentOrElse(m -> goTo(sink, m), () -> section(sink, -1));
    }

    private static int order(Caret caret, Mark mark) {
        int sections = caret.section().compareTo(mark.section());
        return sections != 0 ? sections : Integer.compare(caret.offset(), mark.start());
    }

    private static boolean holds(Mark mark, Caret caret) {
        return mark.section() == caret.section() && mark.touches(caret.offset());
    }

    private static void goTo(DictationSink sink, Mark mark) {
        boolean open = mark.open(sink.text(mark.section()));
        sink.place(new Caret(mark.section(), open ? mark.start() : mark.end()));
    }

    private static void section(DictationSink sink, int by) {
        var editable = sink.sections().stream().filter(Section::editable).toList();
        int next = editable.indexOf(sink.caret().section()) + by;
        if (next >= 0 && next < editable.size()) goTo(sink, editable.get(next));
    }

    /// @return the field the caret stands in, where something stands there
    static Optional<Mark> filled(DictationSink sink) {
        var caret = sink.caret();
        return sink.fields().stream()
                .filter(m -> holds(m, caret))
                .max(Comparator.comparingInt(Mark::start))
                .filter(m -> !m.open(sink.text(m.section())));
    }

    /// @return whether the caret is at the beginning of a field of words that has its line to itself, but
    ///     for its label
    static boolean opensLine(DictationSink sink) {
        var caret = sink.caret();
        var text = sink.text(caret.section());
        return text.substring(0, Math.min(caret.offset(), text.length())).strip().endsWith(":")
                && sink.fields().stream()
                        .filter(m -> m.section() == caret.section() && m.start() == caret.offset())
                        .filter(m -> m.end() == text.length() || text.charAt(m.end()) == '\n')
                        .flatMap(m -> m.field().stream())
                        .anyMatch(f -> f.kind() instanceof Field.Kind.Words);
    }

    /// @return whether there is such a place
    static boolean goTo(DictationSink sink, String place) {
        for (var section : sink.sections())
            if (section.name().equals(place) && section.editable()) {
                goTo(sink, section);
                return true;
            }
        var field = field(sink, place);
        field.ifPresent(mark -> goTo(sink, mark));
        return field.isPresent();
    }

    private static Optional<Mark> field(DictationSink sink, String name) {
        var folded = name.toLowerCase(Locale.ROOT);
        return sink.fields().stream()
                .filter(
                        m ->
                                m.field().stream()
                                        .flatMap(
                                                f ->
                                                        Stream.concat(
                                                                f.trigger().stream(),
                                                                Stream.of(f.label())))
                                        .anyMatch(n -> n.toLowerCase(Locale.ROOT).equals(folded)))
                .min(Comparator.comparing(Mark::section).thenComparingInt(Mark::start));
    }

    private static void goTo(DictationSink sink, Section section) {
        sink.place(new Caret(section, sink.text(section).length()));
    }
}
