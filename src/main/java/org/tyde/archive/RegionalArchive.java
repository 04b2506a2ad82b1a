package org.tyde.archive;

import static org.tyde.dicom.Tag.STUDY_INSTANCE_UID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.io.DicomReader;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.Discretion;
import org.tyde.study.Series;
import org.tyde.study.Study;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// All configured archives as one: asked side by side, one that fails does not cost the answers of the
/// others. A study that several have is taken from the one with most of it. Thread-safe.
public final class RegionalArchive implements StudySource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegionalArchive.class);

    /// Studies by date and time, those without a date last.
    public static final Comparator<Study> NEWEST_FIRST =
            Comparator.comparing(RegionalArchive::moment).reversed();

    private final List<NodeSource> sources;
    private final JobRunner runner;
    private final Optional<LocalStudies> here;
    private final FetchQueue queue;
    private final Object beginning = new Object();
    private final Map<String, NodeSource> homes = new ConcurrentHashMap<>();
    private volatile Discretion discretion = Discretion.NONE;
    private volatile boolean offline;
    private volatile List<String> silent = List.of();

    /// @param sources the archives; what is new goes to the first
    /// @param runner asks them side by side
    public RegionalArchive(List<NodeSource> sources, JobRunner runner) {
        this(sources, Optional.empty(), runner);
    }

    /// @param sources the archives; what is new goes to the first
    /// @param cache what is found while none of them answers
    /// @param runner asks them side by side
    public RegionalArchive(List<NodeSource> sources, Cache cache, JobRunner runner) {
        this(sources, Optional.of(new LocalStudies(cache)), runner);
    }

    private RegionalArchive(
            List<NodeSource> sources, Optional<LocalStudies> here, JobRunner runner) {
        this.sources = List.copyOf(sources);
        this.here = here;
        this.runner = runner;
        queue = new FetchQueue(runner);
    }

    /// @return whether no archive answered the last search, so that only what is here was searched
    public boolean offline() {
        return offline;
    }

    /// @return all that is being fetched from all of them
    public FetchQueue queue() {
        return queue;
    }

    private static LocalDateTime moment(Study study) {
        return study.date()
                .map(d -> study.time().map(d::atTime).orElse(d.atStartOfDay()))
                .orElse(LocalDateTime.MIN);
    }

    /// How an archive answered last.
    ///
    /// @param name of the archive
    /// @param failure why it did not, empty when it did
    /// @param line whether it is asked at all
    /// @param detour why images come by another way than the settings put first, empty when they do not
    public record State(
            String name, Optional<Refusal> failure, LineState line, Optional<Refusal> detour) {
        /// @param name of the archive
        /// @param failure why it did not answer, empty when it did
        public State(String name, Optional<Refusal> failure) {
            this(name, failure, LineState.CLOSED);
        }

        /// @param name of the archive
        /// @param failure why it did not answer, empty when it did
        /// @param line whether it is asked at all
        public State(String name, Optional<Refusal> failure, LineState line) {
            this(name, failure, line, Optional.empty());
        }
    }

    /// @return how each archive answered last, in the order of the settings
    public List<State> states() {
        return sources.stream()
                .map(NodeSource::node)
                .map(n -> new State(n.name(), n.failure(), n.breaker().state(), n.wire().detour()))
                .toList();
    }

    @Override
    public String name() {
        return String.join(", ", sources.stream().map(StudySource::name).toList());
    }

    @Override
    public List<Study> find(StudyQuery query) throws Refusal {
        var page = query.page(query.limit() + query.offset(), 0);
        var jobs = new ArrayList<Job<List<Study>>>();
        for (var source : sources) jobs.add(runner.waiting("search", _ -> source.find(page)));
        var found = new LinkedHashMap<String, Study>();
        Refusal first = new Refusal(ArchiveReason.NO_ARCHIVE);
        int answers = 0;
        var gone = new LinkedHashSet<NodeSource>();
        for (int i = 0; i < jobs.size(); i++) {
            try {
                for (var study : jobs.get(i).await()) add(study, sources.get(i), found);
                answers++;
            } catch (Refusal refused) {
                LOG.warn("an archive does not answer: {}", refused.reason());
                if (i == 0 || answers == 0) first = refused;
                if (Node.maySoonPass(refused)) gone.add(sources.get(i));
            }
        }
        offline = answers == 0 && here.isPresent() && Node.maySoonPass(first);
        silent = List.of();
        if (offline) return local(query, first);
        if (answers == 0) throw first;
        silent = gone.stream().map(NodeSource::name).toList();
        if (!gone.isEmpty()) addHeld(page, gone, found);
        return found.values().stream()
                .sorted(NEWEST_FIRST)
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    /// What is here of archives that are silent, or of ones that nobody has met since the start.
    private void addHeld(StudyQuery query, Set<NodeSource> gone, Map<String, Study> found)
            throws Refusal {
        for (var study : here(query)) {
            var home = homes.get(study.uid());
            if (home == null || gone.contains(home)) found.putIfAbsent(study.uid(), study);
        }
    }

    /// @return names of the archives that did not answer the last search while others did; what the cache
    ///     holds of theirs was added
    public List<String> silent() {
        return silent;
    }

    /// @param query what is searched for
    /// @return studies of the cache that match; none where there is no cache
    /// @throws Refusal the index cannot be read
    public List<Study> here(StudyQuery query) throws Refusal {
        return here.isPresent() ? here.get().find(query) : List.of();
    }

    /// That nothing is found here does not say that there is nothing.
    private List<Study> local(StudyQuery query, Refusal dead) throws Refusal {
        var found = here.orElseThrow().find(query);
        if (found.isEmpty()) throw dead;
        return found;
    }

    private void add(Study study, NodeSource source, Map<String, Study> found) {
        var other = found.get(study.uid());
        if (other != null && other.instanceCount() >= study.instanceCount()) return;
        found.put(study.uid(), study);
        homes.put(study.uid(), source);
    }

    @Override
    public List<Series> series(String studyUid) throws Refusal {
        try {
            return home(studyUid).series(studyUid);
        } catch (Refusal silent) {
            var held = held(silent).series(studyUid);
            if (held.isEmpty()) throw silent;
            return held;
        }
    }

    /// @param now what may be seen from now on
    public void show(Discretion now) {
        discretion = now;
    }

    /// As they may be seen. What is here of a silent archive the cache has looked over already.
    @Override
    public List<DataSet> instances(String studyUid, String seriesUid) throws Refusal {
        var seen = new ArrayList<DataSet>();
        for (var one : all(studyUid, seriesUid))
            discretion.seen(one, () -> documents(studyUid)).ifPresent(seen::add);
        return seen;
    }

    @Override
    public List<DataSet> documents(String studyUid, String seriesUid) throws Refusal {
        var seen = new ArrayList<DataSet>();
        for (var one : whole(studyUid, seriesUid))
            discretion.seen(one, () -> wholeDocuments(studyUid)).ifPresent(seen::add);
        return seen;
    }

    private List<DataSet> wholeDocuments(String studyUid) throws Refusal {
        var documents = new ArrayList<DataSet>();
        for (var series : series(studyUid))
            if (StudyPlan.DOCUMENTS.contains(series.modality()))
                documents.addAll(whole(studyUid, series.uid()));
        return documents;
    }

    private List<DataSet> whole(String studyUid, String seriesUid) throws Refusal {
        try {
            return home(studyUid).documents(studyUid, seriesUid);
        } catch (Refusal silent) {
            var held = held(silent).instances(seriesUid);
            if (held.isEmpty()) throw silent;
            return held;
        }
    }

    private List<DataSet> documents(String studyUid) throws Refusal {
        var documents = new ArrayList<DataSet>();
        for (var series : series(studyUid))
            if (StudyPlan.DOCUMENTS.contains(series.modality()))
                documents.addAll(all(studyUid, series.uid()));
        return documents;
    }

    private List<DataSet> all(String studyUid, String seriesUid) throws Refusal {
        try {
            return home(studyUid).instances(studyUid, seriesUid);
        } catch (Refusal silent) {
            var held = held(silent).instances(seriesUid);
            if (held.isEmpty()) throw silent;
            return held;
        }
    }

    /// Fetches it for the reader, from all archives that have something of it.
    @Override
    public Retrieval retrieve(String studyUid) {
        return retrieve(studyUid, Optional.empty(), FetchPriority.OPEN);
    }

    @Override
    public Retrieval retrieve(Study study, FetchPriority priority) {
        return retrieve(study.uid(), Optional.of(study), priority);
    }

    private Retrieval retrieve(String uid, Optional<Study> study, FetchPriority priority) {
        Retrieval retrieval;
        synchronized (beginning) {
            var running = queue.running(uid);
            if (running.isPresent()) {
                if (priority.compareTo(running.get().priority()) < 0)
                    running.get().priority(priority);
                return running.get();
            }
            var shelf = sources.getFirst().shelf();
            var nodes = sources.stream().map(NodeSource::node).toList();
            retrieval = new Retrieval(uid, study, priority, nodes, shelf, runner, queue);
            queue.add(retrieval);
        }
        return retrieval;
    }

    private LocalStudies held(Refusal silent) throws Refusal {
        if (here.isEmpty() || !Node.maySoonPass(silent)) throw silent;
        return here.get();
    }

    private NodeSource home(String studyUid) throws Refusal {
        var known = homes.get(studyUid);
        if (known != null) return known;
        Refusal last = new Refusal(ArchiveReason.NO_ARCHIVE);
        for (var source : sources) {
            try {
                if (source.series(studyUid).isEmpty()) {
                    last = new Refusal(ArchiveReason.STUDY_NOWHERE);
                    continue;
                }
                homes.put(studyUid, source);
                return source;
            } catch (Refusal refused) {
                last = refused;
            }
        }
        throw last;
    }

    @Override
    public void send(List<Path> files) throws Refusal {
        var byHome = new LinkedHashMap<NodeSource, List<Path>>();
        for (var file : files)
            byHome.computeIfAbsent(homeOrFirst(studyOf(file)), _ -> new ArrayList<>()).add(file);
        for (var one : byHome.entrySet()) one.getKey().send(one.getValue());
    }

    private static String studyOf(Path file) throws Refusal {
        try {
            return DicomReader.readHeader(file).dataSet().textOr(STUDY_INSTANCE_UID, "");
        } catch (Refusal known) {
            throw known;
        } catch (IOException unreadable) {
            throw new Refusal(ArchiveReason.NOT_FETCHED).because(unreadable);
        }
    }

    @Override
    public void sendDataSets(List<DataSet> dataSets) throws Refusal {
        var byHome = new LinkedHashMap<NodeSource, List<DataSet>>();
        for (var one : dataSets)
            byHome.computeIfAbsent(
                            homeOrFirst(one.textOr(STUDY_INSTANCE_UID, "")), _ -> new ArrayList<>())
                    .add(one);
        for (var one : byHome.entrySet()) one.getKey().sendDataSets(one.getValue());
    }

    @Override
    public boolean has(DataSet dataSet) throws Refusal {
        return homeOrFirst(dataSet.textOr(STUDY_INSTANCE_UID, "")).has(dataSet);
    }

    private NodeSource homeOrFirst(String studyUid) throws Refusal {
        if (sources.isEmpty()) throw new Refusal(ArchiveReason.NO_ARCHIVE);
        return homes.getOrDefault(studyUid, sources.getFirst());
    }

    /// Ends the queue; the archives stay open.
    @Override
    public void close() {
        queue.close();
    }
}
