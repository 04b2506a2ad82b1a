package org.tyde.speech.hid;

import org.tyde.refusal.Reason;

/// Why a hand microphone or pedal, or what it says, is refused.
public enum HidReason implements Reason {
    /// `{0}` bytes there were, `{1}` bytes the device's reports have.
    SHORT_REPORT,
    /// `{0}` what the loader said.
    NO_LIBRARY
}
