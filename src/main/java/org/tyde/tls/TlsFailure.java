package org.tyde.tls;

import org.tyde.refusal.Refusal;

import java.util.Optional;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

/// The sentence of a handshake that was refused.
public final class TlsFailure {
    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

    private TlsFailure() {}

    /// @param peer its name
    /// @param failure of a connection, or what it was the cause of
    /// @return why, where TLS is what failed
    public static Optional<Refusal> of(String peer, Throwable failure) {
        for (var one = failure; one != null; one = one.getCause())
            if (one instanceof Refusal known && known.reason() instanceof TlsReason reason)
                return Optional.of(named(peer, reason, known));
        return ChainFault.cause(failure, SSLException.class)
                .map(ssl -> refusal(peer, ssl).because(failure));
    }

    private static Refusal named(String peer, TlsReason reason, Refusal known) {
        var arguments = known.arguments().toArray();
        arguments[0] = peer;
        var named = new Refusal(reason, arguments);
        known.rule().ifPresent(named::withRule);
        named.because(known);
        return named;
    }

    private static Refusal refusal(String peer, SSLException failure) {
        var message = String.valueOf(failure.getMessage());
        var alert = ALERT.matcher(message);
        if (alert.find()) return ofAlert(peer, alert.group(1));
        if (message.contains("Unsupported or unrecognized SSL message")
                || message.contains("plaintext connection"))
            return new Refusal(TlsReason.NOT_TLS, peer);
        if (message.contains("(protocol_version)")
                || message.contains("protocol version")
                || message.contains("protocol is disabled")
                || message.contains("selected protocol"))
            return new Refusal(TlsReason.NO_COMMON_PROTOCOL, peer);
        if (message.contains("cipher suites in common") || message.contains("cipher suite"))
            return new Refusal(TlsReason.NO_COMMON_CIPHER, peer);
        if (message.contains("Empty client certificate chain")
                || message.contains("Empty server certificate chain"))
            return new Refusal(TlsReason.CERTIFICATE_DEMANDED, peer);
        if (message.contains("terminated the handshake") || message.contains("closed connection"))
            return new Refusal(TlsReason.BROKEN_OFF, peer);
        return new Refusal(TlsReason.FAILED, peer, message);
    }

    /// RFC 8446 6.2.
    private static Refusal ofAlert(String peer, String alert) {
        return switch (alert) {
            case "protocol_version" -> new Refusal(TlsReason.NO_COMMON_PROTOCOL, peer);
            case "handshake_failure", "insufficient_security" ->
                    new Refusal(TlsReason.NO_COMMON_CIPHER, peer);
            case "certificate_required" -> new Refusal(TlsReason.CERTIFICATE_DEMANDED, peer);
            case "bad_certificate",
                    "unsupported_certificate",
                    "certificate_revoked",
                    "certificate_expired",
                    "certificate_unknown",
                    "unknown_ca",
                    "access_denied" ->
                    new Refusal(TlsReason.CERTIFICATE_REFUSED, peer, alert);
            default -> new Refusal(TlsReason.REFUSED_THERE, peer, alert);
        };
    }
}
