package org.tyde.report;

import org.tyde.dicom.PersonName;
import org.tyde.evidence.InstanceReference;
import org.tyde.study.PatientId;
import org.tyde.study.Study;

import java.time.LocalDate;
import java.util.List;
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
/// @param follows the reports that stand already and this one adds to, replaces or joins
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
        List<InstanceReference> follows) {
    /// @throws IllegalArgumentException one that follows more or fewer reports than its kind does
    public ReportHead {
        follows = List.copyOf(follows);
        if (!kind.follows(follows.size()))
            throw new IllegalArgumentException(kind + " of " + follows.size() + " reports");
    }

    /// @param study to be described
    /// @return the head of a new report on it
    public static ReportHead of(Study study) {
        return of(study, ReportKind.REPORT, List.of());
    }

    /// @param study that was described
    /// @param signed its signed report
    /// @return the head of a new addendum
    public static ReportHead addendum(Study study, InstanceReference signed) {
        return of(study, ReportKind.ADDENDUM, List.of(signed));
    }

    /// @param study that was described
    /// @param kind of what is written now
    /// @param follows the reports it follows, as many as its kind asks for
    /// @return the head of it
    public static ReportHead of(Study study, ReportKind kind, List<InstanceReference> follows) {
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
                follows);
    }

    private static String modality(Study study) {
        return study.modalities().stream()
                .filter(m -> !DocumentModalities.contains(m))
                .sorted()
                .findFirst()
                .orElse("");
    }
}
