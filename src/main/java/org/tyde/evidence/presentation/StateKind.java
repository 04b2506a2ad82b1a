package org.tyde.evidence.presentation;

import org.tyde.dicom.SopClass;

import java.util.Optional;

/// The kinds of presentation state that are applied (PS3.3 A.33).
enum StateKind {
    /// Greys to P-values.
    GRAYSCALE(SopClass.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE),
    /// As grayscale, with masks, of angiograms and fluoroscopy.
    XA_XRF(SopClass.XA_XRF_GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE),
    /// Images in colour: no tables.
    COLOUR(SopClass.COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE),
    /// Greys to colours.
    PSEUDO_COLOUR(SopClass.PSEUDO_COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE),
    /// Grey images in colour over others in grey.
    BLENDING(SopClass.BLENDING_SOFTCOPY_PRESENTATION_STATE_STORAGE),
    /// Sets of images, in grey or colour, over each other.
    ADVANCED_BLENDING(SopClass.ADVANCED_BLENDING_PRESENTATION_STATE_STORAGE);

    private final String sopClass;

    StateKind(String sopClass) {
        this.sopClass = sopClass;
    }

    boolean blends() {
        return this == BLENDING || this == ADVANCED_BLENDING;
    }

    /// @param sopClass UID
    /// @return the kind; empty where it is not applied
    static Optional<StateKind> of(String sopClass) {
        for (var kind : values()) if (kind.sopClass.equals(sopClass)) return Optional.of(kind);
        return Optional.empty();
    }
}
