package org.tyde.study;

import java.util.Optional;

/// Requested Procedure Priority (0040,1003), the most urgent first.
public enum RequestPriority {
    /// At once.
    STAT,
    /// Before what is routine.
    HIGH,
    /// In its turn.
    ROUTINE,
    /// Between routine and low.
    MEDIUM,
    /// When there is time.
    LOW;

    /// @param term as DICOM writes it
    /// @return the priority, empty for anything else
    public static Optional<RequestPriority> of(String term) {
        for (var priority : values())
            if (priority.name().equals(term)) return Optional.of(priority);
        return Optional.empty();
    }
}
