package org.tyde.app.desk;

import org.tyde.dicom.PersonName;
import org.tyde.dictation.DictationState.Microphone;
import org.tyde.reading.CaseOpening;
import org.tyde.report.check.Surroundings;
import org.tyde.ui.reporting.ReportModel;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the checks before signing know of the open case, taken down at one moment on the JavaFX thread.
///
/// @param studyUid the study that is described
/// @param measured on its images
/// @param lesions measured in it and before
/// @param priors days of the patient's earlier studies
/// @param others other patients on the list
/// @param listening whether the microphone is on
/// @param threshold from when on a lesion has changed
record CaseFacts(
        String studyUid,
        List<Surroundings.Value> measured,
        List<Surroundings.Lesion> lesions,
        Set<LocalDate> priors,
        List<PersonName> others,
        boolean listening,
        Surroundings.Threshold threshold) {
    static final CaseFacts NONE =
            new CaseFacts(
                    "",
                    List.of(),
                    List.of(),
                    Set.of(),
                    List.of(),
                    false,
                    Surroundings.Threshold.USUAL);

    /// @param opening of the case
    /// @param flow from it into the report
    /// @param followed lesions that are tied to earlier ones
    /// @param others other patients on the list
    /// @param report of this desk
    /// @param threshold from when on a lesion has changed
    /// @return what is known now
    static CaseFacts of(
            CaseOpening opening,
            CaseFlow flow,
            List<Surroundings.Lesion> followed,
            List<PersonName> others,
            ReportModel report,
            Surroundings.Threshold threshold) {
        var priors =
                opening.priors()
                        .map(
                                p ->
                                        p.all().stream()
                                                .flatMap(one -> one.study().date().stream())
                                                .collect(Collectors.toSet()))
                        .orElse(Set.of());
        return new CaseFacts(
                opening.study().uid(),
                flow.all(),
                Stream.concat(flow.lesions().stream(), followed.stream()).toList(),
                priors,
                others,
                report.dictation().stateProperty().get().microphone() != Microphone.OFF,
                threshold);
    }
}
