package org.tyde.media;

import org.tyde.refusal.Reason;

/// Why a medium, or a file on it, is refused.
public enum MediaReason implements Reason {
    /// `{0}` what is not there.
    ABSENT,
    /// `{0}` what cannot be read.
    UNREADABLE,
    /// `{0}` the ZIP that is damaged, encrypted or compressed in a way Tyde does not know.
    BAD_ZIP,
    /// `{0}` the ZIP whose list of entries is longer than `{1}` MiB.
    ZIP_LIST_TOO_LONG,
    /// `{0}` the entry, or the ZIP, that inflates to more than `{1}` times its size.
    ZIP_BOMB,
    /// `{0}` the ZIP inside a ZIP.
    ZIP_IN_ZIP,
    /// `{0}` the file a DICOMDIR names and the medium lacks.
    LISTED_BUT_ABSENT,
    /// `{0}` the DICOMDIR that cannot be read, so that nobody can say whether files are missing.
    DIRECTORY_UNREADABLE
}
