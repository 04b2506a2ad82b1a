package org.tyde.archive;

import org.tyde.dicom.SopClass;
import org.tyde.refusal.Refusal;
import org.tyde.study.Instance;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A study on its way into the cache. Instances are announced as they come; what is in the cache already
/// is announced at once and not fetched again, so trying again fetches only what is missing. Thread-safe.
public final class Retrieval {
    private final String studyUid;
    private final Wire wire;
    private final Shelf shelf;
    private final JobRunner runner;
    private final SeriesQueue queue = new SeriesQueue();
    private final Map<String, Instance> received = new LinkedHashMap<>();
    private final List<Consumer<Instance>> listeners = new ArrayList<>();
    private final AtomicLong fetched = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private int expected = -1;
    private int expectedImages = -1;
    private Optional<Set<String>> pictures = Optional.empty();
    private int unreadable;
    private volatile long began;
    private volatile long ended;
    private Job<Completeness> job;

    Retrieval(String studyUid, Wire wire, Shelf shelf, JobRunner runner) {
        this.studyUid = studyUid;
        this.wire = wire;
        this.shelf = shelf;
        this.runner = runner;
        job = begin();
    }

    private Job<Completeness> begin() {
        began = System.nanoTime();
        ended = 0;
        fetched.set(0);
        bytes.set(0);
        var fetching = new StudyFetch(this, studyUid, wire, shelf, runner, queue);
        return runner.waiting(
                "retrieval",
                context -> {
                    try {
                        return fetching.run(context);
                    } finally {
                        ended = System.nanoTime();
                    }
                });
    }

    /// @return the study's UID
    public String studyUid() {
        return studyUid;
    }

    /// The work as it goes now: its progress counts instances. It fails with a [Refusal] when the archive
    /// stops answering or the cache cannot keep what comes; what came before is kept.
    ///
    /// @return the running or ended job; another one after [#retry()]
    public synchronized Job<Completeness> job() {
        return job;
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
        return Completeness.of(received.size(), expected);
    }

    /// Images only: neither reports nor key objects nor presentation states of the study.
    ///
    /// @return how many of its images are here
    public synchronized Completeness images() {
        int here = 0;
        for (var one : received.values()) if (isPicture(one)) here++;
        return Completeness.of(here, expectedImages);
    }

    /// By its series, as they are counted there; by itself while the archive has not told its series.
    private boolean isPicture(Instance one) {
        return pictures.map(p -> p.contains(one.seriesUid()))
                .orElseGet(() -> SopClass.isImage(one.sopClass()));
    }

    /// @return instances the archive sent that are not readable DICOM
    public synchronized int unreadable() {
        return unreadable;
    }

    /// @return how fast it comes, or came; without what was here before
    public Rate rate() {
        long until = ended == 0 ? System.nanoTime() : ended;
        return Rate.of(fetched.get(), bytes.get(), until - began);
    }

    /// Fetches these series before the others that have not begun.
    ///
    /// @param seriesUids the most wanted first
    public void prioritize(List<String> seriesUids) {
        queue.prefer(seriesUids);
    }

    /// Stops; what came stays.
    public void cancel() {
        job().cancel();
    }

    /// Fetches what is missing, unless it is being fetched.
    ///
    /// @return the running job
    public synchronized Job<Completeness> retry() {
        if (job.ended()) job = begin();
        return job;
    }

    synchronized void expect(int count, int images, Set<String> pictureSeries) {
        expected = count;
        expectedImages = images;
        pictures = Optional.of(pictureSeries);
    }

    synchronized void countUnreadable() {
        unreadable++;
    }

    /// @return whether the instance was not known before
    boolean announce(Instance instance, boolean here) {
        List<Consumer<Instance>> all;
        synchronized (this) {
            if (received.putIfAbsent(instance.uid(), instance) != null) return false;
            all = List.copyOf(listeners);
        }
        if (!here) fetched.incrementAndGet();
        all.forEach(l -> l.accept(instance));
        return true;
    }

    synchronized int receivedOf(String seriesUid) {
        int count = 0;
        for (var one : received.values()) if (one.seriesUid().equals(seriesUid)) count++;
        return count;
    }

    synchronized boolean has(String sopUid) {
        return received.containsKey(sopUid);
    }

    void countBytes(long count) {
        bytes.addAndGet(count);
    }
}
