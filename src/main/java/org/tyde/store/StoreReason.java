package org.tyde.store;

import org.tyde.refusal.Reason;

/// Why the store refuses.
public enum StoreReason implements Reason {
    /// {0} the folder
    DISK_FULL,
    /// Another window or program has saved or ended it.
    DRAFT_CHANGED,
    /// {0} the folder
    DISK_RESERVE,
    /// {0} the file, {1} what the system said
    WRITE_FAILED,
    /// {0} the file, {1} what the system said
    READ_FAILED,
    /// {0} the database file, {1} its schema, {2} the newest this program knows
    NEWER_SCHEMA,
    /// {0} the database file, {1} what SQLite said
    DATABASE_FAILED,
    /// {0} the database file
    WORK_DAMAGED,
    /// {0} the blob's name
    BLOB_DAMAGED,
    /// {0} the blob's name, {1} the format's version
    BLOB_FORMAT,
    /// {0} the SOP Instance UID
    NOT_HELD,
    /// no arguments
    WITHHELD,
    /// {0} the Study Instance UID
    OTHER_PATIENT,
    /// {0} the SOP Instance UID
    INSTANCE_OF_OTHER_PATIENT,
    /// no arguments
    INDEX_DAMAGED,
    /// {0} the attribute
    MISSING_ATTRIBUTE,
    /// {0} the folder of the cache
    CACHE_LOCKED,
    /// {0} the folder of `work.db`
    WORK_LOCKED,
    /// no arguments
    WORK_CHANGED,
    /// no arguments
    NO_SOUND,
    /// no arguments
    SOUND_DAMAGED
}
