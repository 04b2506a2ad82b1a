package org.tyde.ui.worklist;

import java.time.LocalDate;
import java.util.Optional;

/// How far back the list looks, by study date.
public enum Period {
    /// Only today.
    TODAY(0),
    /// Today and the two days before.
    THREE_DAYS(2),
    /// Today and the six days before.
    WEEK(6),
    /// Everything the archive has.
    ALL(-1);

    private final int daysBack;

    Period(int daysBack) {
        this.daysBack = daysBack;
    }

    /// @param today the date at the desk
    /// @return the first day that belongs, empty for no limit
    public Optional<LocalDate> from(LocalDate today) {
        return daysBack < 0 ? Optional.empty() : Optional.of(today.minusDays(daysBack));
    }
}
