package org.tyde.report;

import org.tyde.refusal.Reason;

/// Why a report, or its signing, is refused.
public enum ReportReason implements Reason {
    /// `{0}` what a check before signing says; nobody has decided on it.
    UNDECIDED,
    /// It can change no more; write an addendum.
    SIGNED_ALREADY,
    /// What was summed up is no longer what stands there.
    CHANGED_SINCE_SUMMARY,
    /// Somebody else wrote meanwhile.
    CHANGED_MEANWHILE,
    /// It has begun to leave: only an addendum can follow.
    LEFT_ALREADY,
    /// Nothing can be taken back of a report that is not signed.
    NOT_SIGNED,
    /// Another window or program has saved the same report.
    WRITTEN_ELSEWHERE,
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
    /// {0} the report's id
    NO_SUCH_REPORT,
    /// {0} the report's id
    DRAFT_UNREADABLE,
    /// No image of the study is held, so the report cannot name its patient.
    NO_IMAGES,
    /// {0} the font
    NO_FONT,
    /// {0} the study the images are of, {1} the study the report is of
    OTHER_STUDY,
    /// The prior has not been on screen.
    PRIOR_NOT_SHOWN,
    /// {0} what it is
    NOT_A_REPORT,
    /// {0} what the library said
    PDF_FAILED,
    /// {0} what went wrong
    PDF_UNREADABLE,
    /// {0} the archive's name
    TARGET_UNKNOWN,
    /// The archive said that it had stored it, and does not list it.
    NOT_LISTED,
    /// {0} the folder
    FOLDER_MISSING,
    /// {0} the file
    FILE_THERE,
    /// {0} the file, {1} what the system said
    FILE_FAILED
}
