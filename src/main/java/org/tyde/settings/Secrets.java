package org.tyde.settings;

import org.tyde.refusal.Refusal;

import java.util.Optional;

/// Where passwords, tokens and keys are kept: never in a file that can be read without the user.
/// Thread-safe; may wait for the user to unlock the key store, so never for the JavaFX thread. Whoever is
/// given a secret overwrites it when it is used.
public interface Secrets {
    /// Who keeps them.
    enum Kind {
        /// The desktop's Secret Service (GNOME Keyring, KWallet, ...), by libsecret.
        SECRET_SERVICE,
        /// The Credential Manager of Windows.
        WINDOWS_CREDENTIALS,
        /// The Keychain of macOS.
        KEYCHAIN,
        /// Tyde's own file, locked by a pass phrase: where there is none of the above.
        LOCKED_FILE
    }

    /// @return who keeps them
    Kind kind();

    /// @param name of a secret
    /// @return it, empty where there is none by that name
    /// @throws Refusal the key store is locked or fails
    Optional<char[]> read(String name) throws Refusal;

    /// @param name of a secret, at most 200 characters
    /// @param secret at most 32,000 characters; replaces the one before
    /// @throws Refusal the key store is locked, fails, or has no room for it
    void write(String name, char[] secret) throws Refusal;

    /// @param name of a secret; absent is fine
    /// @throws Refusal the key store is locked or fails
    void delete(String name) throws Refusal;

    /// @return what must be given first, empty where the system sees to that itself
    default Optional<Lock> lock() {
        return Optional.empty();
    }

    /// A pass phrase that opens them.
    interface Lock {
        /// @return whether a pass phrase has been chosen before
        boolean exists();

        /// @return whether the pass phrase is still to be given
        boolean locked();

        /// Opens them; the first pass phrase given is the one from then on. Takes a second.
        ///
        /// @param passPhrase the caller's to overwrite
        /// @throws Refusal too short for a first one, or not the right one
        void unlock(char[] passPhrase) throws Refusal;
    }

    /// @param reference from the settings
    /// @return what it names
    /// @throws Refusal there is nothing by that name, or the key store is locked or fails
    default char[] of(SecretRef reference) throws Refusal {
        return switch (reference) {
            case SecretRef.Stored(var name) ->
                    read(name).orElseThrow(() -> new Refusal(SettingsReason.NO_SECRET, name));
            case SecretRef.Environment(var variable) ->
                    Optional.ofNullable(System.getenv(variable))
                            .map(String::toCharArray)
                            .orElseThrow(() -> new Refusal(SettingsReason.NO_VARIABLE, variable));
        };
    }
}
