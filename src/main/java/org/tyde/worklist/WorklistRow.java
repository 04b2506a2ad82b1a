package org.tyde.worklist;

import org.tyde.study.RequestPriority;
import org.tyde.study.Study;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;

/// One study of a list.
///
/// @param study as the archive tells it
/// @param status of its report
/// @param held instances that are in the cache
/// @param readiness whether it opens at once, and if not, why
/// @param due what its reports wait for
/// @param undelivered why what was signed here is not in its archive yet; empty where it is
public record WorklistRow(
        Study study,
        ReadingStatus status,
        int held,
        Readiness readiness,
        Optional<Due> due,
        Optional<Undelivered> undelivered) {
    /// Of reports that wait for nobody.
    ///
    /// @param study as the archive tells it
    /// @param status of its report
    /// @param held instances that are in the cache
    /// @param readiness whether it opens at once, and if not, why
    public WorklistRow(Study study, ReadingStatus status, int held, Readiness readiness) {
        this(study, status, held, readiness, Optional.empty(), Optional.empty());
    }

    /// By what is here.
    ///
    /// @param study as the archive tells it
    /// @param status of its report
    /// @param held instances that are in the cache
    public WorklistRow(Study study, ReadingStatus status, int held) {
        this(study, status, held, Readiness.of(held, study.instanceCount()));
    }

    /// The most urgent first, then by status from unread to signed, then the newest first.
    public static final Comparator<WorklistRow> ORDER =
            Comparator.comparingInt(WorklistRow::urgency)
                    .thenComparing(WorklistRow::status)
                    .thenComparing(WorklistRow::day, Comparator.reverseOrder())
                    .thenComparing(WorklistRow::time, Comparator.reverseOrder())
                    .thenComparing(row -> row.study().uid());

    /// @return whether all the archive has is here, so that it opens at once
    public boolean ready() {
        return readiness.ready();
    }

    /// @param other what is known now
    /// @return this with it
    public WorklistRow with(Readiness other) {
        return new WorklistRow(study, status, held, other, due, undelivered);
    }

    /// @param other what its reports wait for
    /// @param sent why what was signed here is not in its archive yet
    /// @return this with it
    public WorklistRow with(Optional<Due> other, Optional<Undelivered> sent) {
        return new WorklistRow(study, status, held, readiness, other, sent);
    }

    /// @return whether an act on its reports waits for the person at the desk
    public boolean mine() {
        return due.filter(Due::open).isPresent();
    }

    /// @return whether the person at the desk still has to read it
    public boolean waits() {
        return mine()
                || switch (status) {
                    case UNREAD, READING, DRAFT -> true;
                    case PRELIMINARY, SIGNED -> false;
                };
    }

    private int urgency() {
        if (status == ReadingStatus.SIGNED && !mine()) return 4;
        return switch (study.priority().orElse(RequestPriority.ROUTINE)) {
            case STAT -> 0;
            case HIGH -> 1;
            case ROUTINE, MEDIUM -> 2;
            case LOW -> 3;
        };
    }

    private LocalDate day() {
        return study.date().orElse(LocalDate.MIN);
    }

    private LocalTime time() {
        return study.time().orElse(LocalTime.MIN);
    }
}
