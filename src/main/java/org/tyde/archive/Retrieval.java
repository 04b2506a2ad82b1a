package org.tyde.archive;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.SopClass;
import org.tyde.refusal.Refusal;
import org.tyde.study.Instance;
import org.tyde.study.Study;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A study on its way into the cache. Instances are announced as they come; what is in the cache already
/// is announced at once and not fetched again, so trying again fetches only what is missing. Thread-safe.
public final class Retrieval {
    private final String studyUid;
    private final Optional<Study> study;
    private final List<Node> nodes;
    private final Shelf shelf;
    private final JobRunner runner;
    private final FetchQueue queue;
    private final Tally tally = new Tally();
    private final Again again = new Again();
    private final RateMeter meter = new RateMeter(System::nanoTime);
    private final LinkedHashMap<String, Instance> received = new LinkedHashMap<>();
    private final List<Consumer<Instance>> listeners = new ArrayList<>();
    private final Object beginning = new Object();
    private volatile FetchPriority priority;
    private volatile List<Eye> eyes = List.of();
    private volatile @Nullable StudyFetch fetch;
    private volatile Job<Completeness> job;

    Retrieval(
            String studyUid,
            Optional<Study> study,
            FetchPriority priority,
            List<Node> nodes,
            Shelf shelf,
            JobRunner runner,
            FetchQueue queue) {
        this.studyUid = studyUid;
        this.study = study;
        this.priority = priority;
        this.nodes = List.copyOf(nodes);
        this.shelf = shelf;
        this.runner = runner;
        this.queue = queue;
        job = begin();
    }

    private Job<Completeness> begin() {
        meter.begin();
        var fetching = new StudyFetch(this, nodes, shelf, runner, queue);
        fetch = fetching;
        var begun =
                runner.waiting(
                        "retrieval",
                        context -> {
                            try {
                                return fetching.run(context);
                            } finally {
                                meter.end();
                            }
                        });
        var _ = begun.onEnd(outcome -> again.ended(outcome, System.nanoTime()));
        return begun;
    }

    /// @return whether it ended too early for a reason that may have passed by now
    boolean due(long now) {
        return job.ended() && again.due(nodes, now);
    }

    /// @return the study's UID
    public String studyUid() {
        return studyUid;
    }

    /// @return the study, empty where it was asked for by its UID alone
    public Optional<Study> study() {
        return study;
    }

    /// The work as it goes now: its progress counts instances. It fails with a [Refusal] when the archive
    /// stops answering or the cache cannot keep what comes; what came before is kept.
    ///
    /// @return the running or ended job; another one after [#retry()]
    public Job<Completeness> job() {
        return job;
    }

    /// @return what it is fetched for
    public FetchPriority priority() {
        return priority;
    }

    /// @param other what it is fetched for from now on
    public void priority(FetchPriority other) {
        if (priority == other) return;
        priority = other;
        queue.reordered();
    }

    /// @param listener told each instance once, also those that are here already; on any thread
    /// @return ends the telling
    public AutoCloseable onInstance(Consumer<Instance> listener) {
        List<Instance> already;
        synchronized (this) {
            already = List.copyOf(received.values());
            listeners.add(listener);
        }
        already.forEach(listener);
        return () -> {
            synchronized (this) {
                listeners.remove(listener);
            }
        };
    }

    /// @return how much of the study is here
    public synchronized Completeness completeness() {
        return tally.all();
    }

    /// Images only: neither reports nor key objects nor presentation states of the study.
    ///
    /// @return how many of its images are here
    public synchronized Completeness images() {
        return tally.images();
    }

    /// @return instances the archive sent that are not readable DICOM
    public synchronized int unreadable() {
        return tally.unreadable();
    }

    /// @return instances the archive sent that belong to another study; they do not count here
    public synchronized int strange() {
        return tally.strange();
    }

    /// @return how fast it comes, or came; without what was here before
    public Rate rate() {
        return meter.rate();
    }

    /// @return bytes that came, without what was here before
    public long bytes() {
        return meter.bytes();
    }

    /// @return how long it will take at the rate of now, empty where that cannot be said
    public Optional<Duration> remaining() {
        var now = completeness();
        if (now.expected() < 0 || job.ended()) return Optional.empty();
        return meter.remaining(now.expected() - now.received());
    }

    /// Fetches what is around the eye before the rest of the series on screen, and those before the others.
    ///
    /// @param all what is on screen, the active viewport's first
    public void look(List<Eye> all) {
        var now = List.copyOf(all);
        if (now.equals(eyes)) return;
        eyes = now;
        var fetching = fetch;
        if (fetching == null) return;
        synchronized (queue) {
            fetching.plan().look(now);
        }
        queue.reordered();
    }

    List<Eye> eyes() {
        return eyes;
    }

    /// Stops; what came stays.
    public void cancel() {
        job.cancel();
    }

    /// Fetches what is missing, unless it is being fetched.
    ///
    /// @return the running job
    public Job<Completeness> retry() {
        synchronized (beginning) {
            if (job.ended()) job = begin();
        }
        queue.tell();
        return job;
    }

    synchronized void expect(List<SeriesPlan> series, boolean certain) {
        tally.expect(series, certain, received.values());
    }

    synchronized void countUnreadable() {
        tally.countUnreadable();
    }

    /// @return whether it is of this study and was not here before
    boolean took(Shelf.Taken taken) {
        var instance = taken.instance();
        synchronized (this) {
            if (!instance.studyUid().equals(studyUid)) {
                tally.countStrange();
                return false;
            }
            if (received.containsKey(instance.uid()) && !taken.held()) tally.countAltered();
        }
        return announce(instance, false);
    }

    /// @return whether the instance was not known before
    boolean announce(Instance instance, boolean here) {
        List<Consumer<Instance>> all;
        synchronized (this) {
            if (received.putIfAbsent(instance.uid(), instance) != null) return false;
            tally.count(instance, SopClass.isImage(instance.sopClass()));
            all = List.copyOf(listeners);
        }
        if (!here) meter.instance();
        all.forEach(l -> l.accept(instance));
        return true;
    }

    synchronized int count() {
        return received.size();
    }

    synchronized int receivedOf(String seriesUid) {
        return tally.receivedOf(seriesUid);
    }

    synchronized boolean has(String sopUid) {
        return received.containsKey(sopUid);
    }

    void countBytes(long count) {
        meter.bytes(count);
    }
}
