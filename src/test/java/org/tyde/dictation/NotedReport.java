package org.tyde.dictation;

import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportReason;
import org.tyde.report.ReportText;
import org.tyde.report.Section;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A report without a study, that notes how often it was saved.
final class NotedReport implements DictationSink {
    private final ReportId id = ReportId.create();
    private final Deque<ReportContent> undo = new ArrayDeque<>();
    private final Deque<ReportContent> redo = new ArrayDeque<>();
    private Optional<Stretch> selected = Optional.empty();
    private ReportContent content =
            ReportContent.plain(ReportText.EMPTY, new Caret(Section.FINDINGS, 0));
    private boolean signed;
    int saved;
    String provisional = "";

    synchronized void sign() {
        signed = true;
    }

    synchronized List<Mark> marks() {
        return content.marks();
    }

    @Override
    public ReportId report() {
        return id;
    }

    @Override
    public synchronized boolean open() {
        return !signed;
    }

    @Override
    public List<Section> sections() {
        return Section.of(ReportKind.REPORT);
    }

    @Override
    public synchronized Caret caret() {
        return content.caret();
    }

    @Override
    public synchronized String text(Section section) {
        return content.text().of(section);
    }

    @Override
    public synchronized void hear(String words) {
        provisional = words;
    }

    @Override
    public synchronized void insert(String words, Set<Meaning> why) throws Refusal {
        if (signed) throw new Refusal(ReportReason.SIGNED_ALREADY);
        undo.push(content);
        var at = content.caret();
        content = content.replaced(at.section(), at.offset(), at.offset(), words, why);
    }

    @Override
    public synchronized void replace(Stretch stretch, String with) {
        undo.push(content);
        content = content.replaced(stretch.section(), stretch.from(), stretch.to(), with, Set.of());
        selected = Optional.empty();
    }

    @Override
    public synchronized Optional<Stretch> selection() {
        return selected;
    }

    @Override
    public synchronized void select(Stretch stretch) {
        selected = Optional.of(stretch);
        place(new Caret(stretch.section(), stretch.to()));
    }

    @Override
    public synchronized List<Mark> fields() {
        return content.fields();
    }

    @Override
    public synchronized void form(Mark field, String form) {
        undo.push(content);
        content = content.formed(field, form);
    }

    @Override
    public synchronized List<String> autotexts() {
        return List.of("normal lever");
    }

    synchronized void become(ReportContent next) {
        content = next;
    }

    @Override
    public synchronized void place(Caret caret) {
        content = content.with(caret);
    }

    @Override
    public synchronized void undo() {
        if (undo.isEmpty()) return;
        redo.push(content);
        content = undo.pop();
    }

    @Override
    public synchronized void redo() {
        if (!redo.isEmpty()) content = redo.pop();
    }

    @Override
    public synchronized void save() {
        saved++;
    }
}
