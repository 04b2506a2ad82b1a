package org.tyde.report;

import org.tyde.refusal.Reason;

/// Why something cannot be done with a report.
public enum ReportReason implements Reason {
    /// It can change no more; write an addendum.
    SIGNED_ALREADY,
    /// What was summed up is no longer what stands there.
    CHANGED_SINCE_SUMMARY,
    /// Somebody else wrote meanwhile.
    CHANGED_MEANWHILE,
    /// Another window or program has saved the same report.
    WRITTEN_ELSEWHERE,
    /// {0} the report's id
    NO_SUCH_REPORT,
    /// {0} the report's id
    DRAFT_UNREADABLE,
    /// {0} the font
    NO_FONT,
    /// The prior has not been on screen.
    PRIOR_NOT_SHOWN,
    /// {0} what it is
    NOT_A_REPORT,
    /// {0} what the library said
    PDF_FAILED,
    /// {0} what went wrong
    PDF_UNREADABLE
}
