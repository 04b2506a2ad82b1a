package org.tyde.tls;

import org.tyde.refusal.Refusal;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with a chain of certificates.
final class ChainFault {
    /// RFC 9325 4.5 and NIST SP 800-131A.
    private static final int SHORTEST_RSA = 2048;

    private static final int SHORTEST_EC = 224;

    /// The name stands for the peer, whom only the caller knows; [TlsFailure] puts it in.
    static final String PEER = "";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneOffset.UTC);

    private ChainFault() {}

    /// @param onlyTheHost the chain is good, but not for the host
    static Refusal of(
            X509Certificate[] chain, String host, boolean onlyTheHost, CertificateException why) {
        return reason(chain, host, onlyTheHost, why).because(why);
    }

    private static Refusal reason(
            X509Certificate[] chain, String host, boolean onlyTheHost, CertificateException why) {
        if (why instanceof Own own) return own.refusal;
        var first = chain[0];
        if (onlyTheHost && !host.isEmpty())
            return new Refusal(TlsReason.WRONG_HOST, PEER, host, String.join(", ", names(first)))
                    .withRule("RFC 6125 6.4");
        var now = Instant.now();
        for (var one : chain) {
            if (one.getNotAfter().toInstant().isBefore(now))
                return new Refusal(
                        TlsReason.EXPIRED, PEER, DAY.format(one.getNotAfter().toInstant()));
            if (one.getNotBefore().toInstant().isAfter(now))
                return new Refusal(
                        TlsReason.NOT_YET_VALID, PEER, DAY.format(one.getNotBefore().toInstant()));
        }
        var path = cause(why, CertPathValidatorException.class);
        if (path.isPresent()) {
            var reason = path.get().getReason();
            if (reason == BasicReason.REVOKED) return new Refusal(TlsReason.REVOKED, PEER);
            if (reason == BasicReason.UNDETERMINED_REVOCATION_STATUS)
                return new Refusal(TlsReason.REVOCATION_UNKNOWN, PEER);
            if (reason == BasicReason.ALGORITHM_CONSTRAINED)
                return new Refusal(TlsReason.WEAK, PEER);
            if (reason == PKIXReason.INVALID_KEY_USAGE || reason == PKIXReason.NOT_CA_CERT)
                return new Refusal(TlsReason.WRONG_USE, PEER);
        }
        if (String.valueOf(why.getMessage()).contains("usage"))
            return new Refusal(TlsReason.WRONG_USE, PEER);
        if (vouchesForItself(first)) return new Refusal(TlsReason.SELF_SIGNED, PEER);
        if (path.isEmpty() || path.get().getReason() == PKIXReason.NO_TRUST_ANCHOR)
            return new Refusal(
                    TlsReason.UNKNOWN_AUTHORITY,
                    PEER,
                    chain[chain.length - 1].getIssuerX500Principal().getName());
        return new Refusal(TlsReason.BROKEN_CHAIN, PEER);
    }

    /// @throws CertificateException where a key is shorter than the profile allows
    static void requireStrong(X509Certificate[] chain) throws CertificateException {
        for (var one : chain) {
            boolean strong =
                    switch (one.getPublicKey()) {
                        case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SHORTEST_RSA;
                        case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= SHORTEST_EC;
                        default -> true;
                    };
            // what an authority says of itself is not what makes it trusted
            boolean judged = !vouchesForItself(one);
            var signature = one.getSigAlgName().toUpperCase(Locale.ROOT);
            if (!strong || judged && (signature.contains("SHA1") || signature.contains("MD5")))
                throw new Own(new Refusal(TlsReason.WEAK, PEER).withRule("RFC 9325 4.5"));
        }
    }

    /// The JDK does not look at the dates of those it trusts.
    ///
    /// @throws CertificateException where all authorities that may have issued the chain have expired
    static void requireLivingAuthority(X509Certificate[] chain, X509Certificate[] authorities)
            throws CertificateException {
        var issuers =
                Stream.of(chain)
                        .map(X509Certificate::getIssuerX500Principal)
                        .collect(Collectors.toSet());
        var now = Instant.now();
        Optional<X509Certificate> expired = Optional.empty();
        for (var one : authorities) {
            if (!issuers.contains(one.getSubjectX500Principal())) continue;
            if (!one.getNotAfter().toInstant().isBefore(now)) return;
            expired = Optional.of(one);
        }
        if (expired.isPresent())
            throw new Own(
                    new Refusal(
                            TlsReason.AUTHORITY_EXPIRED,
                            PEER,
                            DAY.format(expired.get().getNotAfter().toInstant()),
                            expired.get().getSubjectX500Principal().getName()));
    }

    private static boolean vouchesForItself(X509Certificate one) {
        return one.getSubjectX500Principal().equals(one.getIssuerX500Principal());
    }

    private static List<String> names(X509Certificate certificate) {
        var names = new ArrayList<String>();
        try {
            Collection<List<?>> alternatives =
                    Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
            for (var one : alternatives)
                if (one.get(0).equals(2) || one.get(0).equals(7)) names.add(one.get(1).toString());
        } catch (CertificateParsingException unreadable) {
            // then the subject is all there is to tell
        }
        if (names.isEmpty()) names.add(certificate.getSubjectX500Principal().getName());
        return names;
    }

    static <T extends Throwable> Optional<T> cause(Throwable top, Class<T> type) {
        for (var one = top; one != null; one = one.getCause())
            if (type.isInstance(one)) return Optional.of(type.cast(one));
        return Optional.empty();
    }

    /// A check of ours.
    private static final class Own extends CertificateException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Own(Refusal refusal) {
            this.refusal = refusal;
        }
    }
}
