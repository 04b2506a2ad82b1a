package org.tyde.worklist;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.archive.Completeness;
import org.tyde.archive.FetchPriority;
import org.tyde.archive.LineState;
import org.tyde.archive.PatientSearch;
import org.tyde.archive.RegionalArchive;
import org.tyde.archive.Retrieval;
import org.tyde.prior.Prior;
import org.tyde.prior.RelevantPriors;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.study.Study;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.Outcome;
import org.tyde.worklist.PrefetchPlan.Candidate;
import org.tyde.worklist.PrefetchPlan.Means;
import org.tyde.worklist.PrefetchPlan.Wanted;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Fetches what a list will need before it is read: finds the priors, makes the plan, hands it to the queue in
/// its order, behind whatever is being read. The newest list counts. Thread-safe.
public final class Prefetch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Prefetch.class);
    private static final int CASES = 60;
    private static final int PRIORS = 3;
    private static final Duration NIGHT = Duration.ofHours(10);

    /// Says how many bytes the cache may still take.
    @FunctionalInterface
    public interface Space {
        /// @return bytes
        /// @throws Refusal the disk or the index cannot be asked
        long left() throws Refusal;
    }

    private static final Duration STALE = Duration.ofHours(1);

    private record Known(List<Prior> priors, Instant at) {}

    private final RegionalArchive archive;
    private final Cache cache;
    private final JobRunner runner;
    private final Space space;
    private final Consumer<Map<String, Readiness>> listener;
    private final StudySize sizes = new StudySize();
    private final Map<String, Known> priors = new ConcurrentHashMap<>();
    private final Map<String, Retrieval> started = new ConcurrentHashMap<>();
    private final Map<String, Readiness> readiness = new ConcurrentHashMap<>();
    private Optional<Job<PrefetchPlan>> planning = Optional.empty();
    private volatile boolean closed;

    /// @param archive that is fetched from
    /// @param cache that it comes into
    /// @param runner does the waiting
    /// @param space what the cache may still take
    /// @param listener told how ready the studies of the list are, by their UIDs; on any thread
    public Prefetch(
            RegionalArchive archive,
            Cache cache,
            JobRunner runner,
            Space space,
            Consumer<Map<String, Readiness>> listener) {
        this.archive = archive;
        this.cache = cache;
        this.runner = runner;
        this.space = space;
        this.listener = listener;
    }

    /// Plans anew for a list, and fetches by that plan; what an earlier plan has begun goes on.
    ///
    /// @param list rows; those that nobody has to read any more are passed over
    /// @return ends when all is handed to the queue
    public synchronized Job<PrefetchPlan> plan(List<WorklistRow> list) {
        planning.ifPresent(Job::cancel);
        var cases = list.stream().filter(WorklistRow::waits).limit(CASES).toList();
        Job<PrefetchPlan> job = runner.waiting("prefetch", context -> planned(cases, context));
        planning = Optional.of(job);
        return job;
    }

    private PrefetchPlan planned(List<WorklistRow> cases, JobContext job) throws Refusal {
        cache.flush();
        var held = cache.index().counts();
        var wanted = new ArrayList<Wanted>();
        for (var row : cases) {
            job.checkpoint();
            var study = row.study();
            int here = held.getOrDefault(study.uid(), 0);
            var candidates = new ArrayList<Candidate>();
            for (var prior : priors(study))
                candidates.add(new Candidate(prior.study(), missing(prior.study(), held)));
            wanted.add(new Wanted(study, missing(study, held), here, study.when(), candidates));
        }
        var plan = PrefetchPlan.of(wanted, means());
        job.checkpoint();
        readiness.keySet().retainAll(plan.readiness().keySet());
        readiness.putAll(plan.readiness());
        for (var step : plan.steps()) {
            job.checkpoint();
            fetch(step);
        }
        tell();
        return plan;
    }

    private long missing(Study study, Map<String, Integer> held) {
        return sizes.missing(study, held.getOrDefault(study.uid(), 0));
    }

    /// A patient whose priors cannot be had costs the others nothing; the next plan asks again.
    private List<Prior> priors(Study study) {
        var known = priors.get(study.uid());
        if (known != null && known.at().isAfter(Instant.now().minus(STALE))) return known.priors();
        try {
            var found =
                    RelevantPriors.of(study, PatientSearch.candidates(study.patient(), archive))
                            .all()
                            .stream()
                            .filter(p -> p.relation().relevant())
                            .limit(PRIORS)
                            .toList();
            priors.put(study.uid(), new Known(found, Instant.now()));
            return found;
        } catch (Refusal silent) {
            LOG.warn("the priors of a study could not be had: {}", silent.reason().name());
            return List.of();
        }
    }

    private Means means() throws Refusal {
        var states = archive.states();
        boolean all = !states.isEmpty() && states.stream().allMatch(Prefetch::isDown);
        return new Means(
                space.left(), rate(), NIGHT, all ? Optional.of(archive.name()) : Optional.empty());
    }

    private static boolean isDown(RegionalArchive.State state) {
        return state.failure().isPresent() || state.line() == LineState.OPEN;
    }

    private OptionalDouble rate() {
        return archive.queue().all().stream()
                .mapToDouble(r -> r.rate().bytesPerSecond())
                .filter(r -> r > 0)
                .max();
    }

    private void fetch(PrefetchPlan.Step step) {
        var running = started.get(step.study().uid());
        if (closed || running != null && !running.job().ended()) return;
        var retrieval = archive.retrieve(step.study(), FetchPriority.NEXT);
        started.put(step.study().uid(), retrieval);
        try {
            var counting = retrieval.onInstance(_ -> moved(step, retrieval.completeness()));
            var _ = retrieval.job().onEnd(outcome -> ended(step, retrieval, outcome, counting));
        } catch (RuntimeException impossible) {
            LOG.error("a prefetch is not watched", impossible);
        }
    }

    private void moved(PrefetchPlan.Step step, Completeness now) {
        if (step.prior()) return;
        var before = readiness.get(step.study().uid());
        var after = of(now, Optional.empty());
        readiness.put(step.study().uid(), after);
        if (before == null || !before.sign().equals(after.sign())) tell();
    }

    private void ended(
            PrefetchPlan.Step step,
            Retrieval retrieval,
            Outcome<Completeness> outcome,
            AutoCloseable counting) {
        var rate = retrieval.rate();
        if (rate.bytesPerSecond() > 0)
            sizes.learn(
                    step.study(),
                    retrieval.bytes(),
                    Math.round(
                            retrieval.bytes() * rate.instancesPerSecond() / rate.bytesPerSecond()));
        try {
            counting.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        var failure =
                outcome instanceof Outcome.Failed<Completeness>
                        ? Optional.of(archive.name())
                        : Optional.<String>empty();
        if (!step.prior()) readiness.put(step.study().uid(), of(retrieval.completeness(), failure));
        tell();
    }

    private static Readiness of(Completeness now, Optional<String> failed) {
        return switch (now.state()) {
            case COMPLETE -> new Readiness.Ready();
            case CHANGED -> new Readiness.Changed();
            case PARTIAL, UNKNOWN -> {
                if (now.received() > 0 && now.expected() > 0)
                    yield new Readiness.Partial(now.received(), now.expected());
                yield failed.<Readiness>map(Readiness.ArchiveDown::new)
                        .orElseGet(() -> new Readiness.Waiting(Optional.empty()));
            }
        };
    }

    private void tell() {
        if (!closed) listener.accept(new HashMap<>(readiness));
    }

    /// Ends the planning, and what it fetches and nobody else has asked for.
    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            planning.ifPresent(Job::cancel);
        }
        for (var retrieval : started.values())
            if (retrieval.priority() == FetchPriority.NEXT) retrieval.cancel();
    }
}
