package org.tyde.report.out.check;

import org.tyde.refusal.Reason;

/// What is wrong with a FHIR document that tells a report.
public enum FhirFlaw implements Reason {
    /// {0} what the parser says of it.
    NO_JSON,
    /// It is no bundle of type document.
    NO_DOCUMENT,
    /// Its first entry is no Composition.
    COMPOSITION_NOT_FIRST,
    /// {0} the resource that is missing.
    RESOURCE_MISSING,
    /// {0} the section that is missing.
    SECTION_MISSING,
    /// {0} a reference that leads to no entry.
    DANGLING,
    /// {0} a status that is none.
    STATUS_UNKNOWN,
    /// The report is {0} and its composition {1}.
    STATUS_DISAGREES,
    /// The patient has no identifier.
    NO_PATIENT,
    /// {0} what is no day.
    NO_DAY,
    /// {0} a unit that is none of UCUM.
    UNIT_UNKNOWN,
    /// An observation without its value.
    NO_VALUE
}
