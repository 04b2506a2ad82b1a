package org.tyde.report.lesion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;

/// A study of the patient in which lesions may have been measured.
///
/// @param studyUid Study Instance UID
/// @param when it was; empty where nobody says so
public record TimePoint(String studyUid, Optional<LocalDateTime> when) {
    /// The newest first; one of no date is the oldest.
    static final Comparator<TimePoint> NEWEST_FIRST =
            Comparator.comparing((TimePoint t) -> t.when().orElse(LocalDateTime.MIN)).reversed();

    /// @return the day it was
    public Optional<LocalDate> day() {
        return when.map(LocalDateTime::toLocalDate);
    }
}
