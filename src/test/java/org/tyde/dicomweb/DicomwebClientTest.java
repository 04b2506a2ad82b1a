package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.access.FixedCredentials;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.Outcome;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

class DicomwebClientTest {
    private static final String MULTIPART =
            "multipart/related; type=\"application/dicom\"; boundary=b";
    private final JobRunner runner = new JobRunner(1);

    @AfterEach
    void end() {
        runner.close();
    }

    private DicomwebClient client(String address) throws Refusal {
        return new DicomwebClient(
                Endpoint.of("test", address).patient(Duration.ofSeconds(2)), runner);
    }

    private Reason searching(FaultyArchive archive) throws Refusal {
        try (archive;
                var client = client(archive.address())) {
            return assertThrows(
                            Refusal.class,
                            () -> client.qido().studies(QidoQuery.ALL, JobContext.NONE))
                    .reason();
        }
    }

    private Reason fetching(FaultyArchive archive, ArrayList<String> got) throws Refusal {
        try (archive;
                var client = client(archive.address())) {
            return assertThrows(
                            Refusal.class,
                            () ->
                                    client.wado()
                                            .study(
                                                    "1.2",
                                                    in ->
                                                            got.add(
                                                                    new String(
                                                                            in.readAllBytes(),
                                                                            java.nio.charset
                                                                                    .StandardCharsets
                                                                                    .US_ASCII)),
                                                    JobContext.NONE))
                    .reason();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, WHO_ASKS", "403, FORBIDDEN", "404, NOT_FOUND", "406, NO_COMMON_FORM",
        "429, BUSY", "503, BUSY", "500, FAILED_THERE", "502, FAILED_THERE",
        "400, REFUSED_THERE", "413, TOO_MUCH_AT_ONCE", "407, PROXY_ASKS", "410, NOT_FOUND"
    })
    void everyStatusIsOneSentence(int status, DicomwebReason reason) throws Exception {
        assertEquals(reason, searching(FaultyArchive.saying(status, "text/plain", "no")));
    }

    @Test
    void aPageOfHtmlIsNoArchive() throws Exception {
        var reason = searching(FaultyArchive.saying(200, "text/html", "<html>Log in</html>"));
        assertEquals(DicomwebReason.NOT_DICOMWEB, reason);
        var got = new ArrayList<String>();
        assertEquals(
                DicomwebReason.NOT_DICOMWEB,
                fetching(FaultyArchive.saying(200, "text/html", "<html>Log in</html>"), got));
        assertEquals(0, got.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{", "{\"a\"", "17", "nonsense"})
    void brokenJsonIsSaidSo(String body) throws Exception {
        assertEquals(
                DicomwebReason.BROKEN_JSON,
                searching(FaultyArchive.saying(200, "application/dicom+json", body)));
    }

    @Test
    void nothingFoundIsAnEmptyList() throws Exception {
        for (var archive :
                new FaultyArchive[] {
                    FaultyArchive.saying(204, "", ""),
                    FaultyArchive.saying(200, "application/dicom+json", "[]")
                })
            try (archive;
                    var client = client(archive.address())) {
                assertTrue(client.qido().studies(QidoQuery.ALL, JobContext.NONE).isEmpty());
            }
    }

    @Test
    void aDeadArchiveIsUnreachable() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (var client = client("http://127.0.0.1:" + port + "/dicom-web")) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () -> client.qido().studies(QidoQuery.ALL, JobContext.NONE));
            assertEquals(DicomwebReason.UNREACHABLE, refusal.reason());
            assertEquals("The archive test cannot be reached.", refusal.getMessage());
        }
    }

    @Test
    void anUnknownHostIsUnreachable() throws Exception {
        try (var client = client("http://no-such-host.invalid/dicom-web")) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () -> client.qido().studies(QidoQuery.ALL, JobContext.NONE));
            assertEquals(DicomwebReason.UNREACHABLE, refusal.reason());
        }
    }

    @Test
    void silenceBeforeTheAnswerEnds() throws Exception {
        var archive = new FaultyArchive((_, _) -> Thread.sleep(20_000));
        assertEquals(DicomwebReason.NO_ANSWER, searching(archive));
    }

    @Test
    void silenceWithinTheAnswerEndsAndKeepsWhatCame() throws Exception {
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            exchange.getResponseHeaders().set("Content-Type", MULTIPART);
                            exchange.sendResponseHeaders(200, 0);
                            var out = exchange.getResponseBody();
                            out.write(
                                    "--b\r\n\r\none\r\n--b\r\n\r\ntw"
                                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                            out.flush();
                            Thread.sleep(20_000);
                        });
        var got = new ArrayList<String>();
        assertEquals(DicomwebReason.STALLED, fetching(archive, got));
        assertEquals("one", got.getFirst());
    }

    @Test
    void anAnswerThatBreaksOffKeepsWhatCame() throws Exception {
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            exchange.getResponseHeaders().set("Content-Type", MULTIPART);
                            exchange.sendResponseHeaders(200, 100_000);
                            exchange.getResponseBody()
                                    .write(
                                            "--b\r\n\r\none\r\n--b\r\n\r\ntw"
                                                    .getBytes(
                                                            java.nio.charset.StandardCharsets
                                                                    .US_ASCII));
                            exchange.getResponseBody().flush();
                        });
        var got = new ArrayList<String>();
        assertEquals(DicomwebReason.BROKEN_OFF, fetching(archive, got));
        assertEquals(1, got.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--b\r\n\r\none", "nothing of the kind", "--b"})
    void brokenMultipartIsSaidSo(String body) throws Exception {
        assertEquals(
                DicomwebReason.BROKEN_MULTIPART,
                fetching(FaultyArchive.saying(200, MULTIPART, body), new ArrayList<>()));
    }

    @Test
    void aMissingBoundaryIsSaidSo() throws Exception {
        var archive = FaultyArchive.saying(200, "multipart/related", "--b\r\n\r\none\r\n--b--");
        assertEquals(DicomwebReason.BROKEN_MULTIPART, fetching(archive, new ArrayList<>()));
    }

    @Test
    void aBusyArchiveIsAskedAgain() throws Exception {
        var archive =
                new FaultyArchive(
                        (exchange, request) -> {
                            exchange.getResponseHeaders().set("Retry-After", "0");
                            if (request < 3) FaultyArchive.say(exchange, 503, "text/plain", "busy");
                            else FaultyArchive.say(exchange, 200, "application/dicom+json", "[{}]");
                        });
        try (archive;
                var client = client(archive.address())) {
            assertEquals(1, client.qido().studies(QidoQuery.ALL, JobContext.NONE).size());
            assertEquals(3, archive.requests());
        }
    }

    @Test
    void aRefusalIsNotAskedAgain() throws Exception {
        var archive = FaultyArchive.saying(403, "text/plain", "no");
        try (archive;
                var client = client(archive.address())) {
            assertThrows(
                    Refusal.class, () -> client.qido().studies(QidoQuery.ALL, JobContext.NONE));
            assertEquals(1, archive.requests());
        }
    }

    @Test
    void cancellingEndsAWaitingRead() throws Exception {
        var arrived = new CountDownLatch(1);
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            exchange.getResponseHeaders().set("Content-Type", MULTIPART);
                            exchange.sendResponseHeaders(200, 0);
                            exchange.getResponseBody()
                                    .write(
                                            "--b\r\n\r\non"
                                                    .getBytes(
                                                            java.nio.charset.StandardCharsets
                                                                    .US_ASCII));
                            exchange.getResponseBody().flush();
                            arrived.countDown();
                            Thread.sleep(20_000);
                        });
        try (archive;
                var client = new DicomwebClient(Endpoint.of("test", archive.address()), runner)) {
            var job =
                    runner.waiting("test", j -> client.wado().study("1.2", InputStreams::drain, j));
            arrived.await();
            Thread.sleep(100);
            long began = System.nanoTime();
            job.cancel();
            assertThrows(Refusal.class, job::await);
            assertTrue(job.outcome().orElseThrow() instanceof Outcome.Cancelled<Integer>);
            assertTrue(System.nanoTime() - began < 3_000_000_000L);
        }
    }

    private static final class InputStreams {
        static void drain(java.io.InputStream in) throws IOException {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    @Test
    void aCancelledJobAsksNothing() throws Exception {
        var archive = FaultyArchive.saying(204, "", "");
        var cancelled =
                new JobContext() {
                    @Override
                    public void progress(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        try (archive;
                var client = client(archive.address())) {
            assertThrows(
                    CancellationException.class,
                    () -> client.qido().studies(QidoQuery.ALL, cancelled));
            assertEquals(0, archive.requests());
        }
    }

    @Test
    void whoAsksIsSaidAnewEachTimeAndFollowsNoRedirection() throws Exception {
        var said = new AtomicReference<>("");
        var elsewhere =
                new FaultyArchive(
                        (exchange, _) -> {
                            said.set(
                                    "elsewhere "
                                            + exchange.getRequestHeaders().get("Authorization"));
                            FaultyArchive.say(exchange, 204, "", "");
                        });
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            said.set(exchange.getRequestHeaders().getFirst("Authorization"));
                            exchange.getResponseHeaders().set("Location", elsewhere.address());
                            exchange.sendResponseHeaders(302, -1);
                        });
        var endpoint =
                Endpoint.of("test", archive.address())
                        .with(FixedCredentials.bearer("x"::toCharArray));
        try (archive;
                elsewhere;
                var client = new DicomwebClient(endpoint, runner)) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () -> client.qido().studies(QidoQuery.ALL, JobContext.NONE));
            assertEquals(DicomwebReason.REDIRECTED_ELSEWHERE, refusal.reason());
            assertEquals("Bearer x", said.get());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://x/y",
                "http://",
                "not an address",
                "http://u:p@h/x",
                "http://h/?q"
            })
    void whatIsNoAddressIsRefused(String address) {
        var refusal = assertThrows(Refusal.class, () -> Endpoint.of("x", address));
        assertEquals(DicomwebReason.BAD_ADDRESS, refusal.reason());
    }

    @Test
    void aUidCannotClimbOutOfThePath() throws Exception {
        var endpoint = Endpoint.of("x", "http://h/dicom-web/");
        assertEquals(
                "http://h/dicom-web/studies/%20/series/a%2Fb%3F%23",
                endpoint.at("studies", "..", "series", "a/b?#").toString());
        assertFalse(endpoint.at("studies", "æ").toString().contains("æ"));
    }
}
