package org.tyde.archive.node;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.archive.ArchiveReason;
import org.tyde.archive.Wire;
import org.tyde.refusal.Refusal;
import org.tyde.settings.RetrieveMethod;
import org.tyde.work.JobContext;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Several ways to fetch from one archive, in the order of the settings: the first, and while that fails
/// the next. The first is tried again after some minutes.
final class WireOrder implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(WireOrder.class);
    private static final long TRY_AGAIN = Duration.ofMinutes(5).toNanos();

    private final String name;
    private final List<Way> ways;
    private volatile Detour detour = Detour.NONE;

    /// One way.
    ///
    /// @param method what the settings call it
    /// @param wire to the archive by it
    record Way(RetrieveMethod method, Wire wire) {
        String title() {
            return switch (method) {
                case WADO_RS -> "WADO-RS";
                case C_GET -> "C-GET";
                case C_MOVE -> "C-MOVE";
            };
        }
    }

    /// Which way is taken instead of the first, why, and since when.
    private record Detour(int way, Optional<Refusal> why, long since) {
        private static final Detour NONE = new Detour(0, Optional.empty(), 0);
    }

    /// @param name what people call the archive
    /// @param ways at least one
    WireOrder(String name, List<Way> ways) {
        if (ways.isEmpty()) throw new IllegalArgumentException("no way to " + name);
        this.name = name;
        this.ways = List.copyOf(ways);
    }

    @Override
    public Optional<Refusal> detour() {
        return detour.why();
    }

    private int first() {
        var now = detour;
        if (now.way() == 0 || System.nanoTime() - now.since() < TRY_AGAIN) return now.way();
        return 0;
    }

    private void settled(int way, Optional<Refusal> why) {
        if (way == detour.way() && way == 0) return;
        if (way == 0) detour = Detour.NONE;
        else if (why.isPresent()) {
            var sentence =
                    new Refusal(
                                    ArchiveReason.OTHER_WAY,
                                    name,
                                    ways.getFirst().title(),
                                    ways.get(way).title())
                            .because(why.get());
            LOG.warn("{} ({})", sentence.reason(), why.get().reason());
            detour = new Detour(way, Optional.of(sentence), System.nanoTime());
        }
    }

    /// Something that is asked by one way.
    private interface Question<T> {
        T ask(Wire wire) throws Refusal;
    }

    private <T> T asked(Question<T> question) throws Refusal {
        Refusal last = null;
        int first = first();
        for (int i = 0; i < ways.size(); i++) {
            try {
                return question.ask(ways.get((first + i) % ways.size()).wire());
            } catch (Refusal refused) {
                if (last == null) last = refused;
            }
        }
        throw last == null ? new Refusal(ArchiveReason.STUDY_NOWHERE) : last;
    }

    @Override
    public List<WireSeries> series(String studyUid, JobContext job) throws Refusal {
        return asked(w -> w.series(studyUid, job));
    }

    @Override
    public List<WireInstance> instances(String studyUid, String seriesUid, JobContext job)
            throws Refusal {
        return asked(w -> w.instances(studyUid, seriesUid, job));
    }

    @Override
    public void series(String studyUid, String seriesUid, Sink sink, JobContext job)
            throws Refusal {
        bring((wire, counted) -> wire.series(studyUid, seriesUid, counted, job), sink, job);
    }

    @Override
    public void instances(
            String studyUid, String seriesUid, List<String> sopUids, Sink sink, JobContext job)
            throws Refusal {
        bring(
                (wire, counted) -> wire.instances(studyUid, seriesUid, sopUids, counted, job),
                sink,
                job);
    }

    private interface Transfer {
        void over(Wire wire, Sink sink) throws Refusal;
    }

    /// Another way is taken only where nothing has come by the one before: what has come is not fetched
    /// twice.
    private void bring(Transfer transfer, Sink sink, JobContext job) throws Refusal {
        var came = new AtomicInteger();
        Sink counted =
                part10 -> {
                    came.incrementAndGet();
                    sink.accept(part10);
                };
        int first = first();
        Refusal why = null;
        for (int i = 0; ; i++) {
            int way = (first + i) % ways.size();
            try {
                transfer.over(ways.get(way).wire(), counted);
                settled(way, Optional.ofNullable(why));
                return;
            } catch (Refusal refused) {
                job.checkpoint();
                if (why == null) why = refused;
                if (came.get() > 0 || i == ways.size() - 1) throw refused;
            }
        }
    }
}
