package org.tyde.evidence.content;

/// Which objects are documents with a content tree.
public final class SrClasses {
    private static final String FAMILY = "1.2.840.10008.5.1.4.1.1.88.";

    private SrClasses() {}

    /// @param sopClass SOP Class UID
    /// @return whether it is a structured report, a key object selection, a dose report, a procedure log or
    ///     another of the family (PS3.4 B.5; all its UIDs begin alike)
    public static boolean isDocument(String sopClass) {
        return sopClass.startsWith(FAMILY);
    }
}
