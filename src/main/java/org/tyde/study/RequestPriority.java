package org.tyde.study;

import java.util.Optional;

/// Requested Procedure Priority (0040,1003), most urgent first.
public enum RequestPriority {
    STAT,
    HIGH,
    ROUTINE,
    MEDIUM,
    LOW;

    /// @param term of (0040,1003)
    /// @return the priority, empty for any other text
    public static Optional<RequestPriority> of(String term) {
        for (var priority : values())
            if (priority.name().equals(term)) return Optional.of(priority);
        return Optional.empty();
    }
}
