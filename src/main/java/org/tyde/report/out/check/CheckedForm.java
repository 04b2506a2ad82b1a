package org.tyde.report.out.check;

import org.tyde.refusal.Refusal;

import java.util.List;

/// A form of a report, looked over.
///
/// @param kind what it is
/// @param flaws what is wrong with it, each with its place and rule, in the order of the form
public record CheckedForm(Kind kind, List<Refusal> flaws) {
    /// The forms there are.
    public enum Kind {
        /// A structured report, TID 2000.
        SR,
        /// A structured report, TID 1500.
        MEASUREMENTS,
        /// A key object selection, TID 2010.
        KEY_OBJECTS,
        /// A PDF, also as a DICOM object.
        PDF,
        /// A FHIR bundle, JSON.
        FHIR,
        /// An HL7 v2 message.
        HL7,
        /// Plain text, UTF-8.
        TEXT
    }

    /// Copies the flaws.
    public CheckedForm {
        flaws = List.copyOf(flaws);
    }
}
