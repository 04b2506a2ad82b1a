package org.tyde.app.house;

import org.tyde.refusal.Reason;

/// What the machine around us refuses.
public enum AppReason implements Reason {
    /// `{0}` the file.
    NO_SUCH_FILE,
    /// `{0}` the file.
    ACCESS_DENIED,
    /// `{0}` the file.
    FILE_EXISTS,
    /// `{0}` the file or disk.
    DISK_FULL,
    /// `{0}` the file, `{1}` what the system said.
    FILE_SYSTEM,
    /// `{0}` what the system said.
    NOT_READ,
    /// JavaFX cannot draw here.
    NO_DRAWING,
    /// `{0}` the folder a file should be in.
    NO_FOLDER,
    /// `{0}` the folder where a file should be.
    IS_FOLDER,
    /// A mistake of ours; its cause is for us to mend and for no reader.
    UNEXPECTED,
    /// Another Tyde holds the home.
    ALREADY_OPEN,
    /// `{0}` the SOP Instance UID of a file that the embedded archive has otherwise.
    NOT_TAKEN,
    /// `{0}` where no DICOM file is.
    NO_DICOM_THERE,
    /// `{0}` the plug-in, `{1}` the file or folder a user can write to.
    PLUGIN_WRITABLE,
    /// `{0}` the plug-in, `{1}` the file that is not there.
    PLUGIN_MISSING,
    /// `{0}` the plug-in, `{1}` the format none of its readers has.
    PLUGIN_WITHOUT_FORMAT,
    /// `{0}` the plug-in, `{1}` the transfer syntax that Tyde decodes itself.
    PLUGIN_NOT_NEEDED,
    /// `{0}` the plug-in, `{1}` what went wrong.
    PLUGIN_BROKEN,
    /// `{0}` the variable that would hold it.
    NO_CACHE_PHRASE,
    /// The key store holds no key of a cache.
    NO_CACHE_KEY,
    /// What the key store holds is no key of a cache.
    CACHE_KEY_DAMAGED,
    /// There is no display to open windows on.
    NO_DISPLAY,
    /// `{0}` the step, `{1}` what went wrong.
    TOUR_FAILED,
    /// A window that was asked for by voice has given its key to another.
    WINDOW_OF_ANOTHER
}
