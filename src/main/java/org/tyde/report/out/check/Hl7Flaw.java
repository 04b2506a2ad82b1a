package org.tyde.report.out.check;

import org.tyde.refusal.Reason;

/// What is wrong with an HL7 v2 message that tells a report.
public enum Hl7Flaw implements Reason {
    /// More than {0} segments.
    TOO_MANY_SEGMENTS,
    /// The delimiters are none of those this program reads.
    DELIMITERS,
    /// {0} a type of message that is no ORU^R01.
    OTHER_MESSAGE,
    /// {0} a version that is none of 2.3 to 2.8.
    VERSION,
    /// It has no control id.
    NO_CONTROL_ID,
    /// It does not say that it is in UTF-8.
    NO_CHARACTER_SET,
    /// {0} the segment that is missing.
    SEGMENT_MISSING,
    /// {0} a segment that has no place in it.
    SEGMENT_FOREIGN,
    /// The patient has no number.
    NO_PATIENT,
    /// The patient's number has no authority.
    NO_AUTHORITY,
    /// The patient has no name.
    NO_NAME,
    /// {0} what is no day or time.
    NO_TIME,
    /// Nothing says what was done.
    NO_SERVICE,
    /// {0} a status that is none of table 0123.
    STATUS_UNKNOWN,
    /// The observation is {0} and the report {1}.
    STATUS_DISAGREES,
    /// The observation has no type.
    NO_TYPE,
    /// The observation does not say what it observes.
    NO_IDENTIFIER,
    /// {0} what is no number.
    NO_NUMBER,
    /// {0} a unit that is none of UCUM.
    UNIT_UNKNOWN,
    /// The observation's number is {0} and not {1}.
    SET_ID,
    /// Nothing names the study.
    NO_STUDY
}
