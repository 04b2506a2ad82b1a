package org.tyde.report.sign;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.archive.Sending;
import org.tyde.archive.StudySource;
import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportId;
import org.tyde.store.Cache;
import org.tyde.store.Drafts;
import org.tyde.store.Outbox;
import org.tyde.store.WorkDatabase;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Carries signed objects to the cache and the archive. They are in `work.db` before anything else
/// happens; a dead archive is tried again, later and later, up to every ten minutes, until it answers.
public final class Delivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Duration LISTED_WITHIN = Duration.ofMinutes(15);
    private static final Duration KNOWN_FOR = Duration.ofHours(24);
    private static final int MOST_ATTEMPTS = 10;

    private final Cache cache;
    private final WorkDatabase work;
    private final JobRunner runner;
    private final Function<String, Optional<StudySource>> archives;
    private final Clock clock;
    private final AutoCloseable ticking;
    private final ReentrantLock sending = new ReentrantLock();
    private boolean closed;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Consumer<ReportId>> leaving = new CopyOnWriteArrayList<>();
    private final TakeBackTime time;

    /// @param cache that keeps what is sent
    /// @param work that keeps what waits
    /// @param runner that sends in the background
    /// @param archives by name, as configured now
    /// @param clock that says when the next attempt is due
    public Delivery(
            Cache cache,
            WorkDatabase work,
            JobRunner runner,
            Function<String, Optional<StudySource>> archives,
            Clock clock) {
        this(cache, work, runner, archives, clock, System::nanoTime);
    }

    Delivery(
            Cache cache,
            WorkDatabase work,
            JobRunner runner,
            Function<String, Optional<StudySource>> archives,
            Clock clock,
            LongSupplier nanos) {
        time = new TakeBackTime(clock, nanos);
        this.cache = cache;
        this.work = work;
        this.runner = runner;
        this.archives = archives;
        this.clock = clock;
        ticking = runner.every(Duration.ofSeconds(5), this::attemptQuietly);
    }

    /// Takes over an object that is no report: durable when it returns, sent soon after.
    ///
    /// @param studyUid of which study
    /// @param target where it goes
    /// @param object as it is to be sent
    /// @throws Refusal disk full or a failed write; then nothing goes out
    public void send(String studyUid, Destination target, DataSet object) throws Refusal {
        dispatch(
                Optional.empty(),
                studyUid,
                List.of(new Outbox.Item.ForArchive(target.name(), object)));
    }

    /// Takes objects and files over: durable when it returns, sent soon after.
    ///
    /// @param report whose draft ends with this, empty where writing goes on
    /// @param studyUid of which study
    /// @param items in the order in which they are sent
    /// @throws Refusal disk full or a failed write; then the draft stands and nothing goes out
    void dispatch(Optional<ReportId> report, String studyUid, List<Outbox.Item> items)
            throws Refusal {
        dispatch(report, studyUid, items, Optional.empty());
    }

    /// As [#dispatch(Optional, String, List)], and what was decided is kept for good.
    ///
    /// @param report whose draft ends with this, empty where writing goes on
    /// @param studyUid of which study
    /// @param items in the order in which they are sent
    /// @param kept what was decided
    /// @throws Refusal disk full or a failed write; then the draft stands and nothing goes out
    void dispatch(
            Optional<ReportId> report,
            String studyUid,
            List<Outbox.Item> items,
            Optional<Drafts.Kept> kept)
            throws Refusal {
        var name = report.map(ReportId::value);
        work.dispatch(
                name, new Outbox.Batch(name.orElse(""), studyUid, Instant.EPOCH, items, kept));
        for (var item : items)
            if (item instanceof Outbox.Item.ForArchive(_, var object)) cache.accept(object);
        cache.flush();
        tell();
        runner.waiting(
                "send what is signed",
                _ -> {
                    attempt();
                    return true;
                });
    }

    /// As [#dispatch(Optional, String, List)], but all of it stays for a while and can be taken back.
    ///
    /// @param draft what is written on from when it is taken back, in the state it is kept in meanwhile
    /// @param stay how long, at most five minutes
    /// @param items in the order in which they are sent
    /// @param kept what was decided, for good
    /// @throws Refusal disk full or a failed write; then the draft stands as it was
    void dispatch(Drafts.Draft draft, Duration stay, List<Outbox.Item> items, Drafts.Kept kept)
            throws Refusal {
        var until = clock.instant().plus(stay);
        work.dispatch(
                draft,
                new Outbox.Batch(
                        draft.report(), draft.studyUid(), until, items, Optional.of(kept)));
        left(new ReportId(draft.report()));
        tell();
    }

    /// @param report signed here
    /// @return how long it still stays; empty where it has left, or nothing of it waits
    /// @throws Refusal `work.db` cannot be read
    Optional<Duration> left(ReportId report) throws Refusal {
        return of(report).stream().map(time::left).max(Comparator.naturalOrder());
    }

    /// Takes back all that tells of a report and has not begun to leave.
    ///
    /// @param draft what is written on from
    /// @param kept that it was taken back, for good
    /// @return whether it was taken back; false where some of it has begun to leave
    /// @throws Refusal `work.db` cannot be read or written
    boolean takeBack(Drafts.Draft draft, Drafts.Kept kept) throws Refusal {
        // of all, so that nothing is taken back where the first of it is on its way
        var ids =
                work.outbox().all().stream()
                        .filter(w -> w.report().equals(draft.report()))
                        .map(Outbox.Waiting::id)
                        .toList();
        boolean back =
                !ids.isEmpty()
                        && work.outbox().takeBack(ids, Optional.of(draft), Optional.of(kept));
        if (back) tell();
        return back;
    }

    /// @param studyUid Study Instance UID
    /// @return what was decided about its reports when they were signed here, in the order of time
    /// @throws Refusal `work.db` cannot be read, or a record is none
    public List<SignedRecord> history(String studyUid) throws Refusal {
        return SignedRecord.ofStudy(work.drafts(), studyUid);
    }

    /// What still stays leaves now.
    ///
    /// @throws Refusal `work.db` cannot be read or written
    public void hurry() throws Refusal {
        for (var waiting : work.outbox().all()) time.end(waiting);
        attempt();
    }

    /// @param listener told when something of a report begins to leave: it can be taken back no more
    void onLeaving(Consumer<ReportId> listener) {
        leaving.add(listener);
    }

    private List<Outbox.Waiting> of(ReportId report) throws Refusal {
        return work.outbox().all().stream()
                .filter(w -> w.report().equals(report.value()) && w.state() == Outbox.State.WAITING)
                .toList();
    }

    /// Puts into the cache what a killed process had queued and not yet kept there; call once at start.
    ///
    /// @throws Refusal a database cannot be read or written
    public void recover() throws Refusal {
        for (var waiting : work.outbox().all()) if (time.left(waiting).isZero()) keep(waiting);
    }

    private void keep(Outbox.Waiting waiting) throws Refusal {
        if (waiting.kind() != Outbox.Kind.OBJECT || cache.holds(waiting.name())) return;
        cache.accept(new ByteArrayInputStream(work.outbox().content(waiting.id())));
    }

    /// Sends what is due. Of one study nothing overtakes what was queued before it.
    ///
    /// @return how many objects the archives have taken
    /// @throws Refusal `work.db` cannot be read or written
    public int attempt() throws Refusal {
        sending.lock();
        try {
            if (closed) return 0;
            int sent = 0;
            var silent = new HashSet<String>();
            var behind = new HashSet<String>();
            for (var waiting : work.outbox().all()) {
                var line = waiting.target() + " " + waiting.studyUid();
                boolean due = due(waiting);
                boolean quiet = silent.contains(waiting.target());
                switch (waiting.state()) {
                    case REFUSED, CONFIRMED -> {}
                    case SENT -> {
                        if (due && !quiet && !look(waiting)) silent.add(waiting.target());
                    }
                    case WAITING -> {
                        if (!due || quiet || behind.contains(line)) behind.add(line);
                        else if (send(waiting)) sent++;
                        else {
                            silent.add(waiting.target());
                            behind.add(line);
                        }
                    }
                }
            }
            work.outbox().forgetConfirmed(KNOWN_FOR);
            if (sent > 0) tell();
            return sent;
        } finally {
            sending.unlock();
        }
    }

    /// @return what no archive has confirmed yet
    /// @throws Refusal `work.db` cannot be read
    public List<Outbox.Waiting> waiting() throws Refusal {
        return work.outbox().all();
    }

    /// @param listener told when what waits has changed
    /// @return ends the telling
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        sending.lock();
        try {
            closed = true;
        } finally {
            sending.unlock();
        }
        try {
            ticking.close();
        } catch (Exception ended) {
            LOG.debug("the sending clock had ended");
        }
    }

    /// A next attempt later than the longest rest was written by a clock that has been set back since.
    private boolean due(Outbox.Waiting waiting) {
        if (!time.left(waiting).isZero()) return false;
        if (waiting.attempts() == 0) return true;
        var rest = Duration.between(clock.instant(), waiting.nextAttempt());
        return !rest.isPositive() || rest.compareTo(LONGEST_REST) > 0;
    }

    /// From the first byte on the report is signed for good, and stands in the cache.
    private void leave(Outbox.Waiting waiting) throws Refusal {
        keep(waiting);
        if (waiting.report().isEmpty()) return;
        cache.flush();
        work.drafts().remove(waiting.report());
        var report = new ReportId(waiting.report());
        leaving.forEach(l -> l.accept(report));
    }

    /// @return false where the other end is silent, or nothing may overtake what it did not take
    private boolean send(Outbox.Waiting waiting) throws Refusal {
        if (!work.outbox().begin(waiting.id())) return true;
        leave(waiting);
        try {
            switch (waiting.kind()) {
                case OBJECT -> {
                    var object = work.outbox().object(waiting.id());
                    archive(waiting).sendDataSets(List.of(object));
                    work.outbox().sent(waiting.id(), clock.instant());
                    look(waiting);
                }
                case FILE -> {
                    FolderDrop.put(
                            Path.of(waiting.target()),
                            waiting.name(),
                            work.outbox().content(waiting.id()));
                    work.outbox().confirmed(waiting.id());
                }
            }
            return true;
        } catch (Refusal refused) {
            LOG.warn(
                    "what was to be sent was not taken, attempt {}: {}",
                    waiting.attempts() + 1,
                    refused.reason().name());
            boolean passing = refusedFor(waiting, refused);
            tell();
            return !passing;
        }
    }

    /// @return whether it is tried again by itself
    private boolean refusedFor(Outbox.Waiting waiting, Refusal refused) throws Refusal {
        var reason = refused.reason().name();
        boolean forGood =
                switch (Sending.of(refused)) {
                    case NEVER -> true;
                    case SOON -> false;
                    case UNKNOWN ->
                            Sending.status(refused) > 0 && waiting.attempts() + 1 >= MOST_ATTEMPTS;
                };
        if (forGood) work.outbox().refused(waiting.id(), reason, Sending.status(refused));
        else work.outbox().failed(waiting.id(), reason, next(waiting.attempts()));
        return !forGood;
    }

    private StudySource archive(Outbox.Waiting waiting) throws Refusal {
        return archives.apply(waiting.target())
                .orElseThrow(() -> new Refusal(SignReason.TARGET_UNKNOWN, waiting.target()));
    }

    /// An archive may say that it stored what it then queues, or loses: it is believed when it lists it.
    ///
    /// @return whether it answered
    private boolean look(Outbox.Waiting waiting) throws Refusal {
        try {
            if (archive(waiting).has(work.outbox().object(waiting.id()))) {
                work.outbox().confirmed(waiting.id());
                tell();
            } else if (waiting.state() == Outbox.State.SENT
                    && waiting.changed().plus(LISTED_WITHIN).isBefore(clock.instant())) {
                var again = next(waiting.attempts());
                work.outbox().failed(waiting.id(), SignReason.NOT_LISTED.name(), again);
            } else work.outbox().lookLater(waiting.id(), clock.instant().plus(LOOK_AGAIN));
            return true;
        } catch (Refusal silent) {
            LOG.info("what was sent could not be looked for: {}", silent.reason().name());
            work.outbox().lookLater(waiting.id(), clock.instant().plus(LOOK_AGAIN));
            return false;
        }
    }

    /// Not all workstations at the same moment when the archive is back.
    private Instant next(int attempts) {
        var rest = FIRST_REST.multipliedBy(1L << Math.min(attempts, 10));
        if (rest.compareTo(LONGEST_REST) > 0) rest = LONGEST_REST;
        var chance = ThreadLocalRandom.current().nextLong(50, 101);
        return clock.instant().plus(rest.multipliedBy(chance).dividedBy(100));
    }

    private void attemptQuietly() {
        try {
            attempt();
        } catch (Refusal refused) {
            LOG.error("the outbox cannot be used: {}", refused.reason().name());
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
