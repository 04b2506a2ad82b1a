package org.tyde.ui.reporting.editor;

import org.tyde.report.Caret;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportLayout;
import org.tyde.report.Section;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A report as the editor shows it: the continuous text in runs of one look, among them words that are
/// only shown (provisional speech, what a section lacks). Offsets are `char`s: *shown* ones count all
/// runs, *layout* ones only what the report says. Immutable.
final class EditorText {
    /// How a run looks.
    enum Look {
        HEADING,
        BODY,
        READ_ONLY,
        PROVISIONAL,
        MISSING
    }

    /// A stretch of one look.
    ///
    /// @param text shown
    /// @param shown first `char` as shown
    /// @param layout first `char` in the layout
    /// @param look how it looks
    record Run(String text, int shown, int layout, Look look) {
        boolean said() {
            return look != Look.PROVISIONAL && look != Look.MISSING;
        }
    }

    private final ReportLayout layout;
    private final ReportContent content;
    private final List<Run> runs = new ArrayList<>();
    private int length;

    private EditorText(ReportLayout layout, ReportContent content) {
        this.layout = layout;
        this.content = content;
    }

    static EditorText of(Report report, Locale locale, String missingWords) {
        var content = report.content();
        var missing = report.missing();
        var stand = EnumSet.of(content.caret().section());
        stand.addAll(Section.of(report.head().kind()).stream().filter(Section::required).toList());
        var layout =
                ReportLayout.of(
                        content.text(), content.shape(), report.head().kind(), locale, stand);
        var text = new EditorText(layout, content);
        text.build(missing, missingWords, report.provisional());
        return text;
    }

    private void build(
            Set<Section> missing, String missingWords, Optional<Report.Provisional> provisional) {
        var all = layout.text();
        int end = 0;
        for (var span : layout.spans()) {
            if (span.heading() > end) add(all, end, span.heading(), Look.BODY);
            add(all, span.heading(), span.start() - 1, Look.HEADING);
            if (missing.contains(span.section()))
                addShown("  " + missingWords, span.start() - 1, Look.MISSING);
            add(all, span.start() - 1, span.start(), Look.HEADING);
            var look = span.section().editable() ? Look.BODY : Look.READ_ONLY;
            var here = provisional.filter(p -> p.caret().section() == span.section());
            int at =
                    here.map(p -> Math.min(span.start() + p.caret().offset(), span.end()))
                            .orElse(span.end());
            add(all, span.start(), at, look);
            here.ifPresent(p -> addShown(gapped(all, at, p.words()), at, Look.PROVISIONAL));
            add(all, at, span.end(), look);
            end = span.end();
        }
        add(all, end, all.length(), Look.BODY);
    }

    private static String gapped(String all, int at, String words) {
        boolean touches =
                at > 0
                        && !Character.isWhitespace(all.charAt(at - 1))
                        && !words.isEmpty()
                        && Character.isLetterOrDigit(words.charAt(0));
        return touches ? " " + words : words;
    }

    private void add(String all, int from, int to, Look look) {
        if (to <= from) return;
        runs.add(new Run(all.substring(from, to), length, from, look));
        length += to - from;
    }

    private void addShown(String words, int at, Look look) {
        runs.add(new Run(words, length, at, look));
        length += words.length();
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }

    ReportLayout layout() {
        return layout;
    }

    /// @return the layout's offset of a shown one; inside words that are only shown, where they stand
    int toLayout(int shown) {
        for (var run : runs)
            if (shown < run.shown() + run.text().length())
                return run.said() ? run.layout() + Math.max(0, shown - run.shown()) : run.layout();
        return layout.text().length();
    }

    /// @return the shown offset of a layout's, behind provisional words that stand there
    int toShown(int offset) {
        int shown = length;
        for (var run : runs) {
            if (!run.said()) {
                if (run.layout() == offset && run.look() == Look.PROVISIONAL)
                    return run.shown() + run.text().length();
                continue;
            }
            int end = run.layout() + run.text().length();
            if (offset < end) return run.shown() + offset - run.layout();
            if (offset == end && !nextIsProvisional(run)) shown = run.shown() + run.text().length();
        }
        return shown;
    }

    private boolean nextIsProvisional(Run run) {
        int next = runs.indexOf(run) + 1;
        return next < runs.size() && runs.get(next).look() == Look.PROVISIONAL;
    }

    int caret() {
        return layout.offsetOf(content.caret()).orElse(0);
    }

    /// @return the caret nearest to a layout offset
    Optional<Caret> nearest(int offset) {
        for (int by = 0; by <= layout.text().length(); by++) {
            var here = layout.caretAt(offset + by).or(() -> Optional.empty());
            if (here.isPresent()) return here;
            var back = layout.caretAt(offset - by);
            if (back.isPresent()) return back;
        }
        return Optional.empty();
    }

    /// @return the next place for a caret in one direction, from an offset that may be none
    Optional<Caret> seek(int offset, int direction) {
        for (int at = offset; at >= 0 && at <= layout.text().length(); at += direction) {
            var caret = layout.caretAt(at);
            if (caret.isPresent()) return caret;
        }
        return Optional.empty();
    }

    /// @return shown stretches that are marked, as first `char` and one past the last
    List<int[]> marked(Class<? extends Meaning> why) {
        var stretches = new ArrayList<int[]>();
        for (var mark : content.marks())
            if (why.isInstance(mark.meaning())) shown(mark).ifPresent(stretches::add);
        return stretches;
    }

    /// @param required whether required fields are asked for, or the others
    /// @return shown stretches of open fields
    List<int[]> open(boolean required) {
        var stretches = new ArrayList<int[]>();
        for (var mark : content.marks()) {
            if (mark.field().filter(f -> f.required() == required).isEmpty()) continue;
            if (content.value(mark).isPresent()) continue;
            shown(mark).ifPresent(stretches::add);
        }
        return stretches;
    }

    /// @return the shown stretch of a mark, where its section is shown
    Optional<int[]> shown(Mark mark) {
        return layout.spans().stream()
                .filter(span -> span.section() == mark.section())
                .map(
                        span ->
                                new int[] {
                                    toShown(span.start() + mark.start()),
                                    lastShown(span.start() + mark.end())
                                })
                .findFirst();
    }

    /// @param now a report's content
    /// @return whether it is what is shown, so that its marks lie where they say
    boolean isOf(ReportContent now) {
        return content.equals(now);
    }

    private int lastShown(int end) {
        return toShown(end - 1) + 1;
    }
}
