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

/// The side that is connected to.
public final class TlsServer {
    private final Optional<Trust> clients;
    private final SSLContext context;

    private TlsServer(Identity own, Optional<Trust> clients) {
        this.clients = clients;
        var trust =
                clients.map(t -> new TrustManager[] {t.manager()})
                        .orElse(new TrustManager[] {Trust.nobody()});
        context = TlsProfile.context(new KeyManager[] {own.manager()}, trust);
        this.own = own;
    }

    private final Identity own;

    /// @param own certificate and key
    /// @return for anyone who connects
    public static TlsServer of(Identity own) {
        return new TlsServer(own, Optional.empty());
    }

    /// @param trusted who vouches for clients
    /// @return for those only that show a certificate
    public TlsServer demanding(Trust trusted) {
        return new TlsServer(own, Optional.of(trusted));
    }

    /// @return for other servers, together with [#parameters()]
    public SSLContext context() {
        return context;
    }

    /// @return protocols, cipher suites in our order, and whether a certificate is demanded
    public SSLParameters parameters() {
        var parameters = TlsProfile.parameters();
        parameters.setUseCipherSuitesOrder(true);
        if (clients.isPresent()) parameters.setNeedClientAuth(true);
        return parameters;
    }

    /// @param accepted a connection that nothing was read from yet
    /// @param longest the handshake may take between two reads
    /// @return the same connection, encrypted
    /// @throws IOException where the handshake fails; [TlsFailure] has the sentence
    public Socket over(Socket accepted, Duration longest) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(accepted, null, true);
        return TlsProfile.handshake(socket, parameters(), longest);
    }
}
