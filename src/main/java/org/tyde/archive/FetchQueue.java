package org.tyde.archive;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.Outcome;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// All that is being fetched, as one queue: the study that is read before its priors, those before the next
/// studies, and each archive asked for no more at once than its limit. What is wanted less ends after the
/// instance that is coming, as soon as something that is wanted more waits for the same archive. Thread-safe.
public final class FetchQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FetchQueue.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final int LATER_AT_ONCE = 2;

    private final JobRunner runner;
    private final AutoCloseable ticking;
    private final List<Retrieval> all = new ArrayList<>();
    private final List<StudyFetch> admitted = new ArrayList<>();
    private final List<Retrieval> waiting = new ArrayList<>();
    private final Map<Node, Integer> running = new HashMap<>();
    private final Map<Piece, Running> pieces = new LinkedHashMap<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

    private record Running(StudyFetch fetch, Job<Integer> job) {}

    /// @param runner does the waiting
    public FetchQueue(JobRunner runner) {
        this.runner = runner;
        ticking = runner.every(TICK, this::tick);
    }

    /// What is fetched, will be, and was since [#forgetEnded()]; in the order in which it is served.
    ///
    /// @return retrievals, the most wanted first
    public synchronized List<Retrieval> all() {
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Retrieval::priority));
        return sorted;
    }

    /// @param studyUid of a study
    /// @return its retrieval that has not ended
    public synchronized Optional<Retrieval> running(String studyUid) {
        return all.stream()
                .filter(r -> r.studyUid().equals(studyUid) && !r.job().ended())
                .findFirst();
    }

    /// Takes retrievals that have ended out of [#all()].
    public void forgetEnded() {
        synchronized (this) {
            all.removeIf(r -> r.job().ended());
        }
        tell();
    }

    /// @param listener told when a retrieval begins, ends or changes its priority; on any thread
    /// @return ends the telling
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell() {
        listeners.forEach(Runnable::run);
    }

    void add(Retrieval retrieval) {
        synchronized (this) {
            all.removeIf(r -> r.studyUid().equals(retrieval.studyUid()) && r.job().ended());
            all.add(retrieval);
        }
        tell();
    }

    /// Waits for its turn: what is read and its priors at once, later studies a few at a time.
    void admit(StudyFetch fetch, Retrieval retrieval, JobContext job) {
        synchronized (this) {
            waiting.add(retrieval);
            try {
                waitUntil(() -> hasTurn(retrieval), job);
            } finally {
                waiting.remove(retrieval);
            }
            admitted.add(fetch);
        }
    }

    private boolean hasTurn(Retrieval retrieval) {
        if (isNow(retrieval.priority())) return true;
        long later = admitted.stream().filter(f -> !isNow(f.priority())).count();
        var next = waiting.stream().min(Comparator.comparing(Retrieval::priority));
        return later < LATER_AT_ONCE && next.equals(Optional.of(retrieval));
    }

    private static boolean isNow(FetchPriority priority) {
        return switch (priority) {
            case OPEN, PRIOR -> true;
            case NEXT, BACKGROUND -> false;
        };
    }

    void dismiss(StudyFetch fetch) {
        synchronized (this) {
            admitted.remove(fetch);
            notifyAll();
        }
        pump();
    }

    /// Waits until a study's transfers have ended; cancels those that run when it is interrupted.
    void await(StudyFetch fetch, JobContext job) {
        pump();
        try {
            synchronized (this) {
                waitUntil(() -> fetch.plan().ended(), job);
            }
        } catch (CancellationException stopped) {
            cancel(fetch);
            throw stopped;
        }
    }

    private synchronized void waitUntil(BooleanSupplier fact, JobContext job) {
        try {
            while (!fact.getAsBoolean()) {
                job.checkpoint();
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private void cancel(StudyFetch fetch) {
        List<Job<Integer>> jobs;
        synchronized (this) {
            admitted.remove(fetch); // what is stopped is not taken up again
            jobs =
                    pieces.values().stream()
                            .filter(r -> r.fetch().equals(fetch))
                            .map(Running::job)
                            .toList();
        }
        jobs.forEach(Job::cancel);
    }

    /// Something is wanted more, or less, than before.
    void reordered() {
        synchronized (this) {
            notifyAll();
        }
        pump();
        tell();
    }

    private void tick() {
        List<Retrieval> due;
        synchronized (this) {
            long now = System.nanoTime();
            due = all.stream().filter(r -> r.due(now)).toList();
        }
        due.forEach(Retrieval::retry);
        pump();
    }

    /// Starts what may start.
    private synchronized void pump() {
        if (admitted.isEmpty()) return;
        admitted.sort(Comparator.comparing(StudyFetch::priority));
        for (var node : nodes()) {
            while (startNext(node)) {}
        }
    }

    private Set<Node> nodes() {
        var nodes = new HashSet<Node>();
        for (var fetch : admitted) nodes.addAll(fetch.plan().nodes());
        return nodes;
    }

    private boolean startNext(Node node) {
        if (!node.breaker().mayTry()) return false;
        boolean free = running.getOrDefault(node, 0) < node.parallel();
        for (var fetch : admitted) {
            if (!free) {
                makeRoom(fetch, node);
                return false;
            }
            var piece = fetch.plan().take(node, System.nanoTime());
            if (piece.isPresent()) return start(fetch, piece.get());
            // the line is for what is read, as long as any of it is on its way
            if (fetch.priority() == FetchPriority.OPEN && isBusy(fetch, node)) return false;
        }
        return false;
    }

    /// The most wanted study gets at least one place, and in it the series on screen.
    private void makeRoom(StudyFetch most, Node node) {
        if (!isBusy(most, node)) makeWay(node, most.priority());
        else most.plan().yieldToEye(node, System.nanoTime());
    }

    private boolean isBusy(StudyFetch fetch, Node node) {
        return pieces.entrySet().stream()
                .anyMatch(
                        e -> e.getValue().fetch().equals(fetch) && e.getKey().node().equals(node));
    }

    /// What is wanted less than this ends after the instance that is coming.
    private void makeWay(Node node, FetchPriority than) {
        pieces.forEach(
                (piece, running) -> {
                    if (piece.node().equals(node) && running.fetch().priority().compareTo(than) > 0)
                        piece.giveWay();
                });
    }

    private boolean start(StudyFetch fetch, Piece piece) {
        if (!piece.node().breaker().allows()) {
            fetch.plan().stopped(piece);
            return false;
        }
        if (fetch.priority() == FetchPriority.OPEN) makeWay(piece.node(), FetchPriority.OPEN);
        running.merge(piece.node(), 1, Integer::sum);
        var job = runner.waiting("transfer", context -> fetch.perform(piece, context));
        pieces.put(piece, new Running(fetch, job));
        var _ = job.onEnd(outcome -> ended(fetch, piece, outcome));
        return true;
    }

    private void ended(StudyFetch fetch, Piece piece, Outcome<Integer> outcome) {
        synchronized (this) {
            pieces.remove(piece);
            running.merge(piece.node(), -1, Integer::sum);
            switch (outcome) {
                case Outcome.Done<Integer>(var _) -> {}
                case Outcome.Cancelled<Integer>() -> {
                    fetch.plan().stopped(piece);
                    piece.node().breaker().gaveUp();
                }
                case Outcome.Failed<Integer>(Refusal refused) -> {
                    LOG.info("a transfer ended early: {}", refused.reason());
                    fetch.plan().stopped(piece);
                    fetch.plan().fail(refused);
                }
                case Outcome.Failed<Integer>(var wrong) -> {
                    LOG.error("a transfer failed", wrong);
                    fetch.plan().stopped(piece);
                    fetch.plan().fail(StudyFetch.unexpected(wrong));
                }
            }
            notifyAll();
        }
        pump();
    }

    @Override
    public void close() {
        try {
            ticking.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
