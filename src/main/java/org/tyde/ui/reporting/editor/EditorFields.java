package org.tyde.ui.reporting.editor;

import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.Report;
import org.tyde.report.template.FieldValue;
import org.tyde.report.template.Filling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// The fields of the report that is written: the one the caret is in, the next, what may stand there. What
/// was typed is checked and put into its form when the field is left.
final class EditorFields {
    private Optional<String> doubted = Optional.empty();

    /// What a field wants, shown below it.
    ///
    /// @param of which field, where the caret is in one
    /// @param open whether nothing stands there
    /// @param options to choose by number, possibly none
    /// @param several whether more than one may be chosen
    /// @param chosen those that stand there
    /// @param wrong why what stands there is not taken
    record Hint(
            Optional<String> of,
            boolean open,
            List<String> options,
            boolean several,
            List<String> chosen,
            Optional<Refusal> wrong) {}

    Optional<Mark> at(Report report) {
        var now = report.content();
        return Filling.field(now, now.caret());
    }

    /// @param by 1 for the next field, -1 for the one before
    /// @return the field to select; empty where the keyboard may leave the text
    /// @throws Refusal what stands in the field is not what it takes; the second time it is let stand
    Optional<Mark> leave(Report report, int by, Locale locale) throws Refusal {
        var here = at(report);
        if (here.isPresent()) check(report, here.get(), locale);
        return Filling.next(report.content(), by);
    }

    private void check(Report report, Mark mark, Locale locale) throws Refusal {
        var now = report.content();
        var said = now.value(mark);
        var field = mark.field().orElseThrow();
        if (said.isEmpty()) return;
        try {
            var today = LocalDate.now(ZoneId.systemDefault());
            var form = FieldValue.written(field, said.get(), locale, today);
            doubted = Optional.empty();
            if (form.equals(said.get())) return;
            report.become(now, now.formed(mark, form));
        } catch (Refusal wrong) {
            var again = Optional.of(field.id() + said.get());
            if (doubted.equals(again)) return;
            doubted = again;
            throw wrong;
        }
    }

    /// @return what the field the caret is in wants; empty where it takes any words
    Optional<Hint> hint(Report report, Optional<Refusal> wrong) {
        var mark = at(report);
        var options = mark.map(m -> options(m.field().orElseThrow())).orElse(List.of());
        if (options.isEmpty() && wrong.isEmpty()) return Optional.empty();
        var chosen =
                mark.flatMap(m -> report.content().value(m))
                        .map(v -> List.of(v.split(", ")))
                        .orElse(List.of());
        var of = mark.map(m -> m.field().orElseThrow().id() + "@" + m.start());
        boolean several =
                mark.flatMap(Mark::field)
                        .filter(f -> f.kind() instanceof Field.Kind.Choice(_, var more) && more)
                        .isPresent();
        return Optional.of(new Hint(of, chosen.isEmpty(), options, several, chosen, wrong));
    }

    private static List<String> options(Field field) {
        return field.kind() instanceof Field.Kind.Choice(var options, var _)
                ? options.stream().map(Field.Option::text).toList()
                : List.of();
    }

    /// @return whether options are chosen by a number before them: not where they are numbers themselves
    static boolean numbered(List<String> options) {
        return options.stream().noneMatch(o -> Character.isDigit(o.charAt(0)));
    }

    /// @param key as typed
    /// @return which option it stands for; empty for text
    OptionalInt option(Report report, char key) {
        var options = at(report).map(m -> options(m.field().orElseThrow())).orElse(List.of());
        int index = numbered(options) ? key - '1' : options.indexOf(String.valueOf(key));
        return index >= 0 && index < Math.min(9, options.size())
                ? OptionalInt.of(index)
                : OptionalInt.empty();
    }

    /// Chooses in the field the caret is in: puts the option there, or of several takes it in or out.
    ///
    /// @param index of the option
    /// @return whether the field is one that has it
    /// @throws Refusal the report is signed
    boolean choose(Report report, int index) throws Refusal {
        var mark = at(report);
        if (mark.isEmpty()
                || !(mark.get().field().orElseThrow().kind()
                        instanceof Field.Kind.Choice(var options, var several))
                || index >= options.size()) return false;
        var now = report.content();
        var option = options.get(index).text();
        var stands = now.value(mark.get()).map(v -> List.of(v.split(", "))).orElse(List.of());
        var value =
                !several
                        ? option
                        : options.stream()
                                .map(Field.Option::text)
                                .filter(t -> t.equals(option) != stands.contains(t))
                                .collect(Collectors.joining(", "));
        var m = mark.get();
        var next = now.replaced(m.section(), m.start(), m.end(), value, Set.of());
        report.become(now, next);
        if (!several) report.place(new Caret(m.section(), m.start() + value.length()));
        return true;
    }
}
