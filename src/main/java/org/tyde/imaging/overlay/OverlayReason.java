package org.tyde.imaging.overlay;

import org.tyde.refusal.Reason;

/// Why an overlay is not shown.
public enum OverlayReason implements Reason {
    /// `{0}` rows, `{1}` columns and `{2}` frames of an overlay, `{3}` bytes there are.
    DATA
}
