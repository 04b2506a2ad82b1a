package org.tyde.store.seal;

import org.tyde.refusal.Refusal;

import javax.crypto.SecretKey;

/// Where the master key of a cache comes from: the system's key store, or a pass phrase. It wraps the keys
/// that content is sealed with, and nothing else.
public interface KeySource {
    /// @param salt 32 bytes that lie beside the wrapped keys; a key store needs none
    /// @param rounds as [#rounds] said when the keys were wrapped
    /// @return the master key, 256 bits for AES; the same for the same arguments
    /// @throws Refusal it cannot be had
    SecretKey key(byte[] salt, int rounds) throws Refusal;

    /// @return how many rounds of derivation new wrappings take; 0 where the key is not derived
    int rounds();
}
