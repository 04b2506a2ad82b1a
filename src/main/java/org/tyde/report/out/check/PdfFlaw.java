package org.tyde.report.out.check;

import org.tyde.refusal.Reason;

/// What is wrong with the PDF of a report.
public enum PdfFlaw implements Reason {
    /// It was not made by this program.
    NOT_OURS,
    /// It does not say that it is PDF/A.
    NOT_FOR_KEEPING,
    /// It says to be PDF/A-{0}, and nothing is tagged in it.
    NOT_TAGGED,
    /// It does not say its language.
    NO_LANGUAGE,
    /// {0} a font that is not in it.
    FONT_MISSING,
    /// {0} something that acts, or a file in it.
    ACTIVE
}
