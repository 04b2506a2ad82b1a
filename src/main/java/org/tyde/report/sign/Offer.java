package org.tyde.report.sign;

import org.tyde.report.ReportKind;

import java.util.List;

/// Something that may be begun on reports that stand.
///
/// @param kind of what would be written
/// @param on which reports, the one whose text is gone on from first
public record Offer(ReportKind kind, List<StoredReport> on) {
    /// @throws IllegalArgumentException on nothing
    public Offer {
        on = List.copyOf(on);
        if (on.isEmpty()) throw new IllegalArgumentException("nothing to follow");
    }
}
