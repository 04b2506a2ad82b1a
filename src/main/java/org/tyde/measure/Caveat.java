package org.tyde.measure;

import org.tyde.imaging.PixelSpacing.Calibration;
import org.tyde.refusal.Sentences;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What must stand beside a length, so that nobody takes it for more than it is.
public sealed interface Caveat {
    /// In the patient.
    Caveat NONE = Plain.NONE;

    /// The file gives no spacing.
    Caveat NOT_CALIBRATED = Plain.NOT_CALIBRATED;

    /// The ends are not in one region of an ultrasound image.
    Caveat ACROSS_REGIONS = Plain.ACROSS_REGIONS;

    /// @param locale the reader's language
    /// @return a few words, empty where nothing needs to be said
    String text(Locale locale);

    /// Those that need no further word.
    enum Plain implements Caveat {
        /// In the patient.
        NONE,
        /// At the detector.
        AT_DETECTOR,
        /// At the detector; in the patient everything is smaller.
        MAGNIFIED,
        /// On the film that was scanned.
        SCANNED_FILM,
        /// The file does not say where its spacing holds.
        CALIBRATION_UNKNOWN,
        /// The file gives no spacing.
        NOT_CALIBRATED,
        /// The ends are not in one region of an ultrasound image.
        ACROSS_REGIONS;

        @Override
        public String text(Locale locale) {
            return this == NONE ? "" : Sentences.text(Caveat.class, "caveat." + name(), locale);
        }
    }

    /// In the patient near the central ray, at the depth of the calibration (PS3.3 10.7.1.2).
    ///
    /// @param by what
    record Calibrated(Calibration by) implements Caveat {
        @Override
        public String text(Locale locale) {
            var type = Sentences.text(Caveat.class, "caveat.CALIBRATED." + by.type(), locale);
            return by.description().isBlank() ? type : type + ", " + by.description().strip();
        }
    }

    /// By what the reader at the desk said.
    ///
    /// @param at when
    /// @param by who; empty where that is not known
    record ByUser(LocalTime at, String by) implements Caveat {
        @Override
        public String text(Locale locale) {
            var time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at);
            return Sentences.text(
                    Caveat.class, "caveat.BY_USER", locale, by.isEmpty() ? time : time + " " + by);
        }
    }

    /// At the detector, divided by the estimated magnification.
    ///
    /// @param factor above 1
    record Corrected(double factor) implements Caveat {
        @Override
        public String text(Locale locale) {
            var number = Quantity.number(factor, locale, 2);
            return Sentences.text(Caveat.class, "caveat.CORRECTED", locale, number);
        }
    }
}
