package org.tyde.report;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.evidence.InstanceReference;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.store.Drafts;
import org.tyde.store.StoreReason;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;
import org.tyde.worklist.ReadingStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// All reports being written, found by their id whatever is on screen, and saved to `work.db` at most half
/// a second after a change. Thread-safe.
public final class ReportStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportStore.class);
    private static final Duration REST = Duration.ofMillis(400);

    private final Drafts drafts;
    private final DraftJson json = new DraftJson();
    private final LinkedHashMap<ReportId, Held> open = new LinkedHashMap<>();
    private final CopyOnWriteArrayList<Consumer<Refusal>> troubled = new CopyOnWriteArrayList<>();
    private final AutoCloseable clock;
    private volatile Optional<Reason> trouble = Optional.empty();

    private static final class Held {
        private final Report report;
        private ReadingStatus status;
        private long savedVersion = -1;
        private ReadingStatus savedStatus = ReadingStatus.UNREAD;
        private long draftVersion;
        private Optional<Report> theirs = Optional.empty();

        private Held(Report report, ReadingStatus status) {
            this.report = report;
            this.status = status;
        }
    }

    /// @param drafts of `work.db`
    /// @param runner that saves in the background
    public ReportStore(Drafts drafts, JobRunner runner) {
        this.drafts = drafts;
        clock = runner.every(REST, this::saveChanged);
    }

    /// The draft of a study as it was left, or a new report; either way the study is being read now.
    ///
    /// @param study to be described
    /// @param referral what the referrer wrote
    /// @return the report, always of this study
    /// @throws Refusal `work.db` cannot be read or written
    public Report begin(Study study, Referral referral) throws Refusal {
        synchronized (open) {
            // what was begun last
            for (var held : List.copyOf(open.values()).reversed())
                if (held.report.head().studyUid().equals(study.uid())) return held.report;
            for (var draft : drafts.ofStudy(study.uid()))
                if (!RivalText.is(draft)) return hold(draft).report;
            return begin(Report.begin(ReportHead.of(study), referral));
        }
    }

    /// As [#begin(Study, Referral)], but a study whose report is signed gets an addendum.
    ///
    /// @param study to be described
    /// @param referral what the referrer wrote, as far as it is known yet
    /// @param signed its signed report, where there is one
    /// @return the report, always of this study
    /// @throws Refusal `work.db` cannot be read or written
    public Report begin(Study study, Referral referral, Optional<InstanceReference> signed)
            throws Refusal {
        synchronized (open) {
            if (begun(study.uid()) || signed.isEmpty()) return begin(study, referral);
            return begin(Report.begin(ReportHead.addendum(study, signed.get()), referral));
        }
    }

    /// @param report just begun, such as an addendum
    /// @return the same, kept from now on
    /// @throws Refusal `work.db` cannot be written
    public Report begin(Report report) throws Refusal {
        synchronized (open) {
            var held = new Held(report, ReadingStatus.READING);
            open.put(report.id(), held);
            save(held);
            return report;
        }
    }

    /// One draft for each study, kind and what it follows: as it was left, or begun now.
    ///
    /// @param first the report as it would be begun
    /// @return the draft of the same study, kind and predecessors, else `first`, kept from now on
    /// @throws Refusal `work.db` cannot be read or written
    public Report goOn(Report first) throws Refusal {
        var head = first.head();
        synchronized (open) {
            for (var draft : drafts.ofStudy(head.studyUid())) {
                if (RivalText.is(draft)) continue;
                var report = require(new ReportId(draft.report()));
                if (report.head().kind() != head.kind() || !follows(report, head)) continue;
                open.putLast(report.id(), held(report.id()));
                return report;
            }
            return begin(first);
        }
    }

    /// What was written on a report that another has taken the place of says nothing of that one.
    private static boolean follows(Report report, ReportHead head) {
        return Set.copyOf(report.head().follows()).equals(Set.copyOf(head.follows()));
    }

    /// @param studyUid of a study
    /// @return whether something is being written on it
    /// @throws Refusal `work.db` cannot be read
    public boolean begun(String studyUid) throws Refusal {
        synchronized (open) {
            return open.values().stream().anyMatch(h -> h.report.head().studyUid().equals(studyUid))
                    || !drafts.ofStudy(studyUid).isEmpty();
        }
    }

    /// @param studyUid of a study
    /// @return whether one of two independent readings of it is being written here
    public boolean readsIndependently(String studyUid) {
        synchronized (open) {
            return open.values().stream()
                    .map(h -> h.report)
                    .filter(r -> r.head().studyUid().equals(studyUid))
                    .anyMatch(r -> r.content().shape().independent());
        }
    }

    /// @param id of a report
    /// @return it, from memory or from its draft; empty when it was signed or thrown away
    /// @throws Refusal `work.db` cannot be read, or the draft not understood
    public Optional<Report> find(ReportId id) throws Refusal {
        synchronized (open) {
            var held = open.get(id);
            if (held != null) return Optional.of(held.report);
            var draft = drafts.find(id.value());
            if (draft.isEmpty()) return Optional.empty();
            return Optional.of(hold(draft.get()).report);
        }
    }

    /// @param id of a report
    /// @return the report
    /// @throws Refusal there is none, or it cannot be read
    public Report require(ReportId id) throws Refusal {
        return find(id).orElseThrow(() -> new Refusal(ReportReason.NO_SUCH_REPORT, id));
    }

    /// @param id of a report being written
    /// @return whether it is only being read, a draft, or preliminary
    /// @throws Refusal there is none, or it cannot be read
    public ReadingStatus status(ReportId id) throws Refusal {
        require(id);
        synchronized (open) {
            return statusOf(held(id));
        }
    }

    /// Saves now; call on a change of patient and before the program ends.
    ///
    /// @throws Refusal `work.db` cannot be written; the text stays in memory
    public void save() throws Refusal {
        synchronized (open) {
            for (var held : open.values()) save(held);
        }
    }

    /// Saves and lets go. What nobody wrote in is no draft: the study is unread again.
    ///
    /// @param id of a report
    /// @throws Refusal `work.db` cannot be written; the report stays as it was
    public void putAside(ReportId id) throws Refusal {
        synchronized (open) {
            var held = open.get(id);
            if (held == null || held.report.sealed() || held.theirs.isPresent()) return;
            if (held.report.content().unwritten()) drafts.remove(id.value());
            else save(held);
            open.remove(id);
        }
    }

    /// Lets go of what was opened and not written in when the program was last killed: those studies are
    /// unread again. Call once at the start; what has been opened since stays.
    ///
    /// @throws Refusal `work.db` cannot be read or written
    public void forgetUnwritten() throws Refusal {
        synchronized (open) {
            for (var draft : drafts.all()) {
                boolean here =
                        open.values().stream()
                                .anyMatch(h -> draft.report().equals(h.report.id().value()));
                if (!here && draft.state().equals(ReadingStatus.READING.name()))
                    drafts.remove(draft.report());
            }
        }
    }

    /// @param id of a report whose preliminary version has been kept
    /// @throws Refusal `work.db` cannot be written
    public void preliminary(ReportId id) throws Refusal {
        require(id);
        synchronized (open) {
            var held = held(id);
            held.status = ReadingStatus.PRELIMINARY;
            save(held);
        }
    }

    /// @param id of a report that is being signed and will stay a while
    /// @return its draft as it is kept meanwhile
    /// @throws Refusal there is no such report
    public Drafts.Draft staying(ReportId id, ReadingStatus as) throws Refusal {
        require(id);
        synchronized (open) {
            var held = held(id);
            return draft(held, as, true);
        }
    }

    /// @param id of a report that is signed and stays
    /// @return its draft as it is written on from when it is taken back
    /// @throws Refusal there is no such report
    public Drafts.Draft takenBack(ReportId id) throws Refusal {
        require(id);
        synchronized (open) {
            return draft(held(id), ReadingStatus.DRAFT, false);
        }
    }

    /// A report that was signed is written on, with its steps of undo.
    ///
    /// @param id of it
    /// @return it, no longer sealed
    /// @throws Refusal `work.db` cannot be read
    public Report writeOn(ReportId id) throws Refusal {
        var report = require(id);
        synchronized (open) {
            var held = held(id);
            held.status = ReadingStatus.DRAFT;
            held.savedStatus = ReadingStatus.DRAFT;
            held.savedVersion = report.version();
            var kept = drafts.find(id.value());
            kept.ifPresent(k -> held.draftVersion = k.version());
        }
        report.unseal();
        return report;
    }

    /// @return reports that are signed and stay a while, the oldest first
    /// @throws Refusal `work.db` cannot be read
    public List<Report> staying() throws Refusal {
        var found = new ArrayList<Report>();
        synchronized (open) {
            for (var draft : drafts.all().reversed()) {
                if (RivalText.is(draft) || !json.signed(draft.content())) continue;
                var report = find(new ReportId(draft.report()));
                report.filter(Report::sealed).ifPresent(found::add);
            }
        }
        return found;
    }

    /// @param id of a report being written
    /// @return what another window or program has saved as the same report; empty where nobody has
    /// @throws Refusal there is no such report, or it cannot be read
    public Optional<Report> theirs(ReportId id) throws Refusal {
        require(id);
        synchronized (open) {
            return held(id).theirs;
        }
    }

    /// Settles whose text goes on. The other one is a step of undo.
    ///
    /// @param id of a report that another has written too
    /// @param mine whether the text of this window goes on
    /// @throws Refusal it cannot be read or written, or is signed
    public void settle(ReportId id, boolean mine) throws Refusal {
        var report = require(id);
        synchronized (open) {
            var held = held(id);
            if (held.theirs.isEmpty()) return;
            var own = report.content();
            var other = held.theirs.get().content();
            report.become(own, other);
            if (mine) report.become(other, own);
            held.draftVersion = drafts.find(id.value()).map(Drafts.Draft::version).orElse(0L);
            held.theirs = Optional.empty();
            save(held);
            drafts.remove(RivalText.name(id));
        }
    }

    /// @param id of a report whose draft is no longer needed: it is signed
    public void forget(ReportId id) {
        synchronized (open) {
            open.remove(id);
        }
    }

    /// @param listener told on a background thread when a draft could not be saved
    /// @return ends the telling
    public AutoCloseable onTrouble(Consumer<Refusal> listener) {
        troubled.add(listener);
        return () -> troubled.remove(listener);
    }

    /// Stops the saving clock, after saving once more.
    ///
    /// @throws Refusal `work.db` cannot be written
    @Override
    public void close() throws Refusal {
        try {
            clock.close();
        } catch (Exception ended) {
            LOG.debug("the saving clock had ended");
        }
        save();
    }

    private void saveChanged() {
        try {
            save();
            trouble = Optional.empty();
        } catch (Refusal refused) {
            if (trouble.equals(Optional.of(refused.reason()))) return;
            trouble = Optional.of(refused.reason());
            LOG.error("a draft could not be saved: {}", refused.reason().name());
            troubled.forEach(l -> l.accept(refused));
        }
    }

    private Held hold(Drafts.Draft draft) throws Refusal {
        var report = json.read(draft.report(), draft.content());
        var held = new Held(report, ReadingStatus.valueOf(draft.state()));
        held.savedVersion = report.version();
        held.savedStatus = held.status;
        held.draftVersion = draft.version();
        open.put(report.id(), held);
        var rival = drafts.find(RivalText.name(report.id()));
        if (rival.isPresent()) {
            held.theirs = Optional.of(report);
            var own = json.read(draft.report(), rival.get().content());
            report.become(report.content(), own.content());
            held.theirs = Optional.of(json.read(draft.report(), draft.content()));
            held.savedVersion = report.version();
        }
        return held;
    }

    private Held held(ReportId id) {
        var held = open.get(id);
        if (held == null) throw new IllegalStateException("not held: " + id);
        return held;
    }

    private static ReadingStatus statusOf(Held held) {
        if (held.report.sealed()) return held.status;
        if (held.status == ReadingStatus.PRELIMINARY) return ReadingStatus.PRELIMINARY;
        return held.report.content().unwritten() ? ReadingStatus.READING : ReadingStatus.DRAFT;
    }

    private void save(Held held) throws Refusal {
        long version = held.report.version();
        var status = statusOf(held);
        if (held.report.sealed()) return;
        if (version == held.savedVersion && status == held.savedStatus) return;
        if (held.theirs.isPresent()) drafts.save(rival(held));
        else saveOrTell(held, draft(held, status, false));
        held.savedVersion = version;
        held.savedStatus = status;
    }

    /// What another has saved stands; the text of this window is kept beside it.
    private void saveOrTell(Held held, Drafts.Draft draft) throws Refusal {
        try {
            held.draftVersion = drafts.replace(draft).version();
        } catch (Refusal refused) {
            if (refused.reason() != StoreReason.DRAFT_CHANGED) throw refused;
            drafts.save(rival(held));
            var there = drafts.find(draft.report());
            held.theirs =
                    Optional.of(
                            there.isPresent()
                                    ? json.read(draft.report(), there.get().content())
                                    : Report.begin(held.report.head(), Referral.NONE));
            var told = new Refusal(ReportReason.WRITTEN_ELSEWHERE);
            troubled.forEach(l -> l.accept(told));
        }
    }

    private Drafts.Draft rival(Held held) {
        var own = draft(held, ReadingStatus.DRAFT, false);
        return new Drafts.Draft(
                RivalText.name(held.report.id()),
                own.studyUid(),
                own.state(),
                own.content(),
                own.saved());
    }

    private Drafts.Draft draft(Held held, ReadingStatus as, boolean signed) {
        var head = held.report.head();
        return new Drafts.Draft(
                head.id().value(),
                head.studyUid(),
                as.name(),
                json.write(head, held.report.content(), signed),
                Instant.now(),
                held.draftVersion);
    }
}
