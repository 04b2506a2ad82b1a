package org.tyde.evidence.blending;

import org.tyde.refusal.Reason;

/// Why images are not laid over others.
public enum BlendingReason implements Reason {
    /// `{0}` how many of the superimposed images are missing, `{1}` how many there are.
    NOT_HERE,
    /// `{0}` how many of the superimposed images cannot be read, `{1}` how many there are.
    NOT_READ,
    /// The lower or an upper image does not say where it lies in the patient.
    NO_PLACE,
    /// An image does not say in which space its position is.
    NO_SPACE,
    /// The two sets are of different spaces, and no registration is named.
    OTHER_SPACE,
    /// The registration that is named is not here.
    REGISTRATION_NOT_HERE,
    /// The registration is not of the two spaces.
    REGISTRATION_OF_OTHERS,
    /// The registration cannot be read, or is no rigid movement.
    REGISTRATION_NOT_APPLIED,
    /// The registration deforms.
    REGISTRATION_DEFORMS,
    /// `{0}` how many matrices the registration has whose order makes a difference.
    REGISTRATION_ORDER,
    /// `{0}` how many upper images lie at the place of the lower one.
    SEVERAL_AT_PLACE,
    /// The upper images have several windows, and values between them are asked for.
    SEVERAL_WINDOWS,
    /// An upper image is in colour, where colours are not blended or values between slices are asked for.
    NOT_GREY,
    /// A threshold for the values of images in colour.
    THRESHOLD_OF_COLOUR
}
