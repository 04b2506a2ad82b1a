package org.tyde.settings.vault;

import org.tyde.refusal.Reason;

/// Why a key store did not serve.
public enum VaultReason implements Reason {
    /// Tyde's own file of secrets is locked.
    LOCKED,
    /// What was typed does not open it.
    WRONG_PASS_PHRASE,
    /// `{0}` the fewest characters of a pass phrase.
    SHORT_PASS_PHRASE,
    /// `{0}` the name of a secret, `{1}` the most characters there is room for.
    TOO_LONG,
    /// `{0}` what the key store said.
    STORE_FAILED,
    /// `{0}` the file of secrets.
    FILE_UNUSABLE
}
