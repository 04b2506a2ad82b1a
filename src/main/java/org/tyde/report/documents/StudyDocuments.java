package org.tyde.report.documents;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.archive.FetchPriority;
import org.tyde.archive.PatientSearch;
import org.tyde.archive.StudySource;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.Standing;
import org.tyde.evidence.content.SrClasses;
import org.tyde.prior.Prior;
import org.tyde.prior.RelevantPriors;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.study.Study;
import org.tyde.work.JobContext;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The documents that a person may see: the one door to them. What another may not see before he has signed
/// himself ([Standing]) is neither listed nor read. All methods wait for the network: call them in a job.
public final class StudyDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(StudyDocuments.class);
    private static final Set<String> MODALITIES = Set.of("SR", "KO");
    private static final Duration REST = Duration.ofMillis(250);
    private static final int TRIES = 240;

    private final StudySource source;
    private final Cache cache;

    /// @param source of studies
    /// @param cache that holds what has come
    public StudyDocuments(StudySource source, Cache cache) {
        this.source = source;
        this.cache = cache;
    }

    private record Found(
            InstanceReference reference, DataSet told, Optional<ReportDocument> read) {}

    /// @param study whose documents
    /// @param prior what it is to the study being read; empty where it is that one
    /// @param who is at the desk; empty where nobody is entered
    /// @return those that may be seen, the newest first
    /// @throws Refusal the archive does not answer
    public List<StudyDocument> of(Study study, Optional<Prior> prior, Optional<Observer> who)
            throws Refusal {
        var found = found(study);
        var standing = standing(found);
        return found.stream()
                .filter(f -> f.read().filter(r -> standing.hidden(r, who)).isEmpty())
                .map(f -> row(study, prior, f))
                .sorted(newestFirst())
                .toList();
    }

    /// @param study being read
    /// @param who is at the desk
    /// @return its documents, then those of the patient's earlier studies, the most relevant study first
    /// @throws Refusal the archive does not answer
    public List<StudyDocument> ofPatient(Study study, Optional<Observer> who) throws Refusal {
        var documents = new ArrayList<>(of(study, Optional.empty(), who));
        if (study.patient().id().value().isEmpty()) return documents;
        var candidates = PatientSearch.candidates(study.patient(), source);
        for (var prior : RelevantPriors.of(study, candidates).all())
            documents.addAll(of(prior.study(), Optional.of(prior), who));
        return documents;
    }

    /// Waits until it has come.
    ///
    /// @param document of a list
    /// @param who is at the desk
    /// @param job that waits
    /// @return the whole document
    /// @throws Refusal it does not come, or may not be seen
    /// @throws InterruptedException the job is cancelled
    public DataSet read(StudyDocument document, Optional<Observer> who, JobContext job)
            throws Refusal, InterruptedException {
        var found = found(document.study());
        var uid = document.reference().sopUid();
        var told =
                found.stream()
                        .filter(f -> f.reference().sopUid().equals(uid))
                        .map(Found::told)
                        .filter(t -> t.has(Tag.CONTENT_SEQUENCE))
                        .findFirst();
        var whole = told.isPresent() && !cache.holds(uid) ? told.get() : fetched(document, job);
        if (!ReadDocument.reads(document.reference().sopClass())) return whole;
        var own = ReadDocument.of(whole);
        found.removeIf(f -> f.reference().sopUid().equals(uid));
        found.add(new Found(document.reference(), whole, Optional.of(own)));
        if (standing(found).hidden(own, who)) throw new Refusal(DocumentsReason.SEALED);
        return whole;
    }

    private DataSet fetched(StudyDocument document, JobContext job)
            throws Refusal, InterruptedException {
        var uid = document.reference().sopUid();
        if (!cache.holds(uid)) {
            var _ = source.retrieve(document.study(), FetchPriority.PRIOR);
            for (int i = 0; i < TRIES && !cache.holds(uid); i++) {
                job.checkpoint();
                Thread.sleep(REST);
            }
        }
        if (!cache.holds(uid)) throw new Refusal(DocumentsReason.NOT_HERE);
        return cache.file(uid).dataSet();
    }

    private List<Found> found(Study study) throws Refusal {
        var found = new ArrayList<Found>();
        for (var series : source.series(study.uid())) {
            if (!MODALITIES.contains(series.modality())) continue;
            for (var told : source.instances(study.uid(), series.uid())) {
                var sopClass = told.textOr(Tag.SOP_CLASS_UID, "");
                if (!SrClasses.isDocument(sopClass)) continue;
                var uid = told.textOr(Tag.SOP_INSTANCE_UID, "");
                var reference = new InstanceReference(study.uid(), series.uid(), sopClass, uid);
                var known = known(told, uid);
                found.add(new Found(reference, known, read(known, sopClass)));
            }
        }
        return found;
    }

    /// An archive that is asked by C-FIND tells no content; what has come has it.
    private DataSet known(DataSet told, String uid) throws Refusal {
        return !told.has(Tag.CONTENT_SEQUENCE) && cache.holds(uid) ? cache.header(uid) : told;
    }

    private static Optional<ReportDocument> read(DataSet known, String sopClass) {
        if (!ReadDocument.reads(sopClass) || !known.has(Tag.CONTENT_SEQUENCE))
            return Optional.empty();
        try {
            return Optional.of(ReadDocument.of(known));
        } catch (DicomFormatException malformed) {
            LOG.warn("a malformed structured report", malformed);
            return Optional.empty();
        }
    }

    private static Standing standing(List<Found> found) {
        return new Standing(found.stream().flatMap(f -> f.read().stream()).toList());
    }

    private static StudyDocument row(Study study, Optional<Prior> prior, Found found) {
        var told = found.told();
        var read = found.read();
        return new StudyDocument(
                study,
                prior,
                found.reference(),
                title(told),
                narrates(told),
                read.map(ReportDocument::state).orElseGet(() -> state(told)),
                read.flatMap(ReportDocument::written).or(() -> written(told)),
                read.flatMap(ReportDocument::responsible)
                        .map(Observer::name)
                        .map(PersonName::display)
                        .orElse(""));
    }

    private static boolean narrates(DataSet told) {
        try {
            return ReadDocument.narrates(told);
        } catch (DicomFormatException malformed) {
            return false;
        }
    }

    private static Code title(DataSet told) {
        try {
            return told.code(Tag.CONCEPT_NAME_CODE_SEQUENCE).orElse(new Code("", "", ""));
        } catch (DicomFormatException malformed) {
            return new Code("", "", "");
        }
    }

    private static DocumentState state(DataSet told) {
        try {
            return DocumentState.of(told);
        } catch (DicomFormatException malformed) {
            return DocumentState.UNSIGNED;
        }
    }

    private static Optional<LocalDateTime> written(DataSet told) {
        try {
            return told.dateTime(Tag.CONTENT_DATE, Tag.CONTENT_TIME);
        } catch (DicomFormatException malformed) {
            return Optional.empty();
        }
    }

    private static Comparator<StudyDocument> newestFirst() {
        return Comparator.comparing((StudyDocument d) -> !d.report())
                .thenComparing(
                        d -> d.written().orElse(LocalDateTime.MIN), Comparator.reverseOrder());
    }
}
