package org.tyde.dictation;

import org.tyde.refusal.Reason;

/// Why dictation is refused.
public enum DictationReason implements Reason {
    /// There is no report to dictate into.
    NO_REPORT,
    /// The trial model hears a synthetic voice only; the microphone has not been switched on for trial.
    LIVE_TRIAL_OFF,
    /// `{0}` a file of replacements, or of what was learned, that cannot be read as one.
    WORDS_UNREADABLE,
    /// `{0}` the file, `{1}` the line or row from 1, `{2}` what stands there.
    WORDS_ROW,
    /// `{0}` the file.
    WORDS_NOT_WRITTEN
}
