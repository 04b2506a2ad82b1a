package org.tyde.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.refusal.Refusal;
import org.tyde.tls.TestAuthority.Issued;
import org.tyde.tls.TestAuthority.Wish;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;

/// Clients that a server of ours does not serve, and what each side says of it.
class RefusedClientsTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir static Path folder = Path.of("");

    private static final JobRunner RUNNER = new JobRunner(1);
    private static TestAuthority hospital = TestAuthority.none();
    private static TestAuthority stranger = TestAuthority.none();
    private static Issued shown = new Issued(Path.of(""), Path.of(""));

    @BeforeAll
    static void authorities() throws Exception {
        hospital = TestAuthority.in(folder, "hospital");
        stranger = TestAuthority.in(folder, "stranger");
        shown = hospital.issue(Wish.of("server", "DNS:localhost"));
    }

    @AfterAll
    static void stop() {
        RUNNER.close();
    }

    /// What a client does once it is connected.
    @FunctionalInterface
    private interface Client {
        void use(Socket socket, int port) throws IOException;
    }

    private static IOException refused(TlsServer server, Client client) throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var serving =
                    RUNNER.waiting(
                            "server",
                            _ -> {
                                try (var socket = server.over(listening.accept(), LONGEST)) {
                                    return socket.getInputStream().read();
                                }
                            });
            try (var socket =
                    new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
                client.use(socket, listening.getLocalPort());
            } catch (IOException alsoHere) {
                // what the client sees is asked apart
            }
            return assertThrows(Refusal.class, serving::await);
        }
    }

    private static TlsReason reason(TlsServer server, Client client) throws Exception {
        var failure = refused(server, client);
        var refusal =
                TlsFailure.of("a client", failure).orElseThrow(() -> new AssertionError(failure));
        assertTrue(refusal.getMessage().contains("a client"), refusal.getMessage());
        return (TlsReason) refusal.reason();
    }

    private static TlsServer demanding() throws Exception {
        return TlsServer.of(shown.identity()).demanding(hospital.trust());
    }

    private static Client showing(Issued own) throws Exception {
        var client = TlsClient.of(hospital.trust()).withIdentity(own.identity());
        return (socket, port) -> exchange(client, socket, port);
    }

    private static void exchange(TlsClient client, Socket socket, int port) throws IOException {
        try (var encrypted = client.over(socket, "localhost", port, LONGEST)) {
            encrypted.getOutputStream().write(1);
            encrypted.getInputStream().read();
        }
    }

    @Test
    void oneThatShowsNoCertificate() throws Exception {
        assertEquals(
                TlsReason.CERTIFICATE_DEMANDED,
                reason(
                        demanding(),
                        (socket, port) -> exchange(TlsClient.of(hospital.trust()), socket, port)));
    }

    @Test
    void oneOfAnAuthorityThatIsNotTrusted() throws Exception {
        assertEquals(
                TlsReason.UNKNOWN_AUTHORITY,
                reason(demanding(), showing(stranger.issue(Wish.of("foreign", "")))));
    }

    @Test
    void oneWhoseCertificateHasExpired() throws Exception {
        var own =
                hospital.issue(Wish.of("late", "").valid(Duration.ofDays(-2), Duration.ofDays(-1)));
        assertEquals(TlsReason.EXPIRED, reason(demanding(), showing(own)));
    }

    @Test
    void oneWhoseCertificateWasCalledBack() throws Exception {
        var own = hospital.issue(Wish.of("stolen", ""));
        hospital.revoke(own);
        var trust = hospital.trust().withRevocationList(hospital.revocations("3600"));
        assertEquals(
                TlsReason.REVOKED,
                reason(TlsServer.of(shown.identity()).demanding(trust), showing(own)));
    }

    @Test
    void oneWhoseCertificateIsForServersAlone() throws Exception {
        var own = hospital.issue(Wish.of("serveronly", "").with("extendedKeyUsage=serverAuth"));
        assertEquals(TlsReason.WRONG_USE, reason(demanding(), showing(own)));
    }

    @Test
    void oneThatSpeaksPlainDicom() throws Exception {
        assertEquals(
                TlsReason.NOT_TLS,
                reason(
                        TlsServer.of(shown.identity()),
                        (socket, _) -> {
                            socket.getOutputStream().write(new byte[] {1, 0, 0, 0, 0, 68, 0, 1});
                            socket.getOutputStream().write(new byte[100]);
                            socket.getInputStream().read();
                        }));
    }

    @Test
    void oneThatSpeaksHttp() throws Exception {
        assertEquals(
                TlsReason.NOT_TLS,
                reason(
                        TlsServer.of(shown.identity()),
                        (socket, _) ->
                                socket.getOutputStream()
                                        .write(
                                                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                                        .getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void oneThatClosesAtOnce() throws Exception {
        assertEquals(
                TlsReason.BROKEN_OFF,
                reason(TlsServer.of(shown.identity()), (socket, _) -> socket.close()));
    }

    @Test
    void aClientLearnsThatItsCertificateIsRefused() throws Exception {
        var own = stranger.issue(Wish.of("refused", ""));
        var client = TlsClient.of(hospital.trust()).withIdentity(own.identity());
        try (var server =
                OpensslServer.start(
                        shown,
                        "-CAfile",
                        hospital.certificate().toString(),
                        "-Verify",
                        "1",
                        "-verify_return_error")) {
            var failure =
                    assertThrows(
                            IOException.class,
                            () -> {
                                try (var socket =
                                        new Socket(
                                                InetAddress.getLoopbackAddress(), server.port())) {
                                    exchange(client, socket, server.port());
                                }
                            });
            assertEquals(
                    TlsReason.CERTIFICATE_REFUSED,
                    TlsFailure.of("the archive", failure).orElseThrow().reason());
        }
    }

    @Test
    void oneOfTheHospitalIsServed() throws Exception {
        var own = hospital.issue(Wish.of("workstation", ""));
        try (var server =
                        OpensslServer.start(
                                shown,
                                "-CAfile",
                                hospital.certificate().toString(),
                                "-Verify",
                                "1",
                                "-verify_return_error",
                                "-rev");
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                var encrypted =
                        TlsClient.of(hospital.trust())
                                .withIdentity(own.identity())
                                .over(socket, "localhost", server.port(), LONGEST)) {
            encrypted.getOutputStream().write("abc\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals('c', encrypted.getInputStream().read());
        }
    }

    @Test
    void oneThatNegotiatesAnewInTheMiddle() throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = TlsServer.of(shown.identity());
            var serving =
                    RUNNER.waiting(
                            "server",
                            _ -> {
                                try (var socket = server.over(listening.accept(), LONGEST)) {
                                    return new String(
                                            socket.getInputStream().readAllBytes(),
                                            StandardCharsets.US_ASCII);
                                }
                            });
            var client =
                    new ProcessBuilder(
                                    Programs.require("openssl").toString(),
                                    "s_client",
                                    "-tls1_2",
                                    "-connect",
                                    "127.0.0.1:" + listening.getLocalPort())
                            .redirectErrorStream(true)
                            .start();
            try (var words = client.outputWriter()) {
                words.write("R\n"); // s_client takes it as an order to negotiate anew
                words.flush();
                var refusal = assertThrows(Refusal.class, serving::await);
                assertTrue(TlsFailure.of("a client", refusal).isPresent());
            } finally {
                client.destroy();
                client.onExit().join();
            }
        }
    }

    /// A ClientHello (RFC 5246 7.4.1.2) laid out by hand: no library of today says such things.
    private static byte[] hello(int version, int suite) {
        var extensions = hex("000a000400020017" + "000d000a00080403080404010501");
        var body = ByteBuffer.allocate(512);
        body.putShort((short) version).put(new byte[32]).put((byte) 0);
        body.putShort((short) 2).putShort((short) suite).put(new byte[] {1, 0});
        body.putShort((short) extensions.length).put(extensions);
        int length = body.position();
        var record = ByteBuffer.allocate(length + 9);
        record.put((byte) 0x16).putShort((short) 0x0301).putShort((short) (length + 4));
        record.putInt(0x01000000 | length).put(body.array(), 0, length);
        return record.array();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static TlsReason greeted(int version, int suite) throws Exception {
        return reason(
                TlsServer.of(shown.identity()),
                (socket, _) -> {
                    socket.getOutputStream().write(hello(version, suite));
                    var alert = socket.getInputStream().readNBytes(7);
                    assertEquals(0x15, alert[0]);
                    assertEquals(2, alert[5], "fatal");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "0002, no encryption",
        "0003, export",
        "0005, RC4",
        "000a, 3DES",
        "c012, 3DES with forward secrecy",
        "002f, CBC and no forward secrecy",
        "009c, no forward secrecy",
        "c013, CBC",
        "c009, CBC",
        "009e, finite-field Diffie-Hellman",
        "0034, nobody vouches",
        "0041, not of the profile"
    })
    void oneThatOffersOnlyASuiteThatIsTooWeak(String suite, String why) throws Exception {
        assertEquals(TlsReason.NO_COMMON_CIPHER, greeted(0x0303, Integer.parseInt(suite, 16)), why);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0300, 0x0301, 0x0302})
    void oneThatIsTooOld(int version) throws Exception {
        assertEquals(TlsReason.NO_COMMON_PROTOCOL, greeted(version, 0xc02b));
    }
}
