package org.tyde.app;

import org.tyde.dicom.PersonName;
import org.tyde.report.check.Surroundings;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

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
}
