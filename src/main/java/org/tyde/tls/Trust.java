package org.tyde.tls;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Whose certificates are believed.
public final class Trust {
    private final KeyStore authorities;
    private final List<X509CRL> revoked;

    private Trust(KeyStore authorities, List<X509CRL> revoked) {
        this.authorities = authorities;
        this.revoked = revoked;
    }

    /// @return the authorities of the operating system where it keeps them in a file or store that can be read, else
    ///     those of the JDK
    /// @throws Refusal where they cannot be read
    public static Trust ofSystem() throws Refusal {
        return new Trust(SystemAuthorities.read(), List.of());
    }

    /// @param file certificates of authorities in PEM, one or several
    /// @return them alone
    /// @throws Refusal where it cannot be read or holds none
    public static Trust ofPem(Path file) throws Refusal {
        return of(Pem.certificates(file));
    }

    /// @param certificates of authorities
    /// @return them alone
    public static Trust of(List<X509Certificate> certificates) {
        return new Trust(store(certificates), List.of());
    }

    /// @param file a list of certificates that were called back (CRL), in PEM or DER
    /// @return refusing those, and those of which the list says nothing
    /// @throws Refusal where it cannot be read
    public Trust withRevocationList(Path file) throws Refusal {
        return new Trust(authorities, Pem.revocations(file));
    }

    static KeyStore store(List<X509Certificate> certificates) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++)
                store.setCertificateEntry("authority-" + i, certificates.get(i));
            return store;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Believes no one: for a server that asks for no certificate.
    static X509ExtendedTrustManager nobody() {
        return of(List.of()).manager();
    }

    X509ExtendedTrustManager manager() {
        try {
            var factory = TrustManagerFactory.getInstance("PKIX");
            if (revoked.isEmpty()) factory.init(authorities);
            else factory.init(new CertPathTrustManagerParameters(parameters()));
            return new CheckedTrust(
                    Stream.of(factory.getTrustManagers())
                            .flatMap(Trust::extended)
                            .findFirst()
                            .orElseThrow());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<X509ExtendedTrustManager> extended(TrustManager one) {
        return one instanceof X509ExtendedTrustManager extended
                ? Stream.of(extended)
                : Stream.empty();
    }

    private PKIXBuilderParameters parameters() throws GeneralSecurityException {
        var parameters = new PKIXBuilderParameters(authorities, new X509CertSelector());
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(revoked)));
        var checker =
                (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(
                EnumSet.of(
                        PKIXRevocationChecker.Option.PREFER_CRLS,
                        PKIXRevocationChecker.Option.NO_FALLBACK));
        parameters.addCertPathChecker(checker);
        return parameters;
    }
}
