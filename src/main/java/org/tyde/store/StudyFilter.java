package org.tyde.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Which studies of the cache are wanted. Empty parts do not limit.
///
/// @param text words that all begin a word of the patient's name, numbers, accession or description
/// @param patientId exactly
/// @param from study date, inclusive
/// @param to study date, inclusive
/// @param modalities of which the study has at least one
/// @param limit of the number of studies, newest first
public record StudyFilter(
        String text,
        Optional<String> patientId,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<String> modalities,
        int limit) {
    /// Everything, up to ten thousand studies.
    public static final StudyFilter ALL =
            new StudyFilter(
                    "", Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), 10_000);

    /// @throws IllegalArgumentException for a limit below 1
    public StudyFilter {
        modalities = Set.copyOf(modalities);
        if (limit < 1) throw new IllegalArgumentException("a limit below 1: " + limit);
    }

    /// @param words what is typed
    /// @return the same filter with them
    public StudyFilter with(String words) {
        return new StudyFilter(words, patientId, from, to, modalities, limit);
    }

    /// @param id exactly
    /// @return the same filter for one patient
    public StudyFilter ofPatient(String id) {
        return new StudyFilter(text, Optional.of(id), from, to, modalities, limit);
    }
}
