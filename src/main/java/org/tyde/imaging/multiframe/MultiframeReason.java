package org.tyde.imaging.multiframe;

import org.tyde.refusal.Reason;

/// Why the frames of an image cannot be put together.
public enum MultiframeReason implements Reason {
    /// A part of a concatenation that does not say which.
    CONCATENATION
}
