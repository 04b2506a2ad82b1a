package org.tyde.imaging.lut;

import org.tyde.refusal.Sentences;

import java.util.Locale;

/// What the file asks for that the picture does not yet honour. A viewport says each in one line.
public enum NotApplied {
    /// A VOI LUT that cannot be read; the windows or the whole range are used.
    VOI_LUT,
    /// A VOI LUT Function that the standard does not define.
    VOI_FUNCTION,
    /// A window without a usable width.
    WINDOW,
    /// A modality LUT that cannot be read; stored values are shown.
    MODALITY_LUT,
    /// A Presentation LUT Sequence in an image, where the standard has none, or one that cannot be read.
    PRESENTATION_LUT,
    /// A Presentation LUT Shape that contradicts the photometric interpretation (PS3.3 C.11.6).
    PRESENTATION_LUT_SHAPE,
    /// A display shutter that cannot be read.
    SHUTTER,
    /// The colour of a display shutter: its grey is used, else black.
    SHUTTER_COLOUR,
    /// LUT Data longer than the LUT Descriptor says: the entries beyond are not used.
    LUT_LENGTH,
    /// An overlay plane.
    OVERLAY,
    /// An ICC profile other than sRGB.
    ICC_PROFILE,
    /// A palette that cannot be read, or that no attribute asks for.
    PALETTE,
    /// An enhanced palette, or the blending of data frames.
    ENHANCED_PALETTE,
    /// Mask subtraction that lacks what it needs.
    MASK,
    /// A mask operation other than AVG_SUB and TID.
    MASK_OPERATION,
    /// A mask whose shift cannot be told.
    MASK_SHIFT,
    /// Mask subtraction that a presentation state asks for.
    MASK_OF_STATE,
    /// A mask of which something is to be seen in the difference.
    MASK_VISIBILITY,
    /// Edges that an XA/XRF state wants to be enhanced.
    EDGE_ENHANCEMENT,
    /// A mask for values that are linear in X-ray intensity.
    MASK_LINEAR,
    /// A pixel spacing that cannot be used.
    SPACING,
    /// A position or orientation that cannot be used.
    PLANE,
    /// No Photometric Interpretation: low values are shown dark.
    POLARITY,
    /// Graphics or text of a presentation state whose kind, units or points are not the standard's.
    ANNOTATIONS,
    /// A compound graphic that comes without simple figures in its place.
    COMPOUND_GRAPHIC,
    /// A displayed area that the standard does not define: the whole image is shown.
    DISPLAYED_AREA,
    /// An Image Rotation (0070,0042) of a presentation state that is no quarter turn.
    ROTATION,
    /// A displayed area in life size, on a screen whose pixel size is not known: it is shown as large as fits.
    TRUE_SIZE,
    /// A Number of Frames that cannot be read: the first frame is shown.
    FRAMES,
    /// Functional groups that are not one shared item and one for each frame.
    GROUPS;

    /// @param locale the reader's language
    /// @return one line
    public String sentence(Locale locale) {
        return Sentences.text(NotApplied.class, "notApplied." + name(), locale);
    }
}
