package org.tyde.archive;

import org.tyde.dicomweb.DicomwebReason;
import org.tyde.dimse.message.DimseReason;
import org.tyde.refusal.Refusal;

import java.util.Set;

/// What the refusal of something sent promises.
public final class Sending {
    /// Not of the Storage Service Class, SOP class not supported, not authorized, invalid instance, invalid
    /// attribute value or argument (PS3.7 C.5; PS3.4 B.2.3 has A9xx and Cxxx besides).
    private static final Set<Integer> FINAL =
            Set.of(0x0105, 0x0106, 0x0115, 0x0117, 0x0122, 0x0124, 0x0120, 0x0121);

    private Sending() {}

    /// Whether another attempt may go otherwise.
    public enum Outlook {
        /// the line or the archive fails, not the object
        SOON,
        /// the archive will not take this object, however often it is asked
        NEVER,
        /// it does not say
        UNKNOWN
    }

    /// @param refusal of something sent
    /// @return whether another attempt may go otherwise
    public static Outlook of(Refusal refusal) {
        if (Node.maySoonPass(refusal)) return Outlook.SOON;
        if (refusal.reason() instanceof DimseReason by
                && (by == DimseReason.KIND_NOT_ACCEPTED || by == DimseReason.CLASS_NOT_ACCEPTED))
            return Outlook.NEVER;
        int status = status(refusal);
        int group = status >>> 8;
        if (group == 0xA9 || status >>> 12 == 0xC || FINAL.contains(status)) return Outlook.NEVER;
        return group == 0xA7 ? Outlook.SOON : Outlook.UNKNOWN;
    }

    /// @param refusal of something sent
    /// @return DICOM status or failure reason that the archive gave, 0 where it gave none
    public static int status(Refusal refusal) {
        boolean told =
                refusal.reason() == DimseReason.NOT_STORED
                        || refusal.reason() == DicomwebReason.NOT_STORED;
        if (!told) return 0;
        var text = String.valueOf(refusal.arguments().getLast()).replaceFirst("^0x", "");
        return text.matches("[0-9A-Fa-f]{4}") ? Integer.parseInt(text, 16) : 0;
    }
}
