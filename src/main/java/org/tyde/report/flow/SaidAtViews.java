package org.tyde.report.flow;

import org.tyde.report.Caret;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.ReportContent;
import org.tyde.report.View;

import java.util.List;
import java.util.Optional;

/// What was on screen when each sentence was written: one view a sentence, the one at its end.
public final class SaidAtViews {
    private SaidAtViews() {}

    /// Keeps the view for the sentence that ends at the caret, unless it has one.
    ///
    /// @param report that was just written in
    /// @param view on screen
    public static void keep(Report report, View view) {
        var content = report.content();
        if (report.sealed() || !content.caret().section().editable()) return;
        ended(content)
                .filter(s -> viewAt(content, s.section(), s.start(), s.end()).isEmpty())
                .ifPresent(
                        s ->
                                report.hang(
                                        List.of(
                                                new Mark(
                                                        s.section(),
                                                        s.start(),
                                                        s.end(),
                                                        new Meaning.SaidAt(view)))));
    }

    private record Stretch(org.tyde.report.Section section, int start, int end) {}

    /// The sentence that ends at the caret, with nothing but white space behind it.
    private static Optional<Stretch> ended(ReportContent content) {
        var caret = content.caret();
        var before = content.text().of(caret.section()).substring(0, caret.offset());
        int end = before.stripTrailing().length();
        boolean line = before.length() > end && before.substring(end).contains("\n");
        if (end == 0 || !line && ".!?".indexOf(before.charAt(end - 1)) < 0) return Optional.empty();
        int start = start(before, end);
        return start < end
                ? Optional.of(new Stretch(caret.section(), start, end))
                : Optional.empty();
    }

    private static int start(String text, int end) {
        int start = end - 1;
        while (start > 0 && !(Character.isWhitespace(text.charAt(start)) && ends(text, start)))
            start--;
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        return start;
    }

    private static boolean ends(String text, int space) {
        return text.charAt(space) == '\n' || ".!?".indexOf(text.charAt(space - 1)) >= 0;
    }

    private static Optional<View> viewAt(
            ReportContent content, org.tyde.report.Section section, int from, int to) {
        return content.marks().stream()
                .filter(m -> m.section() == section && m.start() < to && from < m.end())
                .flatMap(
                        m ->
                                m.meaning() instanceof Meaning.SaidAt(var v)
                                        ? java.util.stream.Stream.of(v)
                                        : java.util.stream.Stream.empty())
                .findFirst();
    }

    /// @param content of a report
    /// @param at a place in it
    /// @return what was on screen when the sentence there was written
    public static Optional<View> at(ReportContent content, Caret at) {
        return viewAt(content, at.section(), at.offset(), at.offset() + 1)
                .or(() -> viewAt(content, at.section(), at.offset() - 1, at.offset()));
    }
}
