package org.tyde.report.flow;

import org.tyde.refusal.Reason;

/// Why nothing flowed into the report.
public enum FlowReason implements Reason {
    /// Nothing has been measured on the images of the case.
    NOTHING_MEASURED,
    /// The measurement has no number that can be said, such as one across regions of an ultrasound image.
    NO_NUMBER,
    /// `{0}` the number measured, `{1}` the unit the field takes
    OTHER_UNIT,
    /// Nothing was measured both in the study and in an earlier one.
    NO_PAIR,
    /// RECIST 1.1 calls the lesions that are marked nothing, or none is marked.
    NO_RESPONSE,
    /// `{0}` what the lesion is called: it is measured in the study already.
    TIED_ALREADY,
    /// The measurement is of an earlier study, or a document's: only what is drawn in the study is tied.
    NOT_OF_STUDY,
    /// No image is on screen.
    NO_IMAGE,
    /// The sentence at the caret remembers no view.
    NO_VIEW,
    /// The images that were on screen are not here.
    IMAGES_GONE,
    /// The image that something was found on is not among those of the case.
    FOUND_IMAGE_GONE
}
