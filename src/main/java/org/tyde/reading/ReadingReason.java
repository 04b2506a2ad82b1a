package org.tyde.reading;

import org.tyde.refusal.Reason;

/// Why reading refuses.
public enum ReadingReason implements Reason {
    /// A kept state cannot be read.
    STATE_MALFORMED,
    /// A kept state is of another version.
    STATE_VERSION
}
