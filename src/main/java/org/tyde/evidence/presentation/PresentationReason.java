package org.tyde.evidence.presentation;

import org.tyde.refusal.Reason;

/// Why a presentation state is not applied.
public enum PresentationReason implements Reason {
    /// `{0}` what it is by name.
    NOT_A_STATE,
    /// `{0}` the kind of state by name.
    KIND_NOT_APPLIED,
    /// It names other images than this one.
    OTHER_IMAGES,
    /// `{0}` the frame it does not name.
    OTHER_FRAMES,
    /// A state that shows greys in colour cannot be written.
    COLOUR_NOT_WRITTEN,
    /// A state for images in colour names a grey one.
    COLOUR_STATE_OF_GREY,
    /// A state that colours grey images names one in colour.
    GREY_STATE_OF_COLOUR,
    /// A blending state without one set of images below and one above.
    NOT_TWO_SETS,
    /// A blending state that does not say how opaque the upper images are, from 0 to 1.
    NO_OPACITY,
    /// A blending state without a palette that can be read.
    NO_PALETTE,
    /// A blending state that names segments of a segmentation.
    SEGMENTS_NOT_BLENDED
}
