package org.tyde.ui.reporting;

import org.tyde.dictation.DictationSink;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.report.Section;

import java.util.List;
import java.util.Set;

/// A report as dictation writes in it, whether or not it is on screen.
///
/// @param writes the report
/// @param saving saves its draft, without waiting
record ReportTarget(Report writes, Runnable saving) implements DictationSink {
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
    public void delete(Section section, int from, int to) throws Refusal {
        writes.type(section, from, to, "");
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
    public void save() {
        saving.run();
    }
}
