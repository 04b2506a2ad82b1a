package org.tyde.dicomweb;

import org.tyde.work.JobRunner;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;

/// A connection to one archive, with its three services. Thread-safe; one per archive for the life of
/// the program, so that connections are used again.
public final class DicomwebClient implements AutoCloseable {
    private final HttpClient http;
    private final StallWatch watch;
    private final Exchange exchange;

    /// @param endpoint where it is
    /// @param runner waits for it
    public DicomwebClient(Endpoint endpoint, JobRunner runner) {
        var builder =
                HttpClient.newBuilder()
                        .version(version(endpoint))
                        .connectTimeout(endpoint.connect())
                        .followRedirects(Redirect.NEVER) // Redirection knows when
                        .executor(runner.executor());
        endpoint.tls()
                .ifPresent(t -> builder.sslContext(t.context()).sslParameters(t.parameters()));
        endpoint.proxy().ifPresent(p -> builder.proxy(ProxySelector.of(p)));
        http = builder.build();
        watch = new StallWatch(runner);
        exchange = new Exchange(http, endpoint, watch);
    }

    /// Over TLS the two agree on HTTP/2 where both can; without, an upgrade would cost every first request
    /// a detour.
    private static Version version(Endpoint endpoint) {
        return endpoint.base().getScheme().equals("https") ? Version.HTTP_2 : Version.HTTP_1_1;
    }

    /// @return where it is
    public Endpoint endpoint() {
        return exchange.endpoint();
    }

    /// @return the search service
    public QidoClient qido() {
        return new QidoClient(exchange);
    }

    /// @return the retrieve service
    public WadoClient wado() {
        return new WadoClient(exchange);
    }

    /// @return the store service
    public StowClient stow() {
        return new StowClient(exchange);
    }

    @Override
    public void close() {
        http.shutdownNow();
        watch.close();
    }
}
