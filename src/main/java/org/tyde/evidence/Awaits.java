package org.tyde.evidence;

import org.tyde.dicom.Code;

import java.util.Arrays;
import java.util.Optional;

/// Which act of somebody else a report waits for. The standard knows that a report is preliminary, not why:
/// a coded item under the root says it, in a scheme of our own.
public enum Awaits {
    /// Somebody in training has written it; it does not hold before a specialist has signed it.
    COUNTERSIGNATURE("awaits-countersignature", "Awaits countersignature"),
    /// It holds, and a second radiologist of the same standing is to read the images too.
    SECOND_READING("awaits-second-reading", "Awaits second reading"),
    /// One of two readings that are made without knowledge of each other; nobody but its author may see it
    /// before the other one is signed.
    INDEPENDENT_READING("awaits-independent-reading", "Awaits independent reading"),
    /// Both readings are signed; never written on a document, since it follows from there being two.
    CONSENSUS("awaits-consensus", "Awaits consensus");

    static final Code CONCEPT = new Code("awaits", DocumentParts.OURS, "Awaits");

    private final String value;
    private final String meaning;

    Awaits(String value, String meaning) {
        this.value = value;
        this.meaning = meaning;
    }

    /// @return as it stands in a document
    public Code code() {
        return new Code(value, DocumentParts.OURS, meaning);
    }

    /// @param code of a document
    /// @return what it means, empty for any other code
    public static Optional<Awaits> of(Code code) {
        return Arrays.stream(values()).filter(a -> a.code().same(code)).findFirst();
    }
}
