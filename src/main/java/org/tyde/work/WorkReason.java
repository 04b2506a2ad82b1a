package org.tyde.work;

import org.tyde.refusal.Reason;

/// Why background work is refused.
public enum WorkReason implements Reason {
    /// `{0}` the job's name.
    CANCELLED,
    /// `{0}` the job's name, `{1}` what went wrong.
    FAILED,
    /// `{0}` the child's name, `{1}` how it ended last.
    CHILD_KEEPS_DYING,
    /// `{0}` the host of the address.
    NOT_SHOWN
}
