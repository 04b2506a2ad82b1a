package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.access.Credentials;
import org.tyde.access.FixedCredentials;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Archives that answer, and wrongly.
class AnswerFaultsTest {
    private static final String JSON = "application/dicom+json";
    private final JobRunner runner = new JobRunner(1);

    @AfterEach
    void end() {
        runner.close();
    }

    private interface Asking {
        void ask(DicomwebClient client) throws Refusal;
    }

    private DicomwebClient client(FaultyArchive archive, Credentials credentials) throws Refusal {
        return new DicomwebClient(
                Endpoint.of("test", archive.address())
                        .patient(Duration.ofSeconds(3))
                        .with(credentials),
                runner);
    }

    private DicomwebReason refused(FaultyArchive archive, Asking asking) throws Refusal {
        try (archive;
                var client = client(archive, Credentials.NONE)) {
            return (DicomwebReason) assertThrows(Refusal.class, () -> asking.ask(client)).reason();
        }
    }

    private static void search(DicomwebClient client) throws Refusal {
        client.qido().studies(QidoQuery.ALL, JobContext.NONE);
    }

    private static FaultyArchive leadingTo(int status, String location) throws IOException {
        return new FaultyArchive((exchange, _) -> lead(exchange, status, location));
    }

    private static void lead(HttpExchange exchange, int status, String location)
            throws IOException {
        if (!location.isEmpty()) exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(status, -1);
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static void gzip(HttpExchange exchange, byte[] packed) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, packed.length);
        exchange.getResponseBody().write(packed);
    }

    @Test
    void aRedirectionLoopEnds() throws Exception {
        var archive = leadingTo(302, "/dicom-web/studies");
        assertEquals(
                DicomwebReason.REDIRECTED_TOO_OFTEN, refused(archive, AnswerFaultsTest::search));
        assertEquals(6, archive.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://x/y", "http://[bad", "http:nothing"})
    void aRedirectionToNowhereIsSaidSo(String location) throws Exception {
        assertEquals(
                DicomwebReason.REDIRECTED_NOWHERE,
                refused(leadingTo(307, location), AnswerFaultsTest::search));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectionOnTheSameMachineIsFollowedWithTheToken(int status) throws Exception {
        var seen = new ArrayList<String>();
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
                            if (exchange.getRequestURI().getPath().endsWith("/moved"))
                                FaultyArchive.say(exchange, 200, JSON, "[{}]");
                            else lead(exchange, status, "/moved");
                        });
        try (archive;
                var client = client(archive, FixedCredentials.bearer("x"::toCharArray))) {
            assertEquals(1, client.qido().studies(QidoQuery.ALL, JobContext.NONE).size());
            assertEquals(List.of("Bearer x", "Bearer x"), seen);
        }
    }

    @Test
    void withoutALoginAnotherMachineMayAnswer() throws Exception {
        var other = FaultyArchive.saying(200, JSON, "[{}]");
        var archive = leadingTo(302, other.address() + "/studies");
        try (archive;
                other;
                var client = client(archive, Credentials.NONE)) {
            assertEquals(1, client.qido().studies(QidoQuery.ALL, JobContext.NONE).size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://a/x, http://a/x,   true,  REDIRECTED_TO_PLAIN",
        "https://a/x, http://a/x,   false, REDIRECTED_TO_PLAIN",
        "https://a/x, https://b/x,  true,  REDIRECTED_ELSEWHERE",
        "https://a/x, https://a:1/, true,  REDIRECTED_ELSEWHERE",
        "https://a/x, https://b/x,  false, ''",
        "https://a/x, https://A:443/y, true, ''",
        "http://a/x,  https://a/y,  true,  ''",
        "http://a/x,  http://a:80/y, true, ''"
    })
    void secretsStayWhereTheyBelong(String from, String to, boolean secret, String reason)
            throws Exception {
        var credentials = secret ? FixedCredentials.bearer("x"::toCharArray) : Credentials.NONE;
        var redirection = new Redirection(Endpoint.of("test", from).with(credentials));
        var at = java.net.URI.create(from);
        if (reason.isEmpty()) {
            assertEquals(to, redirection.next(at, Optional.of(to)).toString());
        } else {
            var refusal = assertThrows(Refusal.class, () -> redirection.next(at, Optional.of(to)));
            assertEquals(reason, refusal.reason().name());
        }
    }

    @Test
    void aSecretDoesNotLeaveTheMachineUnencrypted() throws Exception {
        var endpoint =
                Endpoint.of("test", "http://archive.invalid/dicom-web")
                        .with(FixedCredentials.bearer("x"::toCharArray));
        try (var client = new DicomwebClient(endpoint, runner)) {
            var refusal = assertThrows(Refusal.class, () -> search(client));
            assertEquals(DicomwebReason.SECRET_IN_CLEAR, refusal.reason());
        }
    }

    @Test
    void answersMayBePacked() throws Exception {
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            var accepts = exchange.getRequestHeaders().getFirst("Accept-Encoding");
                            assertEquals("gzip", accepts);
                            gzip(exchange, zipped("[{},{}]".getBytes(StandardCharsets.UTF_8)));
                        });
        try (archive;
                var client = client(archive, Credentials.NONE)) {
            assertEquals(2, client.qido().studies(QidoQuery.ALL, JobContext.NONE).size());
        }
    }

    @Test
    void aGzipBombIsRefusedInTime() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write('[');
            var blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 300; i++) out.write(blanks);
            out.write(']');
        }
        var archive = new FaultyArchive((exchange, _) -> gzip(exchange, packed.toByteArray()));
        var reason = refused(archive, AnswerFaultsTest::search);
        assertTrue(
                List.of(DicomwebReason.GZIP_BOMB, DicomwebReason.TOO_LARGE).contains(reason),
                reason.name());
    }

    @Test
    void aBombAmongTheInstancesIsRefusedInTime() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write("--b\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 400; i++) out.write(zeros);
        }
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            exchange.getResponseHeaders()
                                    .set("Content-Type", "multipart/related; boundary=b");
                            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                            exchange.sendResponseHeaders(200, packed.size());
                            packed.writeTo(exchange.getResponseBody());
                        });
        assertEquals(
                DicomwebReason.GZIP_BOMB,
                refused(
                        archive,
                        c ->
                                c.wado()
                                        .study(
                                                "1",
                                                in ->
                                                        in.transferTo(
                                                                java.io.OutputStream
                                                                        .nullOutputStream()),
                                                JobContext.NONE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 18, 25})
    void packedAnswersThatAreDamagedAreSaidSo(int length) throws Exception {
        var packed =
                java.util.Arrays.copyOf(
                        zipped(("[" + "{},".repeat(20) + "{}]").getBytes(StandardCharsets.UTF_8)),
                        length);
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            exchange.getResponseHeaders().set("Content-Type", JSON);
                            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                            exchange.sendResponseHeaders(200, 0);
                            exchange.getResponseBody().write(packed);
                        });
        assertEquals(DicomwebReason.BROKEN_GZIP, refused(archive, AnswerFaultsTest::search));
    }

    @Test
    void packedOtherwiseIsSaidSo() throws Exception {
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            exchange.getResponseHeaders().set("Content-Encoding", "br");
                            FaultyArchive.say(exchange, 200, JSON, "[]");
                        });
        assertEquals(DicomwebReason.PACKED_OTHERWISE, refused(archive, AnswerFaultsTest::search));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "image/png", "application/dicom+xml"})
    void instancesOfAnotherContentTypeAreSaidSo(String type) throws Exception {
        assertEquals(
                DicomwebReason.NOT_DICOMWEB,
                refused(
                        FaultyArchive.saying(200, type, "..."),
                        c -> c.wado().study("1", in -> in.readAllBytes(), JobContext.NONE)));
        var part = "--b\r\nContent-Type: " + type + "\r\n\r\n...\r\n--b--";
        assertEquals(
                DicomwebReason.NOT_DICOMWEB,
                refused(
                        FaultyArchive.saying(200, "multipart/related; boundary=b", part),
                        c -> c.wado().study("1", in -> in.readAllBytes(), JobContext.NONE)));
    }

    @Test
    void anotherInstanceThanOneIsRefused() throws Exception {
        var two = "--b\r\n\r\n1\r\n--b\r\n\r\n2\r\n--b--";
        assertEquals(
                DicomwebReason.OTHER_PARTS,
                refused(
                        FaultyArchive.saying(200, "multipart/related; boundary=b", two),
                        c ->
                                c.wado()
                                        .instance(
                                                "1",
                                                "2",
                                                "3",
                                                in -> in.readAllBytes(),
                                                JobContext.NONE)));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # parts as they come,  frames as handed on, refused
                    '1 2 3',               '1 2 3',             ''
                    '3 1 2',               '3 1 2',             ''
                    '- - -',               '1 2 3',             ''
                    '1 1 2',               '1',                 PART_TWICE
                    '1 2 9',               '1 2',               OTHER_PARTS
                    '1 2',                 '1 2',               OTHER_PARTS
                    '1 2 3 3',             '1 2 3',             OTHER_PARTS
                    '- - - -',             '1 2 3',             OTHER_PARTS
                    """)
    void framesAreTakenByTheirNumbersAndOnce(String come, String handed, String reason)
            throws Exception {
        var body = new StringBuilder();
        for (var one : come.split(" "))
            body.append("--b\r\nContent-Type: application/octet-stream\r\n")
                    .append(one.equals("-") ? "" : "Content-Location: /i/frames/" + one + "\r\n")
                    .append("\r\nx\r\n");
        var archive =
                FaultyArchive.saying(200, "multipart/related; boundary=b", body + "--b--\r\n");
        var got = new ArrayList<String>();
        Asking asking =
                c ->
                        c.wado()
                                .frames(
                                        "1",
                                        "2",
                                        "3",
                                        new int[] {1, 2, 3},
                                        (frame, _, _) -> got.add(String.valueOf(frame)),
                                        JobContext.NONE);
        if (reason.isEmpty())
            try (archive;
                    var client = client(archive, Credentials.NONE)) {
                asking.ask(client);
            }
        else assertEquals(reason, refused(archive, asking).name());
        assertEquals(handed, String.join(" ", got));
    }

    @Test
    void oneMissingInstanceIsOneSentenceAndNotAskedForAgain() throws Exception {
        var archive = FaultyArchive.saying(404, "text/plain", "no");
        assertEquals(
                DicomwebReason.NOT_FOUND,
                refused(
                        archive,
                        c ->
                                c.wado()
                                        .instance(
                                                "1",
                                                "2",
                                                "3",
                                                in -> in.readAllBytes(),
                                                JobContext.NONE)));
        assertEquals(1, archive.requests());
    }

    @Test
    void aConflictIsAnAnswerToStoringOnly() throws Exception {
        assertEquals(
                DicomwebReason.REFUSED_THERE,
                refused(FaultyArchive.saying(409, JSON, "[]"), AnswerFaultsTest::search));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void aFailureOnTheWayIsTriedAgain(int status) throws Exception {
        var archive =
                new FaultyArchive(
                        (exchange, request) ->
                                FaultyArchive.say(
                                        exchange, request < 2 ? status : 200, JSON, "[{}]"));
        try (archive;
                var client = client(archive, Credentials.NONE)) {
            assertEquals(1, client.qido().studies(QidoQuery.ALL, JobContext.NONE).size());
        }
    }

    @Test
    void anArchiveThatAsksForALongRestIsLeftAloneAtOnce() throws Exception {
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            exchange.getResponseHeaders().set("Retry-After", "120");
                            FaultyArchive.say(exchange, 429, "text/plain", "busy");
                        });
        try (archive;
                var client = client(archive, Credentials.NONE)) {
            var refusal = assertThrows(Refusal.class, () -> search(client));
            assertEquals(DicomwebReason.BUSY, refusal.reason());
            assertTrue(refusal.getMessage().contains("120"), refusal.getMessage());
            assertEquals(1, archive.requests());
        }
    }

    @Test
    void aDateToRetryAfterIsCountedFromTheAnswersDate() throws Exception {
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
        var archive =
                new FaultyArchive(
                        (exchange, request) -> {
                            var until = date.format(Instant.now().plusSeconds(1));
                            exchange.getResponseHeaders().set("Retry-After", until);
                            if (request < 2) FaultyArchive.say(exchange, 503, "text/plain", "busy");
                            else FaultyArchive.say(exchange, 200, JSON, "[{}]");
                        });
        try (archive;
                var client = client(archive, Credentials.NONE)) {
            assertEquals(1, client.qido().studies(QidoQuery.ALL, JobContext.NONE).size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # Retry-After,                   Date,                            seconds
                    '7',                             '',                              7
                    '0',                             '',                              0
                    'Fri, 31 Dec 1999 23:59:59 GMT', 'Fri, 31 Dec 1999 23:59:29 GMT', 30
                    'Fri, 31 Dec 1999 23:59:59 GMT', '',                              9
                    'Fri, 31 Dec 1999 23:59:00 GMT', 'Fri, 31 Dec 1999 23:59:29 GMT', 0
                    '-3',                            '',                              ''
                    'soon',                          '',                              ''
                    '9999999999999',                 '',                              ''
                    """)
    void theWaitIsReadAsRfc9110Says(String text, String date, String seconds) {
        var answer =
                HttpHeaders.of(
                        Map.of(
                                "Retry-After",
                                List.of(text),
                                "Date",
                                date.isEmpty() ? List.of() : List.of(date)),
                        (_, _) -> true);
        var now = Instant.parse("1999-12-31T23:59:50Z");
        var wait = RetryAfter.of(answer, now).map(Duration::toSeconds).map(String::valueOf);
        assertEquals(seconds, wait.orElse(""));
    }

    @Test
    void moreThanTheArchiveTakesAtOnceGoesInHalves() throws Exception {
        var sent = new ArrayList<Integer>();
        var archive =
                new FaultyArchive(
                        (exchange, body, _) -> {
                            int parts =
                                    body.split("Content-Type: application/dicom", -1).length - 1;
                            if (parts > 2) {
                                FaultyArchive.say(exchange, 413, "text/plain", "too much");
                                return;
                            }
                            sent.add(parts);
                            var stored = "{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}}";
                            var all =
                                    String.join(",", java.util.Collections.nCopies(parts, stored));
                            FaultyArchive.say(
                                    exchange,
                                    200,
                                    JSON,
                                    "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[" + all + "]}}");
                        });
        try (archive;
                var client = client(archive, Credentials.NONE)) {
            var pieces = new ArrayList<MultipartBody.Piece>();
            for (int i = 0; i < 7; i++)
                pieces.add(MultipartBody.Piece.of(MediaType.DICOM, new byte[100]));
            var receipt = client.stow().sendPieces(pieces, JobContext.NONE);
            assertEquals(7, receipt.stored().size());
            assertEquals(7, sent.stream().mapToInt(i -> i).sum());
            assertFalse(sent.contains(3));
        }
    }

    @Test
    void whatTheArchiveDoesNotMentionIsNotStored() throws Exception {
        var archive =
                FaultyArchive.saying(
                        200,
                        JSON,
                        "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}}]}}");
        try (archive;
                var client = client(archive, Credentials.NONE)) {
            var piece = MultipartBody.Piece.of(MediaType.DICOM, new byte[10]);
            var receipt = client.stow().sendPieces(List.of(piece, piece, piece), JobContext.NONE);
            assertEquals(List.of("1.2"), receipt.stored());
            assertEquals(2, receipt.failed().size());
        }
    }
}
