package org.tyde.report;

/// A first report, or an addition to a signed one.
public enum ReportKind {
    /// Technique, comparison, findings, conclusion.
    REPORT,
    /// One text, which names the report it adds to.
    ADDENDUM
}
