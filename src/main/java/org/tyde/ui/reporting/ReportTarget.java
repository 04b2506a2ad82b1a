package org.tyde.ui.reporting;

import org.tyde.dictation.DictationSink;
import org.tyde.dictation.Stretch;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.report.Section;
import org.tyde.ui.reporting.editor.ReportSelection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A report as dictation writes in it, whether or not it is on screen.
///
/// @param writes the report
/// @param saving saves its draft, without waiting
/// @param selected what is selected in it while it is on screen
/// @param texts names of the autotexts that can be put in
record ReportTarget(
        Report writes, Runnable saving, ReportSelection selected, Supplier<List<String>> texts)
        implements DictationSink {
    @Override
    public ReportId report() {
        return writes.id();
    }

    @Override
    public boolean open() {
        return !writes.sealed();
    }

    @Override
    public List<Section> sections() {
        return Section.of(writes.head().kind());
    }

    @Override
    public Caret caret() {
        return writes.caret();
    }

    @Override
    public String text(Section section) {
        return writes.text().of(section);
    }

    @Override
    public void hear(String words) {
        writes.hear(words);
    }

    @Override
    public void insert(String words, Set<Meaning> why) throws Refusal {
        writes.insert(words, why);
    }

    @Override
    public void replace(Stretch stretch, String with) throws Refusal {
        selected.set(Optional.empty());
        int end = text(stretch.section()).length();
        writes.type(
                stretch.section(),
                Math.min(stretch.from(), end),
                Math.min(stretch.to(), end),
                with);
    }

    @Override
    public Optional<Stretch> selection() {
        int end = selected.get().map(s -> text(s.section()).length()).orElse(0);
        return selected.get().filter(s -> s.to() <= end);
    }

    @Override
    public void select(Stretch stretch) {
        writes.place(new Caret(stretch.section(), stretch.to()));
        selected.set(Optional.of(stretch));
    }

    @Override
    public List<Mark> fields() {
        return writes.content().fields();
    }

    @Override
    public void form(Mark field, String form) throws Refusal {
        var now = writes.content();
        if (now.fields().contains(field)) writes.become(now, now.formed(field, form));
    }

    @Override
    public List<String> autotexts() {
        return texts.get();
    }

    @Override
    public void place(Caret caret) {
        writes.place(caret);
    }

    @Override
    public void undo() throws Refusal {
        writes.undo();
    }

    @Override
    public void redo() throws Refusal {
        writes.redo();
    }

    @Override
    public void save() {
        saving.run();
    }
}
