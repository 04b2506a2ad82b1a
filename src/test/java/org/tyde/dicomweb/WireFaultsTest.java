package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Fault;
import org.tyde.Fault.Way;
import org.tyde.FaultProxy;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A line to an archive that is well, and fails.
class WireFaultsTest {
    private static final int PART = 10_000;
    private static final String MULTIPART =
            "multipart/related; type=\"application/dicom\"; boundary=b";

    private final JobRunner runner = new JobRunner(1);
    private final List<Integer> parts = new ArrayList<>();
    private FaultyArchive archive;
    private FaultProxy line;
    private DicomwebClient client;

    @BeforeEach
    void begin() throws Exception {
        archive = new FaultyArchive((exchange, _) -> answer(exchange));
        line = FaultProxy.before(archive.port());
        var address = "http://127.0.0.1:" + line.port() + "/dicom-web";
        client =
                new DicomwebClient(
                        Endpoint.of("test", address).patient(Duration.ofSeconds(1)), runner);
    }

    @AfterEach
    void end() throws IOException {
        client.close();
        line.close();
        archive.close();
        runner.close();
    }

    /// A search finds one study; a study has three parts.
    private static void answer(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().contains("/studies/1.2")) {
            FaultyArchive.say(exchange, 200, "application/dicom+json", "[{}]");
            return;
        }
        var body = new StringBuilder();
        for (int i = 0; i < 3; i++)
            body.append("--b\r\n\r\n").append("x".repeat(PART)).append("\r\n");
        FaultyArchive.say(exchange, 200, MULTIPART, body + "--b--\r\n");
    }

    private int found() throws Refusal {
        return client.qido().studies(QidoQuery.ALL, JobContext.NONE).size();
    }

    private Reason searching() {
        return assertThrows(Refusal.class, this::found).reason();
    }

    private void fetch() throws Refusal {
        client.wado().study("1.2", in -> parts.add(in.readAllBytes().length), JobContext.NONE);
    }

    private Reason fetching() {
        return assertThrows(Refusal.class, this::fetch).reason();
    }

    @Test
    void aRefusedConnectionIsTriedAgain() throws Exception {
        line.refuse();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                Thread.sleep(200);
                                line.open();
                            } catch (IOException | InterruptedException impossible) {
                                throw new IllegalStateException(impossible);
                            }
                        });
        assertEquals(1, found());
    }

    @Test
    void aBlackHoleIsUnreachableInTime() throws Exception {
        line.blackHole();
        assertEquals(DicomwebReason.UNREACHABLE, searching());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20})
    void aResetBeforeTheHeadersIsTriedAgain(int at) throws Exception {
        line.script(Fault.reset(Way.ANSWER, at), Fault.NONE);
        assertEquals(1, found());
        assertEquals(2, line.connections());
    }

    @Test
    void aResetBeforeTheHeadersThatGoesOnIsSaidSo() {
        line.script(Fault.reset(Way.ANSWER, 0));
        assertEquals(DicomwebReason.BROKEN_OFF, searching());
    }

    @Test
    void aResetAfterTheHeadersIsSaidSo() {
        line.script(Fault.reset(Way.ANSWER, headers()));
        assertEquals(DicomwebReason.BROKEN_OFF, fetching());
        assertEquals(List.of(), parts);
    }

    private int headers() {
        return 150; // of the JDK's server: at most so many bytes, at least with its Date
    }

    @Test
    void aResetWithinAPartKeepsTheWholeParts() {
        line.script(Fault.reset(Way.ANSWER, headers() + 2 * PART));
        assertEquals(DicomwebReason.BROKEN_OFF, fetching());
        assertEquals(List.of(PART), parts);
    }

    @Test
    void oneByteASecondIsAsGoodAsNone() {
        line.script(Fault.trickle(Way.ANSWER, headers() + PART));
        assertEquals(DicomwebReason.STALLED, fetching());
    }

    @Test
    void oneByteASecondBeforeTheHeadersEndIsNoAnswer() {
        line.script(Fault.trickle(Way.ANSWER, 10));
        assertEquals(DicomwebReason.NO_ANSWER, searching());
    }

    @Test
    void aStallWithinAPartEndsAndKeepsTheWholeParts() {
        line.script(Fault.stall(Way.ANSWER, headers() + 2 * PART));
        assertEquals(DicomwebReason.STALLED, fetching());
        assertEquals(List.of(PART), parts);
    }

    @Test
    void aPauseShorterThanPatienceIsWaitedFor() throws Exception {
        line.script(Fault.stall(Way.ANSWER, headers() + PART, Duration.ofMillis(500)));
        fetch();
        assertEquals(List.of(PART, PART, PART), parts);
    }

    @Test
    void aSlowLineThatGoesOnIsWaitedFor() throws Exception {
        line.script(Fault.throttle(Way.ANSWER, 120_000));
        fetch();
        assertEquals(List.of(PART, PART, PART), parts);
    }

    @ParameterizedTest
    @CsvSource({"ANSWER, 10150, BROKEN_OFF", "ANSWER, 0, BROKEN_OFF", "REQUEST, 10, NO_ANSWER"})
    void halfAConnectionIsNoConnection(Way way, int at, DicomwebReason reason) {
        line.script(Fault.halfClose(way, at));
        var said = fetching();
        assertTrue(said == reason || said == DicomwebReason.BROKEN_OFF, said.toString());
    }

    @Test
    void requestsThatGetLostAreNoAnswer() {
        line.script(Fault.swallow(Way.REQUEST, 0));
        assertEquals(DicomwebReason.NO_ANSWER, searching());
    }

    @Test
    void aChangedBoundaryIsSaidSo() {
        line.script(Fault.corrupt(Way.ANSWER, headers() + PART + 20, 0x20));
        try {
            fetch();
        } catch (Refusal refusal) {
            assertEquals(DicomwebReason.BROKEN_MULTIPART, refusal.reason());
        }
        assertTrue(parts.size() <= 3);
    }

    @Test
    void oneConnectionServesManyRequests() throws Exception {
        for (int i = 0; i < 5; i++) {
            found();
            fetch();
        }
        assertEquals(1, line.connections());
    }

    @Test
    void aConnectionThatDiedInBetweenIsReplaced() throws Exception {
        found();
        line.cut();
        assertEquals(1, found());
        assertEquals(2, line.connections());
    }

    @Test
    void chunksWithoutAnEndKeepTheWholeParts() throws Exception {
        var answer =
                "HTTP/1.1 200 OK\r\nContent-Type: "
                        + MULTIPART
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "11\r\n--b\r\n\r\none\r\n--b\r\n";
        try (var raw = RawArchive.saying(answer);
                var other = new DicomwebClient(Endpoint.of("raw", raw.address()), runner)) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () ->
                                    other.wado()
                                            .study(
                                                    "1.2",
                                                    in -> parts.add(in.readAllBytes().length),
                                                    JobContext.NONE));
            assertEquals(DicomwebReason.BROKEN_OFF, refusal.reason());
            assertEquals(List.of(3), parts);
        }
    }

    @Test
    void aLastChunkThatIsMissingCostsNothing() throws Exception {
        var body = "--b\r\n\r\none\r\n--b--\r\n";
        var answer =
                "HTTP/1.1 200 OK\r\nContent-Type: "
                        + MULTIPART
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(body.length())
                        + "\r\n"
                        + body
                        + "\r\n";
        try (var raw = RawArchive.saying(answer);
                var other = new DicomwebClient(Endpoint.of("raw", raw.address()), runner)) {
            other.wado().study("1.2", in -> parts.add(in.readAllBytes().length), JobContext.NONE);
            assertEquals(List.of(3), parts);
        }
    }

    @Test
    void chunksForEverAreCutAtTheLimit() throws Exception {
        var raw =
                new RawArchive(
                        socket -> {
                            var out = socket.getOutputStream();
                            write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
                            write(out, "Transfer-Encoding: chunked\r\n\r\n1\r\n[\r\n");
                            var blanks = new byte[1 << 20];
                            java.util.Arrays.fill(blanks, (byte) ' ');
                            for (int i = 0; i < 1000; i++) {
                                write(out, "100000\r\n");
                                out.write(blanks);
                                write(out, "\r\n");
                            }
                        });
        try (raw;
                var other = new DicomwebClient(Endpoint.of("raw", raw.address()), runner)) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () -> other.qido().studies(QidoQuery.ALL, JobContext.NONE));
            assertEquals(DicomwebReason.TOO_LARGE, refusal.reason());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-x\r\n",
                "HTTP/1.1 999999 Strange\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n[{",
                "\u0000\u0001\u0002"
            })
    void whatIsNoHttpIsABrokenConnection(String answer) throws Exception {
        try (var raw = RawArchive.saying(answer);
                var other =
                        new DicomwebClient(
                                Endpoint.of("raw", raw.address()).patient(Duration.ofSeconds(2)),
                                runner)) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () -> other.qido().studies(QidoQuery.ALL, JobContext.NONE));
            assertTrue(
                    List.of(
                                    DicomwebReason.BROKEN_OFF,
                                    DicomwebReason.NOT_DICOMWEB,
                                    DicomwebReason.FAILED_THERE)
                            .contains(refusal.reason()),
                    refusal.reason().name());
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
