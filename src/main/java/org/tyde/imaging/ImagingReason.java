package org.tyde.imaging;

import org.tyde.refusal.Reason;

/// Why an image is not shown.
public enum ImagingReason implements Reason {
    /// `{0}` what the disk or the network said.
    UNREAD,
    /// `{0}` what the samples are after decoding: no colours that are shown.
    COLOURS,
    /// The tables of PALETTE COLOR are missing or not whole.
    NO_PALETTE,
    /// `{0}` the frame, of which the image says no mask operation.
    NO_MASK,
    /// The image is not among those here.
    NOT_HERE,
    /// A spacing that is not two positive numbers of mm.
    IMPOSSIBLE_SPACING,
    /// Pixel Aspect Ratio and a spacing of the same image say different things.
    ASPECT_CONTRADICTS_SPACING
}
