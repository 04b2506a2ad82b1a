package org.tyde.report.sign;

import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.ReportDocument;
import org.tyde.report.PriorReport;

/// A report that stands in a cache or an archive.
///
/// @param place where it is, so that another can name it as its predecessor
/// @param document what it says
public record StoredReport(InstanceReference place, ReportDocument document) {
    /// @return it as text to be read
    public PriorReport text() {
        return new PriorReport(document);
    }

    /// @return SOP Instance UID
    public String uid() {
        return place.sopUid();
    }
}
