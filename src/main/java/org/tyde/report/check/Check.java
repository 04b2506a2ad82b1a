package org.tyde.report.check;

import org.tyde.report.sign.SigningCheck;

import java.util.List;

/// One rule.
interface Check {
    /// @param examined the report and what is known around it
    /// @return what speaks against it, in the order of the text
    List<SigningCheck> of(Examined examined);
}
