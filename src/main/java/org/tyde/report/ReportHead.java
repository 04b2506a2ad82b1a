package org.tyde.report;

import org.tyde.dicom.PersonName;
import org.tyde.evidence.InstanceReference;
import org.tyde.study.PatientId;
import org.tyde.study.Study;

import java.time.LocalDate;
import java.util.Optional;

/// Of which study, and so of which patient, a report is. Never changes.
///
/// @param id the report's
/// @param kind a first report or an addendum
/// @param studyUid Study Instance UID
/// @param patientId with its issuer
/// @param patientName as the study has it
/// @param birthDate where known
/// @param studyDate where known
/// @param accession possibly empty
/// @param examination what was done, in the archive's words, possibly empty
/// @param modality as in (0008,0060); of several, the first that makes images
/// @param addsTo of an addendum: the signed report
public record ReportHead(
        ReportId id,
        ReportKind kind,
        String studyUid,
        PatientId patientId,
        PersonName patientName,
        Optional<LocalDate> birthDate,
        Optional<LocalDate> studyDate,
        String accession,
        String examination,
        String modality,
        Optional<InstanceReference> addsTo) {
    /// @throws IllegalArgumentException an addendum to nothing
    public ReportHead {
        if ((kind == ReportKind.ADDENDUM) == addsTo.isEmpty())
            throw new IllegalArgumentException("an addendum, and only one, adds to a report");
    }

    /// @param study to be described
    /// @return the head of a new report on it
    public static ReportHead of(Study study) {
        return of(study, ReportKind.REPORT, Optional.empty());
    }

    /// @param study that was described
    /// @param signed its signed report
    /// @return the head of a new addendum
    public static ReportHead addendum(Study study, InstanceReference signed) {
        return of(study, ReportKind.ADDENDUM, Optional.of(signed));
    }

    private static ReportHead of(Study study, ReportKind kind, Optional<InstanceReference> addsTo) {
        return new ReportHead(
                ReportId.create(),
                kind,
                study.uid(),
                study.patient().id(),
                study.patient().name(),
                study.patient().birthDate(),
                study.date(),
                study.accession(),
                study.description(),
                modality(study),
                addsTo);
    }

    private static String modality(Study study) {
        return study.modalities().stream()
                .filter(m -> !DocumentModalities.contains(m))
                .sorted()
                .findFirst()
                .orElse("");
    }
}
