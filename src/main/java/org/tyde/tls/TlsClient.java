package org.tyde.tls;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// The side that connects. The name of the host is always checked against its certificate.
public final class TlsClient {
    private final Trust trust;
    private final Optional<Identity> identity;
    private final SSLContext context;

    private TlsClient(Trust trust, Optional<Identity> identity) {
        this.trust = trust;
        this.identity = identity;
        var keys = identity.map(i -> new KeyManager[] {i.manager()}).orElse(new KeyManager[0]);
        context = TlsProfile.context(keys, new TrustManager[] {trust.manager()});
    }

    /// @param trust whose certificates are believed
    /// @return without a certificate of our own
    public static TlsClient of(Trust trust) {
        return new TlsClient(trust, Optional.empty());
    }

    /// @param own shown where the other side asks for it
    /// @return with it
    public TlsClient withIdentity(Identity own) {
        return new TlsClient(trust, Optional.of(own));
    }

    /// @return for other clients, together with [#parameters()]
    public SSLContext context() {
        return context;
    }

    /// @return protocols, cipher suites and the check of the host's name
    public SSLParameters parameters() {
        var parameters = TlsProfile.parameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    /// @return whether there is a certificate of our own
    public boolean hasIdentity() {
        return identity.isPresent();
    }

    /// @param connected a connection that nothing was sent over yet
    /// @param host whose certificate is expected
    /// @param port of it
    /// @param longest the handshake may take between two reads
    /// @return the same connection, encrypted
    /// @throws IOException where the handshake fails; [TlsFailure] has the sentence
    public Socket over(Socket connected, String host, int port, Duration longest)
            throws IOException {
        var socket =
                (SSLSocket) context.getSocketFactory().createSocket(connected, host, port, true);
        return TlsProfile.handshake(socket, parameters(), longest);
    }
}
