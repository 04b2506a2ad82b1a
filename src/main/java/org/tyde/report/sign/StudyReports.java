package org.tyde.report.sign;

import org.tyde.archive.StudySource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.Standing;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.store.Cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// The reports of one study, as they are held here and as its archive has them. Waits for disk and
/// network: call it in a job.
public final class StudyReports {
    private final Cache cache;

    /// @param cache that holds studies
    public StudyReports(Cache cache) {
        this.cache = cache;
    }

    /// @param studyUid of which study
    /// @return its reports in the cache
    /// @throws Refusal the cache cannot be read, or a report does not say which it is
    public List<StoredReport> here(String studyUid) throws Refusal {
        cache.flush();
        var found = new ArrayList<StoredReport>();
        for (var located : cache.index().ofStudy(studyUid)) {
            if (!ReadDocument.reads(located.instance().sopClass())) continue;
            var object = cache.header(located.instance().uid());
            if (ReadDocument.narrates(object)) found.add(read(object));
        }
        return found;
    }

    /// @param source of the study
    /// @param studyUid of which study
    /// @return its reports in the archive
    /// @throws Refusal the archive does not answer, or a report does not say which it is
    public List<StoredReport> there(StudySource source, String studyUid) throws Refusal {
        var found = new ArrayList<StoredReport>();
        for (var series : source.series(studyUid)) {
            if (!series.modality().equals("SR")) continue;
            for (var object : source.documents(studyUid, series.uid()))
                if (ReadDocument.narrates(object)) found.add(read(object));
        }
        return found;
    }

    /// @param here what is held here
    /// @param there what the archive has
    /// @return both, each report once
    public static List<StoredReport> both(
            Collection<StoredReport> here, Collection<StoredReport> there) {
        var all = new LinkedHashMap<String, StoredReport>();
        for (var one : here) all.put(one.uid(), one);
        // here a reading may be sealed still that the archive, which has both, tells whole
        for (var one : there)
            if (!all.containsKey(one.uid()) || !one.document().sections().isEmpty())
                all.put(one.uid(), one);
        return List.copyOf(all.values());
    }

    /// @param reports of one study
    /// @return where they stand
    public static Standing standing(Collection<StoredReport> reports) {
        return new Standing(reports.stream().<ReportDocument>map(StoredReport::document).toList());
    }

    private static StoredReport read(DataSet object) throws Refusal {
        return new StoredReport(
                new InstanceReference(
                        object.textOr(Tag.STUDY_INSTANCE_UID, ""),
                        object.textOr(Tag.SERIES_INSTANCE_UID, ""),
                        object.textOr(Tag.SOP_CLASS_UID, ""),
                        object.textOr(Tag.SOP_INSTANCE_UID, "")),
                document(object));
    }

    /// One that is malformed stands among the others with why: it is not hidden, and stops nobody.
    private static ReportDocument document(DataSet object) throws Refusal {
        try {
            return ReadDocument.of(object);
        } catch (DicomFormatException malformed) {
            var here = Locale.getDefault();
            var why = Sentences.of(malformed, here);
            return ReadDocument.unread(
                    object, Sentences.text(StudyReports.class, "report.unread", here, why));
        }
    }
}
