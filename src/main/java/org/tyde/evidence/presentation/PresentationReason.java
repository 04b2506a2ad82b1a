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
    /// The mask on screen is one of several, or has shifts or tables, which a grayscale state has no place for.
    MASK_NOT_WRITTEN,
    /// A blending state without one set of images below and one above.
    NOT_TWO_SETS,
    /// A blending state that does not say how opaque the upper images are, from 0 to 1.
    NO_OPACITY,
    /// A blending state without a palette that can be read.
    NO_PALETTE,
    /// A blending state that names segments of a segmentation.
    SEGMENTS_NOT_BLENDED,
    /// A blending state that names optical paths of a slide.
    PATHS_NOT_BLENDED,
    /// An advanced blending state that names a whole series without saying what is in it.
    SERIES_NOT_LISTED,
    /// An advanced blending state whose inputs and steps contradict each other.
    STEPS_DO_NOT_FIT,
    /// `{0}` a Blending Mode that the standard does not define.
    OTHER_MODE,
    /// `{0}` the type of a threshold that the standard does not define, or without its values.
    NO_THRESHOLD,
    /// A threshold for real world values that are not the output of the Modality LUT.
    THRESHOLD_OF_OTHER_VALUES
}
