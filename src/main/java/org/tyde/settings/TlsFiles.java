package org.tyde.settings;

import java.nio.file.Path;
import java.util.Optional;

/// Whom Tyde trusts and what it shows of itself inside TLS (PS3.15 Annex B).
///
/// @param trusted PEM file with the authorities that sign the other side's certificate; empty: those of
///     the operating system
/// @param keyStore PKCS #12 file with Tyde's own certificate and key; empty: none is shown
/// @param password of the key store; empty: none
public record TlsFiles(
        Optional<Path> trusted, Optional<Path> keyStore, Optional<SecretRef> password) {
    /// The operating system's authorities, no certificate of our own.
    public static final TlsFiles USUAL =
            new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty());
}
