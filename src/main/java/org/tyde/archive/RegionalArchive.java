package org.tyde.archive;

import static org.tyde.dicom.Tag.STUDY_INSTANCE_UID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.io.DicomReader;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// All configured archives as one: asked side by side, one that fails does not cost the answers of the
/// others. A study that several have is taken from the one with most of it. Thread-safe.
public final class RegionalArchive implements StudySource {
    private static final Logger LOG = LoggerFactory.getLogger(RegionalArchive.class);

    private final List<StudySource> sources;
    private final JobRunner runner;
    private final Map<String, StudySource> homes = new ConcurrentHashMap<>();
    private final Map<String, Refusal> failing = new ConcurrentHashMap<>();

    /// @param sources the archives; what is new goes to the first
    /// @param runner asks them side by side
    public RegionalArchive(List<StudySource> sources, JobRunner runner) {
        this.sources = List.copyOf(sources);
        this.runner = runner;
    }

    /// How an archive answered last.
    ///
    /// @param name of the archive
    /// @param failure why it did not, empty when it did
    public record State(String name, Optional<Refusal> failure) {}

    /// @return how each archive answered last, in the order of the settings
    public List<State> states() {
        return sources.stream()
                .map(s -> new State(s.name(), Optional.ofNullable(failing.get(s.name()))))
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
        for (var source : sources)
            jobs.add(runner.waiting("search", _ -> answered(source, s -> s.find(page))));
        var found = new LinkedHashMap<String, Study>();
        Refusal first = new Refusal(ArchiveReason.NO_ARCHIVE);
        int answers = 0;
        for (int i = 0; i < jobs.size(); i++) {
            try {
                for (var study : jobs.get(i).await()) add(study, sources.get(i), found);
                answers++;
            } catch (Refusal refused) {
                if (i == 0 || answers == 0) first = refused;
            }
        }
        if (answers == 0) throw first;
        return found.values().stream()
                .sorted(DicomwebSource.NEWEST_FIRST)
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    private void add(Study study, StudySource source, Map<String, Study> found) {
        var other = found.get(study.uid());
        if (other != null && other.instanceCount() >= study.instanceCount()) return;
        found.put(study.uid(), study);
        homes.put(study.uid(), source);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(StudySource source) throws Refusal;
    }

    private <T> T answered(StudySource source, Question<T> question) throws Refusal {
        try {
            var answer = question.ask(source);
            failing.remove(source.name());
            return answer;
        } catch (Refusal refused) {
            failing.put(source.name(), refused);
            LOG.warn("an archive does not answer: {}", refused.reason());
            throw refused;
        }
    }

    @Override
    public List<Series> series(String studyUid) throws Refusal {
        return answered(home(studyUid), s -> s.series(studyUid));
    }

    @Override
    public List<DataSet> instances(String studyUid, String seriesUid) throws Refusal {
        return answered(home(studyUid), s -> s.instances(studyUid, seriesUid));
    }

    /// A study no search has found yet is taken to be in the first archive.
    @Override
    public Retrieval retrieve(String studyUid) {
        return Optional.ofNullable(homes.get(studyUid))
                .orElseGet(sources::getFirst)
                .retrieve(studyUid);
    }

    private StudySource home(String studyUid) throws Refusal {
        var known = homes.get(studyUid);
        if (known != null) return known;
        Refusal last = new Refusal(ArchiveReason.NO_ARCHIVE);
        for (var source : sources) {
            try {
                if (answered(source, s -> s.series(studyUid)).isEmpty()) {
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
        var byHome = new LinkedHashMap<StudySource, List<Path>>();
        for (var file : files)
            byHome.computeIfAbsent(homeOrFirst(studyOf(file)), _ -> new ArrayList<>()).add(file);
        for (var one : byHome.entrySet())
            answered(
                    one.getKey(),
                    s -> {
                        s.send(one.getValue());
                        return true;
                    });
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
        var byHome = new LinkedHashMap<StudySource, List<DataSet>>();
        for (var one : dataSets)
            byHome.computeIfAbsent(
                            homeOrFirst(one.textOr(STUDY_INSTANCE_UID, "")), _ -> new ArrayList<>())
                    .add(one);
        for (var one : byHome.entrySet())
            answered(
                    one.getKey(),
                    s -> {
                        s.sendDataSets(one.getValue());
                        return true;
                    });
    }

    private StudySource homeOrFirst(String studyUid) throws Refusal {
        if (sources.isEmpty()) throw new Refusal(ArchiveReason.NO_ARCHIVE);
        return homes.getOrDefault(studyUid, sources.getFirst());
    }
}
