package org.tyde.ui;

import org.tyde.refusal.Reason;

/// Why the screen's own tables are refused.
public enum UiReason implements Reason {
    /// `{0}` the line, `{1}` what stands there.
    KEYMAP
}
