package org.tyde.settings;

import org.tyde.refusal.Reason;

/// Why configuration or a home is refused.
public enum SettingsReason implements Reason {
    /// `{0}` the file.
    NOT_JSON,
    /// `{0}` the file, `{1}` its version, `{2}` the version understood.
    NEWER_VERSION,
    /// `{0}` the file, `{1}` the key, `{2}` what stands there.
    WRONG_VALUE,
    /// `{0}` the folder.
    IN_USE,
    /// `{0}` the folder.
    NOT_WRITABLE,
    /// `{0}` the name of a secret.
    NO_SECRET,
    /// `{0}` a variable of the environment.
    NO_VARIABLE
}
