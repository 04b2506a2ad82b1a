package org.tyde.report.rads;

import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.ReportContent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Puts what a calculator found into a report.
public final class IntoReport {
    private IntoReport() {}

    /// @param now the report
    /// @return the calculator that its fields name, where they name one and only one
    public static Optional<Calculator> named(ReportContent now) {
        var named =
                Calculator.all().stream()
                        .filter(
                                c ->
                                        now.fields().stream()
                                                .flatMap(m -> m.field().stream())
                                                .anyMatch(f -> letters(f.id()).startsWith(c.id())))
                        .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /// Fills the open field whose id or label names the system and that takes the category, and the open fields
    /// that are named as the questions; where there is no such field, or several, or a field holds another answer,
    /// the sentence goes to the caret.
    ///
    /// @param now the report
    /// @param words the calculator in the language of the report
    /// @param answers what was answered
    /// @param found the row
    /// @return the report with it; one step for an undo
    public static ReportContent put(
            ReportContent now, RadsWords words, Answers answers, Step.Found found) {
        var of = words.calculator().id();
        var target = found.category().flatMap(c -> only(now, of, c));
        if (target.isEmpty() || contradicted(now, words, answers))
            return said(now, words.sentence(found));
        var next = now;
        for (var answer : answers.given()) {
            var option = words.option(answer.question(), answer.option());
            var said = words.question(answer.question());
            var before = next;
            var place =
                    only(next, letters(answer.question()), option)
                            .or(() -> only(before, letters(said), option));
            if (place.isPresent()) next = filled(next, place.get(), option);
        }
        var category = found.category().get();
        var place = only(next, of, category);
        return place.isPresent() ? filled(next, place.get(), category) : next;
    }

    /// A score that was written otherwise is of another lesion, or one of the two is wrong.
    private static boolean contradicted(ReportContent now, RadsWords words, Answers answers) {
        for (var answer : answers.given()) {
            var option = words.option(answer.question(), answer.option());
            for (var mark : now.fields()) {
                boolean named =
                        mark.field()
                                .filter(f -> takes(f, letters(answer.question()), option))
                                .isPresent();
                if (named && now.value(mark).filter(v -> !v.equals(option)).isPresent())
                    return true;
            }
        }
        return false;
    }

    /// The one the caret is in, else the only open one.
    private static Optional<Mark> only(ReportContent now, String name, String value) {
        var named =
                now.fields().stream()
                        .filter(m -> m.field().filter(f -> takes(f, name, value)).isPresent())
                        .toList();
        var here =
                named.stream()
                        .filter(m -> m.section() == now.caret().section())
                        .filter(m -> m.touches(now.caret().offset()))
                        .findFirst();
        if (here.isPresent()) return here;
        var open = named.stream().filter(m -> now.value(m).isEmpty()).toList();
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    private static boolean takes(Field field, String name, String value) {
        if (!(field.kind() instanceof Field.Kind.Choice(List<Field.Option> options, var several)))
            return false;
        boolean named =
                letters(field.id()).startsWith(name) || letters(field.label()).startsWith(name);
        return !several && named && options.stream().anyMatch(o -> o.text().equals(value));
    }

    private static String letters(String of) {
        return of.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static ReportContent filled(ReportContent now, Mark at, String value) {
        return now.replaced(at.section(), at.start(), at.end(), value, Set.of());
    }

    private static ReportContent said(ReportContent now, String sentence) {
        var section = now.caret().section();
        var text = now.text().of(section);
        int at = now.caret().offset();
        boolean inField =
                now.fields().stream()
                        .anyMatch(m -> m.section() == section && m.touches(now.caret().offset()));
        if (inField) {
            int end = text.indexOf('\n', at);
            int line = end < 0 ? text.length() : end;
            return now.replaced(section, line, line, "\n" + sentence, Set.of());
        }
        var before = at == 0 || Character.isWhitespace(text.charAt(at - 1)) ? "" : " ";
        var after = at == text.length() || Character.isWhitespace(text.charAt(at)) ? "" : " ";
        return now.replaced(section, at, at, before + sentence + after, Set.of());
    }
}
