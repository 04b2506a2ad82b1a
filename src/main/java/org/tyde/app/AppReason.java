package org.tyde.app;

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
    /// `{0}` what went wrong, for us to mend.
    UNEXPECTED,
    /// Another Tyde holds the home.
    ALREADY_OPEN,
    /// There is no display to open windows on.
    NO_DISPLAY,
    /// `{0}` the step, `{1}` what went wrong.
    TOUR_FAILED
}
