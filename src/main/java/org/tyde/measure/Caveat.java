package org.tyde.measure;

import org.tyde.refusal.Sentences;

import java.util.Locale;

/// What must stand beside a length, so that nobody takes it for more than it is.
public enum Caveat {
    /// In the patient.
    NONE,
    /// In the patient at a stated geometry or fiducial.
    CALIBRATED,
    /// At the detector, corrected by the estimated magnification.
    CORRECTED,
    /// At the detector; in the patient everything is smaller.
    AT_DETECTOR,
    /// On the film that was scanned.
    SCANNED_FILM,
    /// The file does not say where its spacing holds.
    CALIBRATION_UNKNOWN,
    /// The file gives no spacing.
    NOT_CALIBRATED,
    /// The ends are not in one region of an ultrasound image.
    ACROSS_REGIONS;

    /// @param locale the reader's language
    /// @return a word or two, empty where nothing needs to be said
    public String text(Locale locale) {
        return this == NONE ? "" : Sentences.text(Caveat.class, "caveat." + name(), locale);
    }
}
