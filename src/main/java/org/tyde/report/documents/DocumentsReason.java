package org.tyde.report.documents;

import org.tyde.refusal.Reason;

/// Why a document is not shown.
public enum DocumentsReason implements Reason {
    /// It has not come from the archive.
    NOT_HERE,
    /// It is another's reading, and both readings are not signed yet.
    SEALED,
    /// The document does not say in which study the object is.
    NOT_IN_EVIDENCE,
    /// The object is not among the images of the open case.
    NOT_IN_CASE,
    /// Tyde does not show objects of this kind. {0} the SOP class
    NOT_SHOWN
}
