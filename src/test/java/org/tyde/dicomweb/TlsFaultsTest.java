package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.access.FixedCredentials;
import org.tyde.archive.NginxServer;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.tls.TestAuthority;
import org.tyde.tls.TestAuthority.Wish;
import org.tyde.tls.TlsClient;
import org.tyde.tls.TlsReason;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An archive behind nginx, over TLS.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsFaultsTest {
    private static final String JSON = "application/dicom+json";
    private final JobRunner runner = new JobRunner(1);
    private Path folder = Path.of("");
    private TestAuthority authority = TestAuthority.none();
    private TestAuthority.Issued good = new TestAuthority.Issued(folder, folder);

    @BeforeAll
    void begin(@TempDir Path temporary) throws Exception {
        folder = temporary;
        authority = TestAuthority.in(folder, "authority");
        good = authority.issue(Wish.of("good", "DNS:localhost"));
    }

    @AfterAll
    void end() {
        runner.close();
    }

    private interface Use {
        void use(NginxServer nginx, FaultyArchive archive) throws Exception;
    }

    private void behind(
            FaultyArchive.Reading behaviour, TestAuthority.Issued shown, Use use, String... more)
            throws Exception {
        try (var archive = new FaultyArchive(behaviour);
                var nginx =
                        NginxServer.start(
                                Files.createTempDirectory(folder, "nginx"),
                                archive.port(),
                                shown,
                                more)) {
            use.use(nginx, archive);
        }
    }

    private static void wellFound(
            com.sun.net.httpserver.HttpExchange exchange, String body, int request)
            throws java.io.IOException {
        FaultyArchive.say(exchange, 200, JSON, "[" + "{},".repeat(99) + "{}]");
    }

    private Endpoint endpoint(NginxServer nginx) throws java.io.IOException {
        return Endpoint.of("test", nginx.address("/dicom-web"))
                .over(TlsClient.of(authority.trust()))
                .patient(Duration.ofSeconds(5));
    }

    private int search(Endpoint endpoint) throws Refusal {
        try (var client = new DicomwebClient(endpoint, runner)) {
            return client.qido().studies(QidoQuery.ALL.page(100, 0), JobContext.NONE).size();
        }
    }

    private Reason refused(TestAuthority.Issued shown, String... more) throws Exception {
        var reason = new ArrayList<Reason>();
        behind(
                TlsFaultsTest::wellFound,
                shown,
                (nginx, archive) -> {
                    var endpoint = endpoint(nginx);
                    var refusal = assertThrows(Refusal.class, () -> search(endpoint));
                    assertTrue(refusal.getMessage().contains("test"), refusal.getMessage());
                    assertEquals(0, archive.requests());
                    reason.add(refusal.reason());
                },
                more);
        return reason.getFirst();
    }

    @Test
    void searchesGoOverHttp2AndTls13AndArePacked() throws Exception {
        behind(
                TlsFaultsTest::wellFound,
                good,
                (nginx, _) -> {
                    try (var client = new DicomwebClient(endpoint(nginx), runner)) {
                        for (int i = 0; i < 5; i++)
                            assertEquals(
                                    100,
                                    client.qido()
                                            .studies(QidoQuery.ALL.page(100, 0), JobContext.NONE)
                                            .size());
                    }
                    Set<String> connections = new HashSet<>();
                    for (var line : nginx.log()) {
                        var words = line.split(" ");
                        assertEquals("HTTP/2.0", words[0]);
                        assertEquals("gzip", words[4]);
                        assertEquals("TLSv1.3", words[5]);
                        connections.add(words[2]);
                    }
                    assertEquals(5, nginx.log().size());
                    assertEquals(1, connections.size());
                });
    }

    @Test
    void aConnectionThatIsUsedUpIsReplacedWithoutLoss() throws Exception {
        behind(
                TlsFaultsTest::wellFound,
                good,
                (nginx, _) -> {
                    try (var client = new DicomwebClient(endpoint(nginx), runner)) {
                        for (int i = 0; i < 30; i++)
                            client.qido().studies(QidoQuery.ALL.page(100, 0), JobContext.NONE);
                    }
                },
                "keepalive_requests 4;");
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        var shown =
                authority.issue(
                        Wish.of("expired", "DNS:localhost")
                                .valid(Duration.ofDays(-2), Duration.ofDays(-1)));
        assertEquals(TlsReason.EXPIRED, refused(shown));
    }

    @Test
    void anotherHostsCertificateIsRefused() throws Exception {
        var shown = authority.issue(Wish.of("other", "DNS:archive.example"));
        assertEquals(TlsReason.WRONG_HOST, refused(shown));
    }

    @Test
    void aCertificateThatVouchesForItselfIsRefused() throws Exception {
        var certificate = folder.resolve("self.pem");
        var key = folder.resolve("self.key");
        var command =
                "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
                        + " subjectAltName=DNS:localhost -out "
                        + certificate
                        + " -keyout "
                        + key;
        Programs.run(command.split(" "));
        assertEquals(TlsReason.SELF_SIGNED, refused(new TestAuthority.Issued(certificate, key)));
    }

    @Test
    void anUnknownAuthoritysCertificateIsRefused() throws Exception {
        var stranger = TestAuthority.in(Files.createTempDirectory(folder, "s"), "stranger");
        var shown = stranger.issue(Wish.of("strange", "DNS:localhost"));
        assertEquals(TlsReason.UNKNOWN_AUTHORITY, refused(shown));
    }

    @Test
    void tls10AloneIsRefused() throws Exception {
        assertEquals(
                TlsReason.NO_COMMON_PROTOCOL,
                refused(good, "ssl_protocols TLSv1;", "ssl_ciphers ALL:@SECLEVEL=0;"));
    }

    @Test
    void aCertificateThatIsDemandedIsSaidSoWhereThereIsNone() throws Exception {
        var more = "ssl_verify_client on; ssl_client_certificate " + authority.certificate() + ";";
        behind(
                TlsFaultsTest::wellFound,
                good,
                (nginx, archive) -> {
                    var endpoint = endpoint(nginx);
                    assertThrows(Refusal.class, () -> search(endpoint));
                    assertEquals(0, archive.requests());
                    var ours = authority.issue(Wish.of("tyde", "DNS:tyde"));
                    var client = TlsClient.of(authority.trust()).withIdentity(ours.identity());
                    assertEquals(100, search(endpoint.over(client)));
                },
                more);
    }

    @Test
    void aRedirectionToAnUnencryptedConnectionIsNotFollowed() throws Exception {
        behind(
                (exchange, _, _) -> {
                    exchange.getResponseHeaders().set("Location", "http://localhost:1/studies");
                    exchange.sendResponseHeaders(307, -1);
                },
                good,
                (nginx, _) -> {
                    var endpoint = endpoint(nginx);
                    var refusal = assertThrows(Refusal.class, () -> search(endpoint));
                    assertEquals(DicomwebReason.REDIRECTED_TO_PLAIN, refusal.reason());
                });
    }

    @Test
    void aNameAndPasswordOpenWhatNginxLocks() throws Exception {
        var users = folder.resolve("users");
        Files.writeString(users, "radiolog:{PLAIN}hemmelig\n");
        behind(
                TlsFaultsTest::wellFound,
                good,
                (nginx, _) -> {
                    var endpoint = endpoint(nginx);
                    var refusal = assertThrows(Refusal.class, () -> search(endpoint));
                    assertEquals(DicomwebReason.WHO_ASKS, refusal.reason());
                    var right = FixedCredentials.basic("radiolog", "hemmelig"::toCharArray);
                    assertEquals(100, search(endpoint.with(right)));
                },
                "auth_basic archive; auth_basic_user_file " + users + ";");
    }

    @Test
    void aBodyThatNginxDoesNotTakeGoesInHalves() throws Exception {
        var stored = "{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}}";
        behind(
                (exchange, body, _) -> {
                    int parts = body.split("Content-Type: application/dicom", -1).length - 1;
                    var all = String.join(",", java.util.Collections.nCopies(parts, stored));
                    FaultyArchive.say(
                            exchange,
                            200,
                            JSON,
                            "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[" + all + "]}}");
                },
                good,
                (nginx, _) -> {
                    var pieces = new ArrayList<MultipartBody.Piece>();
                    for (int i = 0; i < 12; i++)
                        pieces.add(MultipartBody.Piece.of(MediaType.DICOM, new byte[300_000]));
                    try (var client = new DicomwebClient(endpoint(nginx), runner)) {
                        var receipt = client.stow().sendPieces(pieces, JobContext.NONE);
                        assertEquals(12, receipt.stored().size());
                    }
                    assertTrue(
                            nginx.log().stream().anyMatch(l -> l.contains(" 413 ")),
                            nginx.log().toString());
                },
                "client_max_body_size 1m;");
    }

    @Test
    void anArchiveThatDiedBehindNginxIsAFailureThere() throws Exception {
        behind(
                TlsFaultsTest::wellFound,
                good,
                (nginx, archive) -> {
                    archive.close();
                    var endpoint = endpoint(nginx);
                    var refusal = assertThrows(Refusal.class, () -> search(endpoint));
                    assertEquals(DicomwebReason.FAILED_THERE, refusal.reason());
                    assertEquals(List.of(502), refusal.arguments().subList(1, 2));
                });
    }
}
