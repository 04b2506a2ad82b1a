package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.access.AccessReason;
import org.tyde.access.KeptInMemory;
import org.tyde.access.OpenIdCredentials;
import org.tyde.access.TokenServer;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Login;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A study fetched with a person's sign-in, before an archive that checks every token and proof.
class TokenInUseTest {
    private final JobRunner runner = new JobRunner(1);
    private TokenServer server;
    private FaultyArchive archive;

    @BeforeEach
    void begin() throws Exception {
        server = new TokenServer();
        archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            if (server.admits(exchange))
                                FaultyArchive.say(
                                        exchange,
                                        200,
                                        "multipart/related; boundary=b",
                                        "--b\r\n\r\none\r\n--b--\r\n");
                        });
    }

    @AfterEach
    void end() {
        archive.close();
        server.close();
        runner.close();
    }

    private OpenIdCredentials signedIn() throws Refusal {
        var login =
                new Login.OpenId(
                        server.issuer(),
                        TokenServer.CLIENT,
                        List.of("openid"),
                        server.dpop,
                        Optional.empty());
        var credentials =
                new OpenIdCredentials(
                        login,
                        Optional.empty(),
                        Optional.empty(),
                        new KeptInMemory(),
                        runner,
                        InstantSource.system());
        credentials.signIn(server.person(), Duration.ofSeconds(5), JobContext.NONE);
        return credentials;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTokenThatEndsInTheMiddleOfAStudyIsRenewedOnce(boolean dpop) throws Exception {
        server.dpop = dpop;
        var got = new ArrayList<String>();
        try (var credentials = signedIn();
                var client =
                        new DicomwebClient(
                                Endpoint.of("test", archive.address()).with(credentials), runner)) {
            for (int series = 0; series < 4; series++) {
                if (series == 2) server.revokeAccess();
                client.wado()
                        .series(
                                "1",
                                "2." + series,
                                in ->
                                        got.add(
                                                new String(
                                                        in.readAllBytes(),
                                                        java.nio.charset.StandardCharsets
                                                                .US_ASCII)),
                                JobContext.NONE);
            }
        }
        assertEquals(List.of("one", "one", "one", "one"), got);
        assertEquals(1, server.renewals.get());
        assertEquals(5, archive.requests());
    }

    @Test
    void theArchivesNonceCostsOneRequest() throws Exception {
        server.dpop = true;
        try (var credentials = signedIn();
                var client =
                        new DicomwebClient(
                                Endpoint.of("test", archive.address()).with(credentials), runner)) {
            server.proofs.ask("of the archive");
            for (int i = 0; i < 3; i++)
                client.wado().series("1", "2", in -> in.readAllBytes(), JobContext.NONE);
            assertEquals(4, archive.requests());
            assertEquals(0, server.renewals.get());
        }
    }

    @Test
    void aSignInThatIsOverEndsTheStudyWithASentence() throws Exception {
        try (var credentials = signedIn();
                var client =
                        new DicomwebClient(
                                Endpoint.of("test", archive.address()).with(credentials), runner)) {
            client.wado().series("1", "2", in -> in.readAllBytes(), JobContext.NONE);
            server.revokeAll();
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () ->
                                    client.wado()
                                            .series(
                                                    "1",
                                                    "3",
                                                    in -> in.readAllBytes(),
                                                    JobContext.NONE));
            assertEquals(AccessReason.SIGN_IN_OVER, refusal.reason());
        }
    }
}
