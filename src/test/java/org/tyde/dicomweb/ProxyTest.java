package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A proxy between us and the archive.
class ProxyTest {
    private final JobRunner runner = new JobRunner(1);

    @AfterEach
    void end() {
        runner.close();
    }

    private static void found(HttpExchange exchange) throws IOException {
        FaultyArchive.say(exchange, 200, "application/dicom+json", "[{}]");
    }

    @Test
    void requestsGoThroughTheProxy() throws Exception {
        var asked = new ArrayList<String>();
        var proxy =
                new FaultyArchive(
                        (exchange, _) -> {
                            asked.add(exchange.getRequestURI().toString());
                            found(exchange);
                        });
        var endpoint =
                Endpoint.of("test", "http://archive.invalid/dicom-web")
                        .through("127.0.0.1", proxy.port());
        try (proxy;
                var client = new DicomwebClient(endpoint, runner)) {
            client.qido().studies(QidoQuery.ALL.page(5, 0), JobContext.NONE);
            assertEquals("http://archive.invalid/dicom-web/studies?limit=5", asked.getFirst());
        }
    }

    @Test
    void aProxyThatWantsALoginIsSaidSo() throws Exception {
        for (var address : new String[] {"http://archive.invalid/x", "https://archive.invalid/x"}) {
            var head = List.of("HTTP/1.1 407 No", "Proxy-Authenticate: Basic", "Content-Length: 0");
            var proxy = RawArchive.saying(String.join("\r\n", head) + "\r\n\r\n");
            var endpoint = Endpoint.of("test", address).through("127.0.0.1", proxy.port());
            try (proxy;
                    var client = new DicomwebClient(endpoint, runner)) {
                var refusal =
                        assertThrows(
                                Refusal.class,
                                () -> client.qido().studies(QidoQuery.ALL, JobContext.NONE));
                assertEquals(DicomwebReason.PROXY_ASKS, refusal.reason(), address);
            }
        }
    }

    @Test
    void aProxyThatIsDeadIsUnreachable() throws Exception {
        int port;
        try (var free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var endpoint = Endpoint.of("test", "http://archive.invalid/x").through("127.0.0.1", port);
        try (var client = new DicomwebClient(endpoint, runner)) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () -> client.qido().studies(QidoQuery.ALL, JobContext.NONE));
            assertEquals(DicomwebReason.UNREACHABLE, refusal.reason());
        }
    }
}
