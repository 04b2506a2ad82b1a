package org.tyde.store.seal;

import org.tyde.refusal.Reason;

/// Why what is sealed stays closed.
public enum SealReason implements Reason {
    /// {0} the fewest characters, {1} how many there were
    PHRASE_TOO_SHORT,
    /// {0} the key file
    WRONG_KEY,
    /// {0} what was sealed with the key
    KEY_MISSING,
    /// {0} the key file
    KEYS_DAMAGED,
    /// {0} the key file, {1} its version
    KEYS_FORMAT
}
