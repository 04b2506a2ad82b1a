package org.tyde.tls;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The authorities that the operating system trusts, where a hospital adds its own; else those of the JDK.
final class SystemAuthorities {
    private static final List<Path> FILES =
            List.of(
                    Path.of("/etc/ssl/certs/ca-certificates.crt"),
                    Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
                    Path.of("/etc/ssl/ca-bundle.pem"));

    private SystemAuthorities() {}

    static KeyStore read() throws Refusal {
        var name = String.valueOf(System.getProperty("os.name")).toLowerCase(Locale.ROOT);
        if (name.contains("win")) return store("Windows-ROOT");
        if (name.contains("mac")) return store("KeychainStore-ROOT");
        for (var file : FILES)
            if (Files.isReadable(file)) return Trust.store(Pem.certificates(file));
        return jdk();
    }

    private static KeyStore store(String type) throws Refusal {
        try {
            var store = KeyStore.getInstance(type);
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException failed) {
            throw new Refusal(TlsReason.UNREADABLE, type).because(failed);
        }
    }

    private static KeyStore jdk() throws Refusal {
        var file =
                Path.of(
                        Optional.ofNullable(System.getProperty("java.home")).orElse(""),
                        "lib",
                        "security",
                        "cacerts");
        try {
            return KeyStore.getInstance(file.toFile(), (char[]) null);
        } catch (GeneralSecurityException | IOException failed) {
            throw new Refusal(TlsReason.UNREADABLE, file.toString()).because(failed);
        }
    }
}
