package org.tyde.archive;

import org.tyde.refusal.Reason;

/// Why an archive matter is refused.
public enum ArchiveReason implements Reason {
    /// None of the archives has the study.
    STUDY_NOWHERE,
    /// No archive is configured.
    NO_ARCHIVE,
    /// The instance is not in the cache.
    NOT_FETCHED,
    /// The image has no such frame; `{0}` the frame, `{1}` how many there are.
    NO_SUCH_FRAME,
    /// The folder of the embedded archive cannot be used; `{0}` the folder.
    FOLDER_UNUSABLE,
    /// An archive has failed several times and is left alone; `{0}` the archive, `{1}` seconds.
    RESTING,
    /// Instances come by another way than the settings put first; `{0}` the archive, `{1}` the first, `{2}`
    /// the other.
    OTHER_WAY,
    /// By the settings instances come by C-MOVE alone, and Tyde receives on no port; `{0}` the archive.
    NO_PORT_FOR_MOVES
}
