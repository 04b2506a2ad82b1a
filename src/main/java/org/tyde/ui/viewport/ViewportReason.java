package org.tyde.ui.viewport;

import org.tyde.refusal.Reason;

/// Why a viewport refuses.
public enum ViewportReason implements Reason {
    /// The image's header names another study than the one it hangs in.
    OTHER_STUDY,
    /// Life size is asked for and the monitor's pixel size is not known.
    NO_MONITOR_SIZE,
    /// Life size is asked for and the image has no spacing.
    NO_SPACING,
    /// A key chooses nothing on this image.
    NO_PRESET,
    /// There is nothing on the screen to link with.
    NOTHING_TO_LINK,
    /// The frame has no mask that can be subtracted.
    NO_MASK,
    /// The image has no overlay plane.
    NO_OVERLAY,
    /// The frames have no positions along one direction, so no slab can be made of them.
    NO_SLAB,
    /// No line of the image shown is selected.
    NO_LINE,
    /// What was typed is no length.
    NO_LENGTH
}
