package org.tyde.evidence;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

/// How final a structured report is: Completion Flag (0040,A491), Verification Flag (0040,A493),
/// Preliminary Flag (0040,A496) (PS3.3 C.17.2).
public enum DocumentState {
    /// Somebody will go on with it.
    PRELIMINARY("PARTIAL", "UNVERIFIED", "PRELIMINARY"),
    /// Complete for its author, and it does not hold before somebody else has done something.
    AWAITING("COMPLETE", "UNVERIFIED", "PRELIMINARY"),
    /// Complete, and nobody has put a name to it.
    UNSIGNED("COMPLETE", "UNVERIFIED", "FINAL"),
    /// Complete and verified by the observer it names; never overwritten.
    SIGNED("COMPLETE", "VERIFIED", "FINAL");

    private final String completion;
    private final String verification;
    private final String preliminary;

    DocumentState(String completion, String verification, String preliminary) {
        this.completion = completion;
        this.verification = verification;
        this.preliminary = preliminary;
    }

    /// @return whether one may rely on it: nobody has to do anything before it holds
    public boolean holds() {
        return this == SIGNED;
    }

    /// @param document a structured report
    /// @return what its flags say; absent flags say unsigned
    /// @throws DicomFormatException malformed
    public static DocumentState of(DataSet document) throws DicomFormatException {
        return of(
                document.textOr(Tag.COMPLETION_FLAG, ""),
                document.textOr(Tag.VERIFICATION_FLAG, ""),
                document.textOr(Tag.PRELIMINARY_FLAG, ""));
    }

    private static DocumentState of(String completion, String verification, String preliminary) {
        if (verification.equals(SIGNED.verification)) return SIGNED;
        if (completion.equals(PRELIMINARY.completion)) return PRELIMINARY;
        return preliminary.equals(AWAITING.preliminary) ? AWAITING : UNSIGNED;
    }

    void write(DataSetBuilder document) {
        document.text(Tag.COMPLETION_FLAG, completion)
                .text(Tag.VERIFICATION_FLAG, verification)
                .text(Tag.PRELIMINARY_FLAG, preliminary);
    }
}
