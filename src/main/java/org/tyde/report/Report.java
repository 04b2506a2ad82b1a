package org.tyde.report;

import org.tyde.refusal.Refusal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A report being written, bound for ever to the study in its head. Whoever holds its id writes here,
/// whatever is on screen meanwhile. Thread-safe; listeners run on the thread that changed it.
public final class Report {
    private static final int KEPT_STEPS = 500;

    private final ReportHead head;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Deque<ReportContent> undo = new ArrayDeque<>();
    private final Deque<ReportContent> redo = new ArrayDeque<>();
    private ReportContent content;
    private Optional<Provisional> provisional = Optional.empty();
    private Optional<Caret> typingAt = Optional.empty();
    private boolean sealed;
    private long version;

    /// Words the recogniser may still change; drawn lighter, in no draft, in no signed report.
    ///
    /// @param caret where they will go
    /// @param words as heard so far
    public record Provisional(Caret caret, String words) {}

    /// @param head of which study
    /// @param content what it says so far
    public Report(ReportHead head, ReportContent content) {
        this.head = head;
        this.content = content;
    }

    /// @param head of which study
    /// @param referral what the referrer wrote
    /// @return a report in which nothing has been written, the caret in Findings (of an addendum: in it)
    public static Report begin(ReportHead head, Referral referral) {
        var first = head.kind() == ReportKind.ADDENDUM ? Section.ADDENDUM : Section.FINDINGS;
        return new Report(
                head,
                ReportContent.plain(
                        ReportText.EMPTY.with(referral.sections()), new Caret(first, 0)));
    }

    /// @return its identity
    public ReportId id() {
        return head.id();
    }

    /// @return of which study it is
    public ReportHead head() {
        return head;
    }

    /// @return all of it as it stands now
    public synchronized ReportContent content() {
        return content;
    }

    /// @return what it says now
    public ReportText text() {
        return content().text();
    }

    /// @return where the next word goes
    public Caret caret() {
        return content().caret();
    }

    /// @return what hangs on stretches of the text
    public List<Mark> marks() {
        return content().marks();
    }

    /// @return how it is laid out
    public Shape shape() {
        return content().shape();
    }

    /// @return words that may still change
    public synchronized Optional<Provisional> provisional() {
        return provisional;
    }

    /// @return grows with every change of the text
    public synchronized long version() {
        return version;
    }

    /// @return whether it has been signed and can change no more
    public synchronized boolean sealed() {
        return sealed;
    }

    /// @return sections that must say something and do not
    public Set<Section> missing() {
        // a template's words say nothing of the patient; those of a report that is followed do
        boolean laid = head.kind() == ReportKind.REPORT;
        var now = content();
        var text = now.finished();
        var missing = EnumSet.noneOf(Section.class);
        for (var section : Section.of(head.kind()))
            if (section.required() && (text.blank(section) || laid && now.unwritten(section)))
                missing.add(section);
        return missing;
    }

    /// @param caret where the next word goes; beyond the section's end means at its end
    public void place(Caret caret) {
        synchronized (this) {
            int end = content.text().of(caret.section()).length();
            content = content.with(new Caret(caret.section(), Math.min(caret.offset(), end)));
        }
        tell();
    }

    /// What a person typed, deleted or pasted.
    ///
    /// @param section an editable one
    /// @param from first `char` replaced
    /// @param to one past the last; equal to `from` to insert
    /// @param with the new text
    /// @throws Refusal the report is signed
    public void type(Section section, int from, int to, String with) throws Refusal {
        synchronized (this) {
            boolean goesOn =
                    from == to
                            && with.length() == 1
                            && !with.isBlank()
                            && typingAt.equals(Optional.of(new Caret(section, from)));
            change(content.replaced(section, from, to, with, Set.of()), !goesOn);
            typingAt = with.isBlank() ? Optional.empty() : Optional.of(content.caret());
        }
        tell();
    }

    /// Puts words at the caret, parted by a space from the word before them unless punctuation comes
    /// first; one step of undo. Provisional words are gone then.
    ///
    /// @param words as they shall stand
    /// @param why they are marked, empty for words beyond doubt
    /// @throws Refusal the report is signed
    public void insert(String words, Set<Meaning> why) throws Refusal {
        synchronized (this) {
            var at = content.caret();
            var before = content.text().of(at.section()).substring(0, at.offset());
            var gap = inOpenField(at) ? "" : gap(before, words);
            var parted =
                    gap.isEmpty()
                            ? content
                            : content.replaced(
                                    at.section(), at.offset(), at.offset(), gap, Set.of());
            int from = parted.caret().offset();
            change(parted.replaced(at.section(), from, from, words, why), true);
            provisional = Optional.empty();
        }
        tell();
    }

    /// Changes the text and what hangs on it in one step of undo: a template, normal text, a value.
    ///
    /// @param next the content from now on
    /// @throws Refusal the report is signed, or has changed since `from` was read
    public void become(ReportContent from, ReportContent next) throws Refusal {
        synchronized (this) {
            if (!content.equals(from)) throw new Refusal(ReportReason.CHANGED_MEANWHILE);
            change(next, true);
        }
        tell();
    }

    /// Sets what the referrer wrote, once it is known; no step of undo.
    ///
    /// @param referral of the study
    /// @throws Refusal the report is signed
    public void refer(Referral referral) throws Refusal {
        synchronized (this) {
            mayChange();
            var next = content.text().with(referral.sections());
            if (content.text().equals(next)) return;
            content = content.with(next);
            version++;
        }
        tell();
    }

    /// @param words as heard so far; empty to take them away
    public void hear(String words) {
        synchronized (this) {
            provisional =
                    words.isEmpty() || sealed
                            ? Optional.empty()
                            : Optional.of(new Provisional(content.caret(), words));
        }
        tell();
    }

    /// Somebody looked at a marked stretch and let it stand. Trial marks stay.
    ///
    /// @param mark an uncertain one
    public void accept(Mark mark) {
        if (!(mark.meaning() instanceof Meaning.Uncertain)) return;
        synchronized (this) {
            content = content.with(content.marks().stream().filter(m -> !m.equals(mark)).toList());
            version++;
        }
        tell();
    }

    /// Hangs something on stretches of the text as it stands; no step of undo.
    ///
    /// @param more marks; those that lie beyond their section by now have no effect, as all on a signed report
    public void hang(List<Mark> more) {
        synchronized (this) {
            var fitting =
                    more.stream()
                            .filter(m -> m.end() <= content.text().of(m.section()).length())
                            .toList();
            if (sealed || fitting.isEmpty()) return;
            content =
                    content.with(
                            Stream.concat(content.marks().stream(), fitting.stream()).toList());
            version++;
        }
        tell();
    }

    /// Somebody decided something about the report; no step of undo.
    ///
    /// @param one what was decided
    /// @throws Refusal the report is signed
    public void decide(Decision one) throws Refusal {
        synchronized (this) {
            mayChange();
            content = content.with(one);
            version++;
        }
        tell();
    }

    /// @return whether there was a step to take back
    /// @throws Refusal the report is signed
    public boolean undo() throws Refusal {
        return step(undo, redo);
    }

    /// @return whether there was a step to take again
    /// @throws Refusal the report is signed
    public boolean redo() throws Refusal {
        return step(redo, undo);
    }

    /// @param listener told of every change until it is closed
    /// @return ends the telling
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// From now on nothing changes: it is signed.
    ///
    /// @param ofVersion the version that is being signed
    /// @throws Refusal it has changed since, or is signed already
    public synchronized void seal(long ofVersion) throws Refusal {
        mayChange();
        if (version != ofVersion) throw new Refusal(ReportReason.CHANGED_SINCE_SUMMARY);
        sealed = true;
        provisional = Optional.empty();
    }

    /// Signing did not come about after all, or was taken back.
    public void unseal() {
        synchronized (this) {
            sealed = false;
        }
        tell();
    }

    private boolean step(Deque<ReportContent> from, Deque<ReportContent> to) throws Refusal {
        synchronized (this) {
            mayChange();
            if (from.isEmpty()) return false;
            to.push(content);
            content = asReferred(from.pop(), content.text()).decided(content.decisions());
            typingAt = Optional.empty();
            version++;
        }
        tell();
        return true;
    }

    private void change(ReportContent next, boolean newStep) throws Refusal {
        mayChange();
        if (newStep || undo.isEmpty()) undo.push(content);
        if (undo.size() > KEPT_STEPS) undo.removeLast();
        redo.clear();
        content = next;
        typingAt = Optional.empty();
        version++;
    }

    /// What the referrer wrote is no step of undo.
    private static ReportContent asReferred(ReportContent content, ReportText now) {
        var text = content.text();
        for (var section : Section.values())
            if (!section.editable()) text = text.with(section, now.of(section));
        return content.with(text);
    }

    private boolean inOpenField(Caret at) {
        var text = content.text().of(at.section());
        return content.marks().stream()
                .anyMatch(
                        m -> m.section() == at.section() && m.touches(at.offset()) && m.open(text));
    }

    private void mayChange() throws Refusal {
        if (sealed) throw new Refusal(ReportReason.SIGNED_ALREADY);
    }

    private static String gap(String before, String words) {
        if (before.isEmpty() || words.isEmpty()) return "";
        char last = before.charAt(before.length() - 1);
        char first = words.charAt(0);
        boolean joined =
                Character.isWhitespace(last)
                        || Character.isWhitespace(first)
                        || "([«/".indexOf(last) >= 0
                        || ".,:;!?)]»".indexOf(first) >= 0;
        return joined ? "" : " ";
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
