package org.tyde.report.out;

import org.tyde.refusal.Reason;

/// Why a report does not go out in a form.
public enum OutReason implements Reason {
    /// The structured report does not say when it was written.
    UNDATED,
    /// One of two readings: the joint result is what goes out.
    ONE_OF_TWO_READINGS,
    /// {0} the file: none of the forms that are known here.
    FORM_UNKNOWN,
    /// {0} what is no folder with its whole path.
    FOLDER_RELATIVE,
    /// {0} the folder that is not here.
    FOLDER_GONE,
    /// {0} the folder, {1} what the system said.
    FOLDER_CLOSED
}
