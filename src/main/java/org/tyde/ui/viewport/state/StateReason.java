package org.tyde.ui.viewport.state;

import org.tyde.refusal.Reason;

/// Why a picture is not kept as a presentation state.
public enum StateReason implements Reason {
    /// There is nowhere to keep a presentation state.
    NO_STATE_KEEPER,
    /// No presentation state covers the image.
    NO_STATES
}
