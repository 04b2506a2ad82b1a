package org.tyde.report.out;

import org.tyde.refusal.Reason;

/// Why a report does not go out in a form.
public enum OutReason implements Reason {
    /// The structured report does not say when it was written.
    UNDATED,
    /// {0} the file: none of the forms that are known here.
    FORM_UNKNOWN
}
