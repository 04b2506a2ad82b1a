package org.tyde.worklist;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.StudySource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReportDocument;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.StudyIndex;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Studies as a list for reading: what the archive finds, with the status that drafts and reports here and
/// there give it. Waits for disk and network: call it in a job. Thread-safe.
public final class Worklist {
    private static final Logger LOG = LoggerFactory.getLogger(Worklist.class);
    private static final int LANES = 8;
    private static final int MOST_READ = 5_000;
    private static final Duration STALE = Duration.ofMinutes(1);

    private final Cache cache;
    private final WorkDatabase work;
    private final JobRunner runner;
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Map<String, Optional<ReportDocument>> read = new ConcurrentHashMap<>();
    private volatile Supplier<Optional<Observer>> who = Optional::empty;

    /// What the archive's reports said to whoever was at the desk, while the study had so many instances.
    private record Told(
            int instances,
            ReadingStatus status,
            List<ReportDocument> documents,
            Optional<Observer> to,
            Instant at) {}

    /// @param cache whose reports count
    /// @param work whose drafts count
    /// @param runner asks archives for reports
    public Worklist(Cache cache, WorkDatabase work, JobRunner runner) {
        this.cache = cache;
        this.work = work;
        this.runner = runner;
    }

    /// @param now who is at the desk, asked each time; empty where nobody is entered
    public void readBy(Supplier<Optional<Observer>> now) {
        who = now;
    }

    /// @param source that is asked
    /// @param query what for
    /// @return rows in [WorklistRow#ORDER]
    /// @throws Refusal the archive does not answer, or a database cannot be read
    public List<WorklistRow> find(StudySource source, StudyQuery query) throws Refusal {
        var studies = source.find(query);
        askForReports(source, studies);
        return rows(studies);
    }

    /// @param studies of whatever archive
    /// @return rows in [WorklistRow#ORDER], from what is known here
    /// @throws Refusal a database cannot be read
    public List<WorklistRow> rows(Collection<Study> studies) throws Refusal {
        cache.flush();
        var status = statuses();
        var held = cache.index().counts();
        var reported = new HashMap<String, List<StudyIndex.HeldReport>>();
        for (var report : cache.index().reports())
            if (ReadDocument.reads(report.sopClass()))
                reported.computeIfAbsent(report.studyUid(), _ -> new ArrayList<>()).add(report);
        var reader = who.get();
        var sent = undelivered();
        var rows = new ArrayList<WorklistRow>();
        for (var study : studies) {
            var row =
                    new WorklistRow(
                            study, status(study, status), held.getOrDefault(study.uid(), 0));
            var documents = documents(study.uid(), reported.getOrDefault(study.uid(), List.of()));
            var undelivered = Optional.ofNullable(sent.get(study.uid()));
            rows.add(row.with(Due.of(documents, reader), undelivered));
        }
        rows.sort(WorklistRow.ORDER);
        return rows;
    }

    /// Those of the archive, and those that are here and it has not told of. What the archive tells whole goes
    /// before what is sealed here.
    private List<ReportDocument> documents(String studyUid, List<StudyIndex.HeldReport> here)
            throws Refusal {
        var documents = new LinkedHashMap<String, ReportDocument>();
        var said = told.get(studyUid);
        if (said != null) for (var one : said.documents()) documents.put(one.sopUid(), one);
        for (var one : here)
            held(one.sopUid())
                    .filter(d -> !d.sections().isEmpty() || !documents.containsKey(d.sopUid()))
                    .ifPresent(d -> documents.put(d.sopUid(), d));
        return List.copyOf(documents.values());
    }

    /// Read once: a document never changes. How much of a sealed one may be seen does.
    private Optional<ReportDocument> held(String sopUid) throws Refusal {
        var before = read.get(sopUid);
        if (before != null) return before;
        var now = read(cache.header(sopUid));
        boolean sealed =
                now.filter(d -> d.life().awaits().equals(Optional.of(Awaits.INDEPENDENT_READING)))
                        .isPresent();
        if (sealed) return now;
        if (read.size() >= MOST_READ) read.clear();
        read.put(sopUid, now);
        return now;
    }

    /// Of each study the gravest.
    private Map<String, Undelivered> undelivered() throws Refusal {
        var found = new HashMap<String, Undelivered>();
        for (var item : work.outbox().all())
            if (!item.report().isEmpty())
                Undelivered.of(item)
                        .ifPresent(
                                u ->
                                        found.merge(
                                                item.studyUid(),
                                                u,
                                                (a, b) -> a.compareTo(b) >= 0 ? a : b));
        return found;
    }

    private static Optional<ReportDocument> read(DataSet object) {
        try {
            return ReadDocument.narrates(object)
                    ? Optional.of(ReadDocument.of(object))
                    : Optional.empty();
        } catch (DicomFormatException malformed) {
            LOG.warn("a malformed structured report");
            return Optional.empty();
        }
    }

    /// @param studyUid of one study
    /// @return its status from what is known here
    /// @throws Refusal a database cannot be read
    public ReadingStatus status(String studyUid) throws Refusal {
        cache.flush();
        return statuses().getOrDefault(studyUid, ReadingStatus.UNREAD);
    }

    /// Drafts and reports that are here, and what archives have told; a signed report outranks the rest.
    private Map<String, ReadingStatus> statuses() throws Refusal {
        var status = new HashMap<String, ReadingStatus>();
        for (var draft : work.drafts().all())
            status.merge(draft.studyUid(), ReadingStatus.valueOf(draft.state()), Worklist::further);
        for (var report : cache.index().reports())
            status.merge(report.studyUid(), statusOf(report), Worklist::further);
        told.forEach((study, said) -> status.merge(study, said.status(), Worklist::further));
        return status;
    }

    private static ReadingStatus status(Study study, Map<String, ReadingStatus> known) {
        return known.getOrDefault(study.uid(), ReadingStatus.UNREAD);
    }

    /// Asks for the reports of many studies, some at a time. A study whose reports cannot be had keeps the
    /// status that is known here.
    private void askForReports(StudySource source, List<Study> studies) throws Refusal {
        var unknown = studies.stream().filter(this::unknown).toList();
        var lanes = new ArrayList<Job<Integer>>();
        for (int lane = 0; lane < Math.min(LANES, unknown.size()); lane++) {
            int first = lane;
            lanes.add(
                    runner.waiting(
                            "ask for reports",
                            _ -> {
                                for (int i = first; i < unknown.size(); i += LANES)
                                    askForReports(source, unknown.get(i));
                                return first;
                            }));
        }
        for (var lane : lanes) lane.await();
    }

    private boolean unknown(Study study) {
        if (!study.modalities().contains("SR")) return false;
        var before = told.get(study.uid());
        if (before == null
                || before.instances() != study.instanceCount()
                || !before.to().equals(who.get())) return true;
        return study.instanceCount() < 0 && before.at().isBefore(Instant.now().minus(STALE));
    }

    private void askForReports(StudySource source, Study study) {
        var status = ReadingStatus.UNREAD;
        var documents = new ArrayList<ReportDocument>();
        var to = who.get();
        try {
            for (var series : source.series(study.uid())) {
                if (!series.modality().equals("SR")) continue;
                for (var object : source.documents(study.uid(), series.uid())) {
                    status = further(status, statusOf(object));
                    if (object.has(Tag.CONTENT_SEQUENCE)) read(object).ifPresent(documents::add);
                }
            }
            told.put(
                    study.uid(),
                    new Told(
                            study.instanceCount(),
                            status,
                            List.copyOf(documents),
                            to,
                            Instant.now()));
        } catch (Refusal silent) {
            LOG.warn("the reports of a study could not be had: {}", silent.reason().name());
        }
    }

    private static ReadingStatus statusOf(StudyIndex.HeldReport report) {
        return Reports.status(report.sopClass(), report.verification());
    }

    private static ReadingStatus statusOf(DataSet report) throws Refusal {
        return Reports.status(
                report.textOr(Tag.SOP_CLASS_UID, ""), report.textOr(Tag.VERIFICATION_FLAG, ""));
    }

    private static ReadingStatus further(ReadingStatus one, ReadingStatus other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
