package org.tyde.ui.viewport.volume;

import org.tyde.refusal.Reason;

/// Why other planes are not shown as asked for.
public enum MprReason implements Reason {
    /// The viewport shows no stack.
    NO_STACK,
    /// The case holds no PET series to lay over.
    NO_PET,
    /// The PET series of the case are of other frames of reference.
    PET_ELSEWHERE
}
