package org.tyde.report.template;

import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportText;
import org.tyde.report.Section;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Puts templates, normal text and values into what a report says. Each answer is one content, so one step of
/// undo (`Report.become`); nothing that was written is ever taken away.
public final class Filling {
    private static final String MERGED = "merge-";

    private Filling() {}

    /// Where a template goes in a section that has been written in.
    public enum Written {
        /// The section stays as it is.
        STAYS,
        /// The template's words come behind what was written.
        GOES_FIRST
    }

    /// What a sequence of pieces says.
    ///
    /// @param text with placeholders where fields are open
    /// @param marks the fields and measured numbers in it
    record Laid(String text, List<Mark> marks) {}

    /// @param template chosen
    /// @param now what the report says
    /// @param values of the examination
    /// @param written what becomes of sections in which more stands than a template put there
    /// @return the report with the template in it, the caret in its first open field
    public static ReportContent begun(
            Template template, ReportContent now, MergeValues values, Written written) {
        var text = now.text();
        var marks = new ArrayList<>(now.marks());
        var laidText = new EnumMap<Section, String>(Section.class);
        for (var section : Section.values()) {
            if (!section.editable()) continue;
            boolean mine = now.unwritten(section);
            if (mine) {
                marks.removeIf(m -> m.section() == section);
                text = text.with(section, "");
            }
            var part = template.part(section);
            if (part.isEmpty() || !mine && written == Written.STAYS) continue;
            var before = text.of(section);
            var gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
            var laid = laid(part.get().pieces(), values, section, before.length() + gap.length());
            marks.addAll(laid.marks());
            text = text.with(section, before + gap + laid.text());
            if (mine) laidText.put(section, laid.text());
        }
        var shape = template.shape().laid(new ReportText(laidText));
        var next = new ReportContent(text, Caret.startOf(now.caret().section()), marks, shape);
        return next.with(start(next));
    }

    private static Caret start(ReportContent content) {
        return content.fields().stream()
                .filter(m -> content.value(m).isEmpty())
                .findFirst()
                .map(m -> new Caret(m.section(), m.start()))
                .orElseGet(
                        () -> {
                            var section = content.caret().section();
                            return new Caret(section, content.text().of(section).length());
                        });
    }

    /// @param pieces without autotexts
    /// @param at where in the section they begin
    static Laid laid(List<Piece> pieces, MergeValues values, Section section, int at) {
        var text = new StringBuilder();
        var marks = new ArrayList<Mark>();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Words(var words) -> text.append(words);
                case Piece.Slot(var field, var _) -> open(field, section, at, text, marks);
                case Piece.Merged(var value) -> {
                    var known = Optional.ofNullable(values.known().get(value));
                    if (known.isEmpty()) open(asked(value, values), section, at, text, marks);
                    int from = at + text.length();
                    known.ifPresent(text::append);
                    if (known.isPresent() && value == MergeValue.MEASUREMENTS)
                        values.measured()
                                .map(m -> new Mark(section, from, at + text.length(), m))
                                .ifPresent(marks::add);
                }
                case Piece.Nested(var name) ->
                        throw new IllegalArgumentException("an autotext is left: " + name);
            }
        }
        return new Laid(text.toString(), marks);
    }

    private static Field asked(MergeValue value, MergeValues values) {
        return new Field(
                MERGED + value.name(),
                value.text(values.locale()),
                new Field.Kind.Words(),
                false,
                Optional.empty());
    }

    /// @param value of the examination, which has become known
    /// @param now what the report says
    /// @param values of the examination
    /// @return with it wherever it was asked for and nothing was written
    public static ReportContent known(MergeValue value, ReportContent now, MergeValues values) {
        var known = Optional.ofNullable(values.known().get(value));
        if (known.isEmpty()) return now;
        var next = now;
        for (var mark : now.fields().reversed()) {
            boolean asked = mark.field().filter(f -> f.id().equals(MERGED + value)).isPresent();
            if (asked && now.value(mark).isEmpty()) next = put(next, mark, known.get());
        }
        return next;
    }

    private static ReportContent put(ReportContent now, Mark mark, String text) {
        var caret = now.caret();
        var next = now.replaced(mark.section(), mark.start(), mark.end(), text, Set.of());
        if (caret.section() != mark.section() || caret.offset() <= mark.start())
            return next.with(caret);
        int behind = Math.max(0, caret.offset() - mark.end());
        return next.with(new Caret(caret.section(), mark.start() + text.length() + behind));
    }

    private static void open(
            Field field, Section section, int at, StringBuilder text, List<Mark> marks) {
        int from = at + text.length();
        text.append(field.placeholder());
        marks.add(new Mark(section, from, at + text.length(), new Meaning.Filled(field)));
    }

    /// @param pieces of an autotext, nothing nested
    /// @param now what the report says
    /// @param typed how many `char`s before the caret it takes the place of
    /// @param values of the examination
    /// @return with it at the caret, which goes to its first field, or else behind it
    public static ReportContent inserted(
            List<Piece> pieces, ReportContent now, int typed, MergeValues values) {
        var at = now.caret();
        var laid = laid(pieces, values, at.section(), 0);
        var next =
                now.replaced(at.section(), at.offset() - typed, at.offset(), laid.text(), Set.of());
        int from = next.caret().offset() - laid.text().length();
        var marks = new ArrayList<>(next.marks());
        for (var m : laid.marks())
            marks.add(new Mark(m.section(), from + m.start(), from + m.end(), m.meaning()));
        var whole = next.with(marks);
        return laid.marks().stream()
                .filter(m -> m.field().isPresent())
                .findFirst()
                .map(m -> whole.with(new Caret(at.section(), from + m.start())))
                .orElse(whole);
    }

    /// @param template the report follows
    /// @param now what the report says
    /// @return with normal text in every open field that has some
    public static ReportContent normal(Template template, ReportContent now) {
        var next = now;
        for (var mark : now.fields().reversed()) next = normal(template, next, mark);
        return next.equals(now) ? now : next.with(start(next));
    }

    /// @param template the report follows
    /// @param now what the report says
    /// @param field its mark
    /// @return with the normal text of that field, if it is open and has some; the caret behind it
    public static ReportContent normal(Template template, ReportContent now, Mark field) {
        var id = field.field().map(Field::id).orElse("");
        var normal = template.normal(id);
        if (normal.isEmpty() || now.value(field).isPresent()) return now;
        return now.replaced(
                field.section(),
                field.start(),
                field.end(),
                written(field.field().orElseThrow(), normal, template.head().language()),
                Set.of());
    }

    private static String written(Field field, String normal, Locale locale) {
        try {
            return FieldValue.written(field, normal, locale, LocalDate.EPOCH);
        } catch (Refusal outsideItsOwnRange) {
            return normal;
        }
    }

    /// @param template the report follows
    /// @param now what the report says
    /// @return with normal text in the open field the caret is in, or else in all of its section
    public static ReportContent normalAt(Template template, ReportContent now) {
        var here = field(now, now.caret()).filter(m -> now.value(m).isEmpty());
        if (here.isPresent()) {
            var next = normal(template, now, here.get());
            return next.equals(now)
                    ? now
                    : next(next, 1)
                            .map(m -> next.with(new Caret(m.section(), m.start())))
                            .orElse(next);
        }
        var next = now;
        for (var mark : now.fields().reversed())
            if (mark.section() == now.caret().section()) next = normal(template, next, mark);
        return next.equals(now) ? now : next.with(start(next));
    }

    /// @param now what the report says
    /// @param at a caret
    /// @return the field it stands in
    public static Optional<Mark> field(ReportContent now, Caret at) {
        return now.fields().stream()
                .filter(m -> m.section() == at.section() && m.touches(at.offset()))
                // between two fields that touch, the one that begins here
                .max(Comparator.comparingInt(Mark::start));
    }

    /// @param now what the report says
    /// @param by 1 for the next field, -1 for the one before
    /// @return it; empty past the last and before the first
    public static Optional<Mark> next(ReportContent now, int by) {
        var order = now.shape().order(org.tyde.report.ReportKind.REPORT);
        Comparator<Mark> reading =
                Comparator.<Mark>comparingInt(m -> order.indexOf(m.section()))
                        .thenComparingInt(Mark::start);
        var fields = now.fields().stream().sorted(reading).toList();
        var at = now.caret();
        int here = order.indexOf(at.section());
        var inside = field(now, at);
        if (by > 0)
            return fields.stream()
                    .filter(
                            m -> {
                                int there = order.indexOf(m.section());
                                return there > here || there == here && m.start() >= at.offset();
                            })
                    .filter(m -> !inside.equals(Optional.of(m)))
                    .findFirst();
        return fields.reversed().stream()
                .filter(
                        m -> {
                            int there = order.indexOf(m.section());
                            return there < here || there == here && m.start() < at.offset();
                        })
                .filter(m -> !inside.equals(Optional.of(m)))
                .findFirst();
    }
}
