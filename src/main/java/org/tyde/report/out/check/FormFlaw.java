package org.tyde.report.out.check;

import org.tyde.refusal.Reason;

/// What is wrong with a form, whatever form it is.
public enum FormFlaw implements Reason {
    /// It is none of the forms a report goes out in.
    NO_FORM,
    /// {0} bytes, more than {1}.
    TOO_LONG,
    /// {0} a control character.
    CONTROL_CHARACTER,
    /// {0} the first words of the section that is not in it as it was signed.
    OTHER_TEXT,
    /// It tells of another report, {0} and not {1}.
    OTHER_REPORT,
    /// It tells of another patient than the structured report.
    OTHER_PATIENT
}
