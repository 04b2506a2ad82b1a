package org.tyde.dicomweb;

import org.tyde.work.JobRunner;

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
        // a token must not follow a redirection to someone else
        var redirect =
                endpoint.authorization().equals(Endpoint.Authorization.NONE)
                        ? Redirect.NORMAL
                        : Redirect.NEVER;
        http =
                HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .connectTimeout(endpoint.connect())
                        .followRedirects(redirect)
                        .executor(runner.executor())
                        .build();
        watch = new StallWatch(runner);
        exchange = new Exchange(http, endpoint, watch);
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
