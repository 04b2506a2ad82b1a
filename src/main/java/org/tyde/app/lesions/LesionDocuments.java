package org.tyde.app.lesions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.archive.PatientSearch;
import org.tyde.archive.StudySource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReadMeasurements;
import org.tyde.prior.Prior;
import org.tyde.prior.RelevantPriors;
import org.tyde.refusal.Refusal;
import org.tyde.report.lesion.Sighting;
import org.tyde.report.lesion.TimePoint;
import org.tyde.store.Cache;
import org.tyde.study.Study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the structured reports of a patient's studies measured.
///
/// @param studies of the patient, the one that is read first
/// @param sightings the older document first; what a later document replaces is left out
/// @param unfollowed measurements that have no Tracking Unique Identifier
/// @param troubles why a study's documents were not read
record LesionDocuments(
        List<Study> studies, List<Sighting> sightings, int unfollowed, List<Throwable> troubles) {
    /// Nothing is read.
    static final LesionDocuments NONE = new LesionDocuments(List.of(), List.of(), 0, List.of());

    private static final Logger LOG = LoggerFactory.getLogger(LesionDocuments.class);

    /// @return when they were
    List<TimePoint> timePoints() {
        return studies.stream().map(s -> new TimePoint(s.uid(), s.when())).toList();
    }

    /// Waits for the archive.
    ///
    /// @param study that is read
    /// @param priors of its patient, where they are known already
    /// @param source of the studies
    /// @param cache that has what a list of instances lacks; empty for none
    /// @return what could be read
    static LesionDocuments read(
            Study study,
            Optional<RelevantPriors> priors,
            StudySource source,
            Optional<Cache> cache) {
        var troubles = new ArrayList<Throwable>();
        var studies = new ArrayList<Study>();
        studies.add(study);
        try {
            var all = priors.isPresent() ? priors.get() : search(study, source);
            all.all().stream().map(Prior::study).forEach(studies::add);
        } catch (Refusal silent) {
            troubles.add(silent);
        }
        var sightings = new ArrayList<Sighting>();
        int unfollowed = 0;
        for (var one : studies) {
            if (!one.modalities().isEmpty() && !one.modalities().contains("SR")) continue;
            try {
                for (var document : documents(one, source, cache)) {
                    var read = Sighting.of(document);
                    sightings.addAll(read.sightings());
                    unfollowed += read.unfollowed();
                }
            } catch (Refusal silent) {
                troubles.add(silent);
            }
        }
        return new LesionDocuments(
                List.copyOf(studies), List.copyOf(sightings), unfollowed, List.copyOf(troubles));
    }

    private static RelevantPriors search(Study study, StudySource source) throws Refusal {
        return study.patient().id().value().isEmpty()
                ? RelevantPriors.of(study, List.of())
                : RelevantPriors.of(study, PatientSearch.candidates(study.patient(), source));
    }

    private static List<ReadMeasurements> documents(
            Study study, StudySource source, Optional<Cache> cache) throws Refusal {
        var documents = new ArrayList<DataSet>();
        var replaced = new HashSet<String>();
        for (var series : source.series(study.uid())) {
            if (!series.modality().equals("SR")) continue;
            for (var object : source.instances(study.uid(), series.uid())) {
                try {
                    if (!ReadDocument.reads(object.textOr(Tag.SOP_CLASS_UID, ""))) continue;
                    var whole = whole(object, cache);
                    replaced.addAll(predecessors(whole));
                    documents.add(whole);
                } catch (DicomFormatException malformed) {
                    LOG.warn("a malformed structured report", malformed);
                }
            }
        }
        documents.sort(Comparator.comparing(LesionDocuments::written));
        var read = new ArrayList<ReadMeasurements>();
        for (var document : documents) {
            try {
                if (!replaced.contains(document.textOr(Tag.SOP_INSTANCE_UID, "")))
                    read.add(ReadMeasurements.of(document));
            } catch (DicomFormatException malformed) {
                LOG.warn("a malformed structured report", malformed);
            }
        }
        return read;
    }

    /// A list of instances may leave sequences out.
    private static DataSet whole(DataSet object, Optional<Cache> cache) throws Refusal {
        var uid = object.textOr(Tag.SOP_INSTANCE_UID, "");
        if (object.has(Tag.CONTENT_SEQUENCE) || cache.isEmpty() || !cache.get().holds(uid))
            return object;
        return cache.get().file(uid).dataSet();
    }

    private static String written(DataSet document) {
        try {
            return document.textOr(Tag.CONTENT_DATE, "") + document.textOr(Tag.CONTENT_TIME, "");
        } catch (DicomFormatException malformed) {
            return "";
        }
    }

    private static List<String> predecessors(DataSet document) throws DicomFormatException {
        var uids = new ArrayList<String>();
        for (var study : document.sequence(Tag.PREDECESSOR_DOCUMENTS_SEQUENCE))
            for (var series : study.sequence(Tag.REFERENCED_SERIES_SEQUENCE))
                for (var sop : series.sequence(Tag.REFERENCED_SOP_SEQUENCE))
                    sop.text(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(uids::add);
        return uids;
    }
}
