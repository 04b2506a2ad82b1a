package org.tyde.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.tls.TestAuthority.Issued;
import org.tyde.tls.TestAuthority.Wish;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/// Servers that a client of ours does not talk to, each with its sentence.
class RefusedServersTest {
    private static final String HERE = "DNS:localhost,IP:127.0.0.1";
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir static Path folder = Path.of("");

    private static final JobRunner RUNNER = new JobRunner(1);
    private static TestAuthority hospital = TestAuthority.none();
    private static TestAuthority stranger = TestAuthority.none();

    @BeforeAll
    static void authorities() throws Exception {
        hospital = TestAuthority.in(folder, "hospital");
        stranger = TestAuthority.in(folder, "stranger");
    }

    @AfterAll
    static void stop() {
        RUNNER.close();
    }

    private static void connect(TlsServer server, TlsClient client, String host)
            throws IOException {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RUNNER.waiting(
                    "server",
                    _ -> {
                        try (var socket = server.over(listening.accept(), LONGEST)) {
                            return socket.getInputStream().read();
                        }
                    });
            try (var socket =
                            new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort());
                    var encrypted = client.over(socket, host, listening.getLocalPort(), LONGEST)) {
                encrypted.getOutputStream().write(1);
            }
        }
    }

    private static Refusal refused(TlsClient client, Issued shown, String host) throws Exception {
        var server = TlsServer.of(shown.identity());
        var failure = assertThrows(IOException.class, () -> connect(server, client, host));
        var refusal =
                TlsFailure.of("the archive", failure)
                        .orElseThrow(() -> new AssertionError(failure));
        assertTrue(refusal.getMessage().contains("the archive"), refusal.getMessage());
        return refusal;
    }

    private static TlsReason reason(Issued shown) throws Exception {
        return reason(TlsClient.of(hospital.trust()), shown, "localhost");
    }

    private static TlsReason reason(TlsClient client, Issued shown, String host) throws Exception {
        return (TlsReason) refused(client, shown, host).reason();
    }

    @Test
    void oneOfTheHospitalIsBelieved() throws Exception {
        var good = hospital.issue(Wish.of("good", HERE));
        connect(TlsServer.of(good.identity()), TlsClient.of(hospital.trust()), "localhost");
        connect(TlsServer.of(good.identity()), TlsClient.of(hospital.trust()), "127.0.0.1");
    }

    @Test
    void oneByAnAuthorityOfTheHospitalsIsBelievedWithItsChain() throws Exception {
        var radiology = hospital.intermediate("radiology");
        var leaf = radiology.issue(Wish.of("scanner", HERE));
        connect(
                TlsServer.of(radiology.withChain(leaf).identity()),
                TlsClient.of(hospital.trust()),
                "localhost");
        assertEquals(TlsReason.UNKNOWN_AUTHORITY, reason(leaf));
    }

    @Test
    void expired() throws Exception {
        var shown =
                hospital.issue(
                        Wish.of("expired", HERE).valid(Duration.ofDays(-2), Duration.ofDays(-1)));
        var refusal = refused(TlsClient.of(hospital.trust()), shown, "localhost");
        assertEquals(TlsReason.EXPIRED, refusal.reason());
        assertTrue(refusal.getMessage().matches(".*\\d\\d\\.\\d\\d\\.20\\d\\d.*"));
    }

    @Test
    void notYetValid() throws Exception {
        var shown =
                hospital.issue(
                        Wish.of("early", HERE).valid(Duration.ofHours(20), Duration.ofDays(1)));
        assertEquals(TlsReason.NOT_YET_VALID, reason(shown));
    }

    @Test
    void anotherHost() throws Exception {
        var refusal =
                refused(
                        TlsClient.of(hospital.trust()),
                        hospital.issue(Wish.of("other", "DNS:pacs.example,DNS:ris.example")),
                        "localhost");
        assertEquals(TlsReason.WRONG_HOST, refusal.reason());
        assertTrue(refusal.getMessage().contains("pacs.example, ris.example"));
        assertTrue(refusal.getMessage().contains("localhost"));
    }

    @Test
    void anAddressThatTheCertificateDoesNotName() throws Exception {
        var shown = hospital.issue(Wish.of("nameonly", "DNS:localhost"));
        assertEquals(
                TlsReason.WRONG_HOST, reason(TlsClient.of(hospital.trust()), shown, "127.0.0.1"));
    }

    @Test
    void aWildcardThatWouldHaveToSpanTwoLabels() throws Exception {
        var shown = hospital.issue(Wish.of("wild", "DNS:*.example"));
        assertEquals(
                TlsReason.WRONG_HOST, reason(TlsClient.of(hospital.trust()), shown, "a.b.example"));
    }

    @Test
    void theCommonNameDoesNotCountBesideOtherNames() throws Exception {
        var shown = hospital.issue(Wish.of("localhost", "DNS:pacs.example"));
        assertEquals(TlsReason.WRONG_HOST, reason(shown));
    }

    @Test
    void selfSigned() throws Exception {
        var alone = TestAuthority.in(folder, "alone");
        var shown = new Issued(alone.certificate(), folder.resolve("alone.key"));
        assertEquals(TlsReason.SELF_SIGNED, reason(shown));
    }

    @Test
    void ofAnAuthorityThatIsNotTrusted() throws Exception {
        var refusal =
                refused(
                        TlsClient.of(hospital.trust()),
                        stranger.issue(Wish.of("strange", HERE)),
                        "localhost");
        assertEquals(TlsReason.UNKNOWN_AUTHORITY, refusal.reason());
        assertTrue(refusal.getMessage().contains("CN=stranger"), refusal.getMessage());
    }

    @Test
    void ofNoAuthorityOfTheOperatingSystem() throws Exception {
        var shown = hospital.issue(Wish.of("private", HERE));
        assertEquals(
                TlsReason.UNKNOWN_AUTHORITY,
                reason(TlsClient.of(Trust.ofSystem()), shown, "localhost"));
    }

    @Test
    void signedByOneThatIsNoAuthority() throws Exception {
        var leaf = hospital.issue(Wish.of("leaf", HERE));
        var pretender = hospital.pretending(leaf, "pretender");
        var shown = pretender.withChain(pretender.issue(Wish.of("false", HERE)));
        assertEquals(TlsReason.WRONG_USE, reason(shown));
    }

    @Test
    void calledBack() throws Exception {
        var shown = hospital.issue(Wish.of("lost", HERE));
        hospital.revoke(shown);
        var trust = hospital.trust().withRevocationList(hospital.revocations("3600"));
        assertEquals(TlsReason.REVOKED, reason(TlsClient.of(trust), shown, "localhost"));
        var kept = hospital.issue(Wish.of("kept", HERE));
        connect(TlsServer.of(kept.identity()), TlsClient.of(trust), "localhost");
    }

    @Test
    void ofAnAuthorityWhoseListIsNotHere() throws Exception {
        var list = stranger.revocations("3600");
        var shown = hospital.issue(Wish.of("unlisted", HERE));
        assertEquals(
                TlsReason.REVOCATION_UNKNOWN,
                reason(
                        TlsClient.of(hospital.trust().withRevocationList(list)),
                        shown,
                        "localhost"));
    }

    @Test
    void aKeyThatIsTooShort() throws Exception {
        var shown = hospital.issue(Wish.of("short", HERE).withKey("rsa:1024"));
        assertEquals(TlsReason.WEAK, reason(shown));
    }

    @Test
    void aSignatureBySha1() throws Exception {
        var rsa = hospital.issue(Wish.of("sha1", HERE).withDigest("sha1").withKey("rsa:2048"));
        assertEquals(TlsReason.WEAK, reason(rsa));
    }

    @Test
    void madeForClientsAlone() throws Exception {
        var shown = hospital.issue(Wish.of("clientonly", HERE).with("extendedKeyUsage=clientAuth"));
        assertEquals(TlsReason.WRONG_USE, reason(shown));
    }

    @Test
    void outsideWhatItsAuthorityMayName() throws Exception {
        var narrow =
                hospital.issue(
                        Wish.of("narrow", "")
                                .with("basicConstraints=critical,CA:TRUE")
                                .with("nameConstraints=critical,permitted;DNS:example"));
        var authority = hospital.pretending(narrow, "narrow");
        var shown = authority.withChain(authority.issue(Wish.of("outside", HERE)));
        assertEquals(TlsReason.BROKEN_CHAIN, reason(shown));
    }

    @Test
    void ofAnAuthorityThatHasExpired() throws Exception {
        var old = TestAuthority.in(folder, "old", Duration.ofHours(-1));
        var shown = old.issue(Wish.of("ofold", HERE));
        var client = TlsClient.of(old.trust());
        var refusal = refused(client, old.withChain(shown), "localhost");
        assertEquals(TlsReason.AUTHORITY_EXPIRED, refusal.reason());
        assertTrue(refusal.getMessage().contains("CN=old"), refusal.getMessage());
    }
}
