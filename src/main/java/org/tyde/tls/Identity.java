package org.tyde.tls;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.net.ssl.X509ExtendedKeyManager;

/// Who we are: a private key and the certificates that vouch for it. Passwords are asked for once and wiped.
public final class Identity {
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private Identity(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    /// @param file a PKCS#12 store; its first private key is taken
    /// @param password asked for once, wiped after
    /// @return its key and certificates
    /// @throws Refusal where it cannot be read, or holds no key
    public static Identity ofPkcs12(Path file, Supplier<char[]> password) throws Refusal {
        var name = String.valueOf(file.getFileName());
        var secret = password.get();
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            for (var alias : Collections.list(store.aliases())) {
                if (!store.isKeyEntry(alias)) continue;
                if (store.getKey(alias, secret) instanceof PrivateKey key)
                    return checked(name, key, x509(store.getCertificateChain(alias)));
            }
            throw new Refusal(TlsReason.NO_KEY, name);
        } catch (Refusal known) {
            throw known;
        } catch (IOException failed) {
            boolean wrong = failed.getCause() instanceof UnrecoverableKeyException;
            throw new Refusal(wrong ? TlsReason.WRONG_PASSWORD : TlsReason.UNREADABLE, name)
                    .because(failed);
        } catch (GeneralSecurityException failed) {
            throw new Refusal(TlsReason.UNREADABLE, name).because(failed);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /// @param certificates in PEM, ours first, then those that vouch for it
    /// @param key in PEM (PKCS#8, also encrypted; PKCS#1 for RSA)
    /// @param password asked for once where the key is encrypted, wiped after
    /// @return them
    /// @throws Refusal where they cannot be read or do not belong together
    public static Identity ofPem(Path certificates, Path key, Supplier<char[]> password)
            throws Refusal {
        return checked(
                String.valueOf(key.getFileName()),
                PemKey.read(key, password),
                Pem.certificates(certificates));
    }

    private static Identity checked(String name, PrivateKey key, List<X509Certificate> chain)
            throws Refusal {
        if (chain.isEmpty()) throw new Refusal(TlsReason.NO_CERTIFICATE, name);
        if (!PemKey.belongs(key, chain.getFirst().getPublicKey()))
            throw new Refusal(TlsReason.KEY_MISMATCH, name);
        return new Identity(key, chain);
    }

    private static List<X509Certificate> x509(Certificate[] chain) {
        return Stream.of(chain).map(X509Certificate.class::cast).toList();
    }

    /// @return ours, and those that vouch for it
    public List<X509Certificate> certificates() {
        return chain;
    }

    X509ExtendedKeyManager manager() {
        return new OwnKey(key, chain);
    }
}
