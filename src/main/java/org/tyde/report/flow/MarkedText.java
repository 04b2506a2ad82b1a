package org.tyde.report.flow;

import org.tyde.refusal.Refusal;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Text with measured numbers in it, on its way into a report. Not thread-safe.
final class MarkedText {
    private record Figure(int start, int end, Meaning.Measured meaning) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Figure> numbers = new ArrayList<>();

    /// @return this with the words behind it
    MarkedText say(String words) {
        text.append(words);
        return this;
    }

    /// @return this with the number behind it
    MarkedText number(String words, Meaning.Measured measured) {
        numbers.add(new Figure(text.length(), text.length() + words.length(), measured));
        return say(words);
    }

    /// @return whether nothing stands in it
    boolean isEmpty() {
        return text.isEmpty();
    }

    /// Puts it at the caret, in one step of undo; its numbers are marked as measured.
    ///
    /// @throws Refusal the report is signed
    void into(Report report) throws Refusal {
        var all = toString();
        report.insert(all, Set.of());
        var content = report.content();
        var caret = content.caret();
        int from = caret.offset() - all.length();
        boolean there = from >= 0 && content.text().of(caret.section()).startsWith(all, from);
        if (!there) return;
        report.hang(
                numbers.stream()
                        .map(
                                n ->
                                        new Mark(
                                                caret.section(),
                                                from + n.start(),
                                                from + n.end(),
                                                n.meaning()))
                        .toList());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
