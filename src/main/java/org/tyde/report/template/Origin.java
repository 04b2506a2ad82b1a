package org.tyde.report.template;

/// Whose a template is. Of two with one identifier the later here counts.
public enum Origin {
    /// Comes with Tyde.
    TYDE,
    /// Of the department: machine-wide, read only.
    DEPARTMENT,
    /// The radiologist's own.
    OWN
}
