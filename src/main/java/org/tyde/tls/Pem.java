package org.tyde.tls;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/// Certificates and lists of those called back, in PEM or DER.
final class Pem {
    private Pem() {}

    static List<X509Certificate> certificates(Path file) throws Refusal {
        var name = String.valueOf(file.getFileName());
        try (var in = Files.newInputStream(file)) {
            var found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (found.isEmpty()) throw new Refusal(TlsReason.NO_CERTIFICATE, name);
            return found;
        } catch (Refusal known) {
            throw known;
        } catch (IOException failed) {
            throw new Refusal(TlsReason.UNREADABLE, name).because(failed);
        } catch (CertificateException failed) {
            throw new Refusal(TlsReason.NO_CERTIFICATE, name).because(failed);
        }
    }

    static List<X509CRL> revocations(Path file) throws Refusal {
        var name = String.valueOf(file.getFileName());
        try (var in = Files.newInputStream(file)) {
            var found =
                    CertificateFactory.getInstance("X.509").generateCRLs(in).stream()
                            .map(X509CRL.class::cast)
                            .toList();
            if (found.isEmpty()) throw new Refusal(TlsReason.UNREADABLE, name);
            return found;
        } catch (Refusal known) {
            throw known;
        } catch (IOException | CertificateException | CRLException failed) {
            throw new Refusal(TlsReason.UNREADABLE, name).because(failed);
        }
    }
}
