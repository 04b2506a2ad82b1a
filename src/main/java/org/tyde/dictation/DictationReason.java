package org.tyde.dictation;

import org.tyde.refusal.Reason;

/// Why dictation is refused.
public enum DictationReason implements Reason {
    /// There is no report to dictate into.
    NO_REPORT,
    /// The trial model hears a synthetic voice only; the microphone has not been switched on for trial.
    LIVE_TRIAL_OFF
}
