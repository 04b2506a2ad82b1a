package org.tyde.report;

import java.util.UUID;

/// Which report: what an utterance, a draft and a window hold on to.
///
/// @param value a UUID in its usual form
public record ReportId(String value) {
    /// @throws IllegalArgumentException where it is no UUID
    public ReportId {
        if (!UUID.fromString(value).toString().equals(value))
            throw new IllegalArgumentException("not a report's id: " + value);
    }

    /// @return the id of a report that is being begun
    public static ReportId create() {
        return new ReportId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
