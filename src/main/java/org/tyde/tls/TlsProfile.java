package org.tyde.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// What both sides have in common: the BCP 195 TLS profile (PS3.15 B.12; RFC 8996, RFC 9325), of it only cipher suites
/// with forward secrecy and authenticated encryption.
final class TlsProfile {
    /// RFC 9325 3.1.1.
    static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /// RFC 9325 4.2, RFC 8446 B.4.
    static final List<String> SUITES =
            List.of(
                    "TLS_AES_256_GCM_SHA384",
                    "TLS_AES_128_GCM_SHA256",
                    "TLS_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private TlsProfile() {}

    static SSLContext context(KeyManager[] keys, TrustManager[] trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static SSLParameters parameters() {
        return new SSLParameters(SUITES.toArray(String[]::new), PROTOCOLS.toArray(String[]::new));
    }

    /// @return after the handshake
    static Socket handshake(SSLSocket socket, SSLParameters parameters, Duration longest)
            throws IOException {
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(Math.clamp(longest.toMillis(), 1, Integer.MAX_VALUE));
        socket.startHandshake();
        return socket;
    }
}
