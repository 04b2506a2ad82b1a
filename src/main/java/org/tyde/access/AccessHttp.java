package org.tyde.access;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

import org.tyde.refusal.Refusal;
import org.tyde.tls.TlsClient;
import org.tyde.tls.TlsFailure;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Messages to a sign-in service and their answers: small, soon, to the address that was asked, and
/// encrypted but on this machine.
final class AccessHttp implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int LONGEST = 1 << 20;

    private final HttpClient http;
    private final String service;

    AccessHttp(String service, Optional<TlsClient> tls, JobRunner runner) {
        this.service = service;
        var builder =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(Redirect.NEVER)
                        .executor(runner.executor());
        tls.ifPresent(t -> builder.sslContext(t.context()).sslParameters(t.parameters()));
        http = builder.build();
    }

    /// @return the address, when it keeps secrets
    static URI secure(String service, URI address) throws Refusal {
        boolean loopback =
                "http".equals(address.getScheme())
                        && List.of("127.0.0.1", "localhost", "[::1]")
                                .contains(String.valueOf(address.getHost()));
        if (!loopback && !"https".equals(address.getScheme()))
            throw new Refusal(AccessReason.PLAIN_ADDRESS, service, address);
        return address;
    }

    HTTPResponse get(URI address) throws Refusal {
        return send(new HTTPRequest(HTTPRequest.Method.GET, address));
    }

    HTTPResponse send(HTTPRequest request) throws Refusal {
        var builder = HttpRequest.newBuilder(secure(service, request.getURI())).timeout(ANSWER);
        request.getHeaderMap()
                .forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
        builder.method(request.getMethod().name(), body(request));
        try {
            var answer = http.send(builder.build(), BodyHandlers.ofInputStream());
            try (var in = answer.body()) {
                var bytes = in.readNBytes(LONGEST + 1);
                if (bytes.length > LONGEST)
                    throw new Refusal(AccessReason.TOO_LARGE, service, LONGEST);
                var response = new HTTPResponse(answer.statusCode());
                answer.headers()
                        .map()
                        .forEach(
                                (n, values) ->
                                        response.setHeader(n, values.toArray(String[]::new)));
                response.setBody(new String(bytes, StandardCharsets.UTF_8));
                return response;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (Refusal known) {
            throw known;
        } catch (IOException dead) {
            throw TlsFailure.of(service, dead)
                    .orElseGet(() -> new Refusal(AccessReason.NO_ANSWER, service).because(dead));
        }
    }

    private static BodyPublisher body(HTTPRequest request) {
        return Optional.ofNullable(request.getBody())
                .map(BodyPublishers::ofString)
                .orElseGet(BodyPublishers::noBody);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
