package org.tyde.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.tls.TestAuthority.Issued;
import org.tyde.tls.TestAuthority.Wish;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// Servers whose TLS is too old or too weak, or that speak none.
class RefusedProtocolsTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String HERE = "DNS:localhost,IP:127.0.0.1";

    @TempDir static Path folder = Path.of("");

    private static final JobRunner RUNNER = new JobRunner(1);
    private static TestAuthority hospital = TestAuthority.none();
    private static Issued shown = new Issued(Path.of(""), Path.of(""));

    @BeforeAll
    static void authority() throws Exception {
        hospital = TestAuthority.in(folder, "hospital");
        shown = hospital.issue(Wish.of("server", HERE).withKey("rsa:2048"));
    }

    @AfterAll
    static void stop() {
        RUNNER.close();
    }

    private static void connect(int port, Duration longest) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var encrypted =
                        TlsClient.of(hospital.trust()).over(socket, "localhost", port, longest)) {
            encrypted.getOutputStream().write(1);
        }
    }

    private static TlsReason refused(String... options) throws Exception {
        try (var server = OpensslServer.start(shown, options)) {
            var failure = assertThrows(IOException.class, () -> connect(server.port(), LONGEST));
            return reason(failure);
        }
    }

    private static TlsReason reason(IOException failure) {
        return (TlsReason)
                TlsFailure.of("the archive", failure)
                        .orElseThrow(() -> new AssertionError(failure))
                        .reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1", "-tls1_1"})
    void versionsThatAreTooOld(String version) throws Exception {
        assertEquals(TlsReason.NO_COMMON_PROTOCOL, refused(version, "-cipher", "ALL:@SECLEVEL=0"));
    }

    @ParameterizedTest
    @CsvSource({
        "AES128-GCM-SHA256, no forward secrecy",
        "AES128-SHA, neither forward secrecy nor authenticated encryption",
        "ECDHE-RSA-AES128-SHA, no authenticated encryption",
        "ECDHE-RSA-AES256-SHA384, no authenticated encryption",
        "DHE-RSA-AES256-GCM-SHA384, groups that nobody negotiated",
        "CAMELLIA128-SHA, not of the profile",
        "ECDHE-RSA-NULL-SHA, no encryption",
        "AECDH-AES128-SHA, nobody vouches",
        "AES128-CCM8, a short tag"
    })
    void cipherSuitesThatAreTooWeak(String suite, String why) throws Exception {
        assertEquals(
                TlsReason.NO_COMMON_CIPHER,
                refused("-tls1_2", "-cipher", suite + ":@SECLEVEL=0"),
                why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ECDHE-RSA-AES128-GCM-SHA256",
                "ECDHE-RSA-AES256-GCM-SHA384",
                "ECDHE-RSA-CHACHA20-POLY1305"
            })
    void suitesOfTheProfileAreSpoken(String suite) throws Exception {
        try (var server = OpensslServer.start(shown, "-tls1_2", "-cipher", suite)) {
            connect(server.port(), LONGEST);
        }
        try (var server = OpensslServer.start(shown, "-tls1_3")) {
            connect(server.port(), LONGEST);
        }
    }

    @Test
    void aServerThatDemandsACertificateOfOurs() throws Exception {
        assertEquals(
                TlsReason.CERTIFICATE_DEMANDED,
                refusedAfterwards("-tls1_3", "-Verify", "1", "-verify_return_error"));
    }

    /// In TLS 1.3 the answer to our certificate comes with the first bytes we read.
    private static TlsReason refusedAfterwards(String... options) throws Exception {
        try (var server = OpensslServer.start(shown, options)) {
            return reason(
                    assertThrows(
                            IOException.class,
                            () -> {
                                try (var socket =
                                                new Socket(
                                                        InetAddress.getLoopbackAddress(),
                                                        server.port());
                                        var encrypted =
                                                TlsClient.of(hospital.trust())
                                                        .over(
                                                                socket,
                                                                "localhost",
                                                                server.port(),
                                                                LONGEST)) {
                                    encrypted.getInputStream().read();
                                }
                            }));
        }
    }

    @Test
    void aServerThatSpeaksPlainly() throws Exception {
        assertEquals(TlsReason.NOT_TLS, answering("HTTP/1.1 400 Bad Request\r\n\r\n"));
    }

    @Test
    void aServerThatClosesAtOnce() throws Exception {
        assertEquals(TlsReason.BROKEN_OFF, answering(""));
    }

    private static TlsReason answering(String text) throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RUNNER.waiting(
                    "server",
                    _ -> {
                        try (var socket = listening.accept()) {
                            int first = socket.getInputStream().read(new byte[4096]);
                            socket.getOutputStream()
                                    .write(text.getBytes(StandardCharsets.US_ASCII));
                            return first;
                        }
                    });
            return reason(
                    assertThrows(
                            IOException.class, () -> connect(listening.getLocalPort(), LONGEST)));
        }
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForForEver() throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThrows(
                    IOException.class,
                    () -> connect(listening.getLocalPort(), Duration.ofMillis(100)));
        }
    }
}
