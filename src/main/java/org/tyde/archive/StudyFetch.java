package org.tyde.archive;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.DicomReason;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.dicomweb.WadoClient;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/// One attempt at a study: a few series at a time, each whole while nothing of it is here, else the missing
/// instances one by one. A series that breaks off is taken up again as long as something comes.
final class StudyFetch {
    private static final Logger LOG = LoggerFactory.getLogger(StudyFetch.class);
    private static final int SIDE_BY_SIDE = 4;
    private static final int ATTEMPTS_IN_VAIN = 3;
    private static final int LOOKS_AGAIN = 2;
    private static final Set<Reason> MAY_PASS =
            Set.of(
                    DicomwebReason.UNREACHABLE,
                    DicomwebReason.NO_ANSWER,
                    DicomwebReason.STALLED,
                    DicomwebReason.BROKEN_OFF,
                    DicomwebReason.BROKEN_MULTIPART,
                    DicomwebReason.BUSY,
                    DicomwebReason.FAILED_THERE);

    private final Retrieval retrieval;
    private final String studyUid;
    private final Wire wire;
    private final Shelf shelf;
    private final JobRunner runner;
    private final SeriesQueue queue;

    StudyFetch(
            Retrieval retrieval,
            String studyUid,
            Wire wire,
            Shelf shelf,
            JobRunner runner,
            SeriesQueue queue) {
        this.retrieval = retrieval;
        this.studyUid = studyUid;
        this.wire = wire;
        this.shelf = shelf;
        this.runner = runner;
        this.queue = queue;
    }

    Completeness run(JobContext job) throws Refusal {
        for (var here : shelf.instances(studyUid)) retrieval.announce(here, true);
        tell(job);
        // a study may grow while it is fetched: the counts are asked for again at the end
        for (int look = 0; ; look++) {
            List<Wire.WireSeries> series;
            try {
                series = series(job);
            } catch (Refusal gone) {
                if (retrieval.completeness().complete()) return retrieval.completeness();
                throw gone;
            }
            if (series.isEmpty()) {
                if (retrieval.completeness().received() == 0)
                    throw new Refusal(ArchiveReason.STUDY_NOWHERE);
                return retrieval.completeness();
            }
            var pictures = series.stream().filter(Wire.WireSeries::pictures).toList();
            retrieval.expect(
                    expected(series),
                    expected(pictures),
                    pictures.stream().map(Wire.WireSeries::uid).collect(Collectors.toSet()));
            tell(job);
            var missing = series.stream().filter(s -> !isWhole(s)).toList();
            if (missing.isEmpty() || look == LOOKS_AGAIN) return retrieval.completeness();
            queue.set(missing);
            boolean came = fetch(Math.min(SIDE_BY_SIDE, missing.size()), job);
            if (!came && look > 0) return retrieval.completeness();
        }
    }

    private boolean isWhole(Wire.WireSeries series) {
        return series.expected() >= 0 && retrieval.receivedOf(series.uid()) >= series.expected();
    }

    private static int expected(List<Wire.WireSeries> series) {
        int sum = 0;
        for (var one : series) {
            if (one.expected() < 0) return -1;
            sum += one.expected();
        }
        return sum;
    }

    /// Where the archive does not count, its list of instances is counted.
    private List<Wire.WireSeries> series(JobContext job) throws Refusal {
        var counted = new ArrayList<Wire.WireSeries>();
        for (var one : wire.series(studyUid, job)) {
            int expected =
                    one.expected() >= 0
                            ? one.expected()
                            : wire.instances(studyUid, one.uid(), job).size();
            counted.add(new Wire.WireSeries(one.uid(), one.modality(), one.number(), expected));
        }
        return counted;
    }

    /// @return whether anything came
    private boolean fetch(int workers, JobContext job) throws Refusal {
        int before = retrieval.completeness().received();
        var jobs = new ArrayList<Job<Boolean>>();
        for (int i = 0; i < workers; i++)
            jobs.add(runner.waiting("retrieval of series", inner -> work(inner, job)));
        Refusal first = null;
        for (var one : jobs) {
            try {
                one.await();
            } catch (Refusal refused) {
                if (first == null) first = refused;
                // one that fails ends all: the archive is gone, or the disk is full
                jobs.forEach(Job::cancel);
            }
            if (job.cancelled()) jobs.forEach(Job::cancel);
        }
        job.checkpoint();
        if (first != null) throw first;
        return retrieval.completeness().received() > before;
    }

    private boolean work(JobContext job, JobContext outer) throws Refusal {
        var both = new Both(job, outer);
        for (var next = queue.next(); next.isPresent(); next = queue.next()) {
            both.checkpoint();
            fetch(next.get(), both, outer);
        }
        return true;
    }

    private void fetch(Wire.WireSeries series, JobContext job, JobContext outer) throws Refusal {
        Refusal last = null;
        for (int inVain = 0; inVain < ATTEMPTS_IN_VAIN; ) {
            int before = retrieval.receivedOf(series.uid());
            try {
                attempt(series, before, job, outer);
                if (isWhole(series)) return;
                last = null;
            } catch (Refusal refused) {
                if (!MAY_PASS.contains(refused.reason())) throw refused;
                last = refused;
            }
            job.checkpoint();
            boolean came = retrieval.receivedOf(series.uid()) > before;
            inVain = came ? 0 : inVain + 1;
            LOG.info("a series is taken up again: {}", last == null ? "short" : last.reason());
            if (last == null && !came && (before > 0 || inVain > 1)) return; // it has no more
            if (!came) pause(inVain);
        }
        if (last != null) throw last;
    }

    private void attempt(Wire.WireSeries series, int before, JobContext job, JobContext outer)
            throws Refusal {
        var keeping = new Keeping(runner);
        WadoClient.Sink sink = in -> keeping.keep(in, part -> keep(part, outer));
        try {
            if (before == 0) wire.series(studyUid, series.uid(), sink, job);
            else fetchMissing(series.uid(), sink, job);
        } catch (Refusal broken) {
            keeping.finish(); // what came whole counts, and a full disk says more than a cut wire
            throw broken;
        }
        keeping.finish();
    }

    private void fetchMissing(String seriesUid, WadoClient.Sink sink, JobContext job)
            throws Refusal {
        var all = new LinkedHashSet<>(wire.instances(studyUid, seriesUid, job));
        all.removeIf(retrieval::has);
        for (var sopUid : all) {
            job.checkpoint();
            wire.instance(studyUid, seriesUid, sopUid, sink, job);
        }
    }

    /// A part that is no DICOM does not cost the others.
    private void keep(InputStream in, JobContext outer) throws IOException {
        var counted = new Counted(in);
        try {
            retrieval.announce(shelf.accept(counted), false);
        } catch (Refusal refused) {
            if (counted.failure != null) throw counted.failure;
            if (!(refused.reason() instanceof DicomReason)) throw refused;
            LOG.warn("an instance is not readable: {}", refused.reason());
            retrieval.countUnreadable();
        }
        retrieval.countBytes(counted.count);
        tell(outer);
    }

    private void tell(JobContext job) {
        var now = retrieval.completeness();
        job.progress(now.received(), now.expected());
    }

    private static void pause(int attempt) {
        try {
            long most = 250L << attempt;
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /// Cancelled when either is.
    private record Both(JobContext inner, JobContext outer) implements JobContext {
        @Override
        public void progress(long done, long total) {
            inner.progress(done, total);
        }

        @Override
        public boolean cancelled() {
            return inner.cancelled() || outer.cancelled();
        }
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
