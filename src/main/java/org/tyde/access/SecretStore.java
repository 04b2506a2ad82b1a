package org.tyde.access;

import org.tyde.refusal.Refusal;

import java.util.Optional;

/// Where secrets lie from one start to the next: the operating system's key store, or nowhere.
public interface SecretStore {
    /// Keeps nothing: who signs in does so again after each start.
    SecretStore NOWHERE =
            new SecretStore() {
                @Override
                public Optional<char[]> read(String name) {
                    return Optional.empty();
                }

                @Override
                public void write(String name, char[] secret) {}

                @Override
                public void delete(String name) {}
            };

    /// @param name of the secret
    /// @return a copy that the caller wipes
    /// @throws Refusal when the store cannot be opened
    Optional<char[]> read(String name) throws Refusal;

    /// @param name of the secret
    /// @param secret kept as a copy
    /// @throws Refusal when the store cannot be opened
    void write(String name, char[] secret) throws Refusal;

    /// @param name of the secret, which need not be there
    /// @throws Refusal when the store cannot be opened
    void delete(String name) throws Refusal;
}
