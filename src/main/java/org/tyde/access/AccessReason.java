package org.tyde.access;

import org.tyde.refusal.Reason;

/// Why nobody could be signed in, or no longer is.
public enum AccessReason implements Reason {
    /// A password or token with a line end or another control character.
    SECRET_OF_SEVERAL_LINES
}
