package org.tyde.report.sign;

import org.tyde.refusal.Reason;

/// Why a report is not signed, or does not leave.
public enum SignReason implements Reason {
    /// `{0}` what a check before signing says; nobody has decided on it.
    UNDECIDED,
    /// It has begun to leave: only an addendum can follow.
    LEFT_ALREADY,
    /// Nothing can be taken back of a report that is not signed.
    NOT_SIGNED,
    /// Settings name no signer.
    NO_SIGNER,
    /// A required section says nothing.
    SECTION_MISSING,
    /// {0} received, {1} expected: nobody has chosen to sign all the same.
    IMAGES_MISSING,
    /// {0} the archive: words of the trial model may go to the embedded archive only.
    TRIAL_SPEECH,
    /// {0} the archive: it could not be asked whether somebody else has reported.
    ARCHIVE_SILENT,
    /// `{0}` the examination: it was left while it was being signed, and is not signed.
    LEFT_UNSIGNED,
    /// No image of the study is held, so the report cannot name its patient.
    NO_IMAGES,
    /// {0} the study the images are of, {1} the study the report is of
    OTHER_STUDY,
    /// {0} the archive's name
    TARGET_UNKNOWN,
    /// The archive said that it had stored it, and does not list it.
    NOT_LISTED,
    /// {0} the folder
    FOLDER_MISSING,
    /// {0} the file
    FILE_THERE,
    /// {0} the file, {1} what the system said
    FILE_FAILED,
    /// Who is in training signs nothing that nobody countersigns.
    IN_TRAINING,
    /// An addendum, an amendment or an act on another's report waits for nobody.
    ONLY_A_FIRST_REPORT_WAITS,
    /// Nobody countersigns or reads a second time what he has written himself.
    OWN_REPORT,
    /// {0} who, {1} when: another document has taken the place of the report meanwhile.
    DONE_ALREADY,
    /// The report does not wait for this act.
    NOT_AWAITED,
    /// A report that waits for its countersignature is countersigned, not amended.
    NOT_SIGNED_YET,
    /// An amendment says why.
    NO_REASON,
    /// One reader reads once.
    READ_ALREADY,
    /// Two have read: a consensus is next.
    TWO_HAVE_READ,
    /// The report that is followed is neither here nor told by the archive.
    FOLLOWED_MISSING,
    /// {0} the archive, {1} its status in hexadecimal digits
    NOT_TAKEN,
    /// {0} the archive: it said that it has it, and does not list it yet.
    NOT_CONFIRMED,
    /// {0} the archive or folder, which did not answer
    NOT_SENT,
    /// Something else is signed here on the same report, and has not left.
    ANOTHER_STAYS,
    /// Who agrees leaves the text as it is.
    SECOND_TEXT_CHANGED
}
