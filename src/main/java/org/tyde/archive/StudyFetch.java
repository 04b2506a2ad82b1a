package org.tyde.archive;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.DicomReason;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.WorkReason;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// One attempt at a study: what the nodes have of it is asked, what is missing comes through the queue, and
/// at the end they are asked again: a study may grow or shrink while it is fetched.
final class StudyFetch {
    private static final Logger LOG = LoggerFactory.getLogger(StudyFetch.class);
    private static final int LOOKS_AGAIN = 2;
    private static final int ATTEMPTS = 3;

    private final Retrieval retrieval;
    private final List<Node> nodes;
    private final Shelf shelf;
    private final JobRunner runner;
    private final FetchQueue queue;
    private final StudyPlan plan;
    private final Map<Node, List<Wire.WireSeries>> known = new HashMap<>();
    private volatile JobContext told = JobContext.NONE;
    private boolean allAnswered;
    private final AtomicReference<@Nullable Refusal> notKept = new AtomicReference<>();

    StudyFetch(
            Retrieval retrieval,
            List<Node> nodes,
            Shelf shelf,
            JobRunner runner,
            FetchQueue queue) {
        this.retrieval = retrieval;
        this.nodes = nodes;
        this.shelf = shelf;
        this.runner = runner;
        this.queue = queue;
        plan = new StudyPlan(retrieval::has, retrieval::receivedOf);
    }

    /// To be used with the queue locked.
    StudyPlan plan() {
        return plan;
    }

    FetchPriority priority() {
        return retrieval.priority();
    }

    Completeness run(JobContext job) throws Refusal {
        told = job;
        for (var here : shelf.instances(retrieval.studyUid())) retrieval.announce(here, true);
        tell(job);
        queue.admit(this, retrieval, job);
        try {
            return fetch(job);
        } finally {
            queue.dismiss(this);
        }
    }

    private Completeness fetch(JobContext job) throws Refusal {
        for (int look = 0; ; look++) {
            var homes = homes(job);
            if (homes.isEmpty()) {
                if (retrieval.completeness().received() == 0)
                    throw new Refusal(ArchiveReason.STUDY_NOWHERE);
                return retrieval.completeness();
            }
            synchronized (queue) {
                plan.set(homes);
                plan.look(retrieval.eyes());
                retrieval.expect(plan.series(), allAnswered);
                if (plan.ended() || look > LOOKS_AGAIN) return retrieval.completeness();
            }
            tell(job);
            int before = retrieval.count();
            queue.await(this, job);
            var failure = notKept.get();
            synchronized (queue) {
                retrieval.expect(plan.series(), allAnswered);
                if (failure == null && plan.failure().isPresent()) failure = plan.failure().get();
            }
            if (failure != null) throw failure;
            if (retrieval.count() == before) return retrieval.completeness();
        }
    }

    /// What each node that answers has. One that rests is waited for only where no other has the study.
    private Map<Node, List<Wire.WireSeries>> homes(JobContext job) throws Refusal {
        for (int attempt = 1; ; attempt++) {
            try {
                return homesNow(job);
            } catch (Refusal refused) {
                if (attempt == ATTEMPTS || refused.reason() != ArchiveReason.RESTING) throw refused;
                rest(job);
            }
        }
    }

    private void rest(JobContext job) {
        var longest = nodes.stream().map(n -> n.breaker().rest()).max(Comparator.naturalOrder());
        try {
            job.checkpoint();
            Thread.sleep(longest.orElse(Duration.ZERO).plusMillis(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /// Asked side by side; what one had before still counts when it does not answer now.
    private Map<Node, List<Wire.WireSeries>> homesNow(JobContext job) throws Refusal {
        var asked = new LinkedHashMap<Node, Job<List<Wire.WireSeries>>>();
        for (var node : nodes)
            asked.put(node, runner.waiting("series of a study", inner -> series(node, inner)));
        var homes = new LinkedHashMap<Node, List<Wire.WireSeries>>();
        Refusal first = null;
        allAnswered = true;
        for (var one : asked.entrySet()) {
            try {
                var series = one.getValue().await();
                if (!series.isEmpty()) homes.put(one.getKey(), series);
            } catch (Refusal refused) {
                if (job.cancelled()) asked.values().forEach(Job::cancel);
                job.checkpoint();
                if (Node.isAbsent(refused)) continue;
                var before = known.get(one.getKey());
                if (before == null) allAnswered = false;
                else homes.put(one.getKey(), before);
                if (first == null) first = refused;
            }
        }
        known.putAll(homes);
        if (homes.isEmpty() && first != null && !retrieval.completeness().complete()) throw first;
        return homes;
    }

    private List<Wire.WireSeries> series(Node node, JobContext job) throws Refusal {
        return node.ask(() -> node.wire().series(retrieval.studyUid(), job));
    }

    /// Brings one piece; runs in a job of its own, without any lock.
    ///
    /// @return how many instances came
    /// @throws Refusal when what came cannot be kept
    int perform(Piece piece, JobContext job) throws Refusal {
        var came = new AtomicInteger();
        var node = piece.node();
        Refusal refused = null;
        try {
            if (piece.kind() == Piece.Kind.LIST) list(piece, job);
            else bring(piece, came, job);
            node.answered();
        } catch (Refusal broken) {
            var disk = notKept.get();
            if (disk != null) throw disk;
            job.checkpoint();
            if (!piece.yielding()) {
                refused = broken;
                node.refused(broken);
                LOG.info("a transfer is taken up again: {}", broken.reason());
            }
        }
        synchronized (queue) {
            plan.ended(piece, came.get(), Optional.ofNullable(refused), System.nanoTime());
        }
        return came.get();
    }

    private void list(Piece piece, JobContext job) throws Refusal {
        var wire = piece.node().wire();
        var all = wire.instances(retrieval.studyUid(), piece.series().uid(), job);
        synchronized (queue) {
            plan.listed(piece, all);
        }
    }

    private void bring(Piece piece, AtomicInteger came, JobContext job) throws Refusal {
        var keeping = new Keeping(runner);
        Wire.Sink sink =
                in -> {
                    keeping.keep(in, part -> keep(part, came));
                    if (piece.yielding()) throw new Refusal(WorkReason.CANCELLED, "transfer");
                };
        var wire = piece.node().wire();
        var series = piece.series().uid();
        try {
            if (piece.kind() == Piece.Kind.WHOLE)
                wire.series(retrieval.studyUid(), series, sink, job);
            else wire.instances(retrieval.studyUid(), series, piece.sopUids(), sink, job);
        } catch (Refusal broken) {
            keeping.finish(); // what came whole counts, and a full disk says more than a cut wire
            throw broken;
        }
        keeping.finish();
    }

    /// A part that is no DICOM does not cost the others.
    private void keep(InputStream in, AtomicInteger came) throws IOException {
        var counted = new Counted(in);
        try {
            var taken = shelf.accept(counted);
            if (retrieval.took(taken)) came.incrementAndGet();
        } catch (Refusal refused) {
            if (counted.failure != null) throw counted.failure;
            if (!(refused.reason() instanceof DicomReason)) {
                notKept.compareAndSet(null, refused);
                throw refused;
            }
            LOG.warn("an instance is not readable: {}", refused.reason());
            retrieval.countUnreadable();
        }
        retrieval.countBytes(counted.count);
        tell(told);
    }

    private void tell(JobContext job) {
        var now = retrieval.completeness();
        job.progress(now.received(), now.expected());
    }

    static Refusal unexpected(Throwable wrong) {
        return new Refusal(WorkReason.FAILED, "transfer", String.valueOf(wrong)).because(wrong);
    }

    /// Counts, and remembers whether it was the wire that failed.
    private static final class Counted extends FilterInputStream {
        private long count;
        private @Nullable IOException failure;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int n = super.read(into, offset, length);
                count += Math.max(0, n);
                return n;
            } catch (IOException broken) {
                failure = broken;
                throw broken;
            }
        }
    }
}
