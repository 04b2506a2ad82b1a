package org.tyde.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Login;
import org.tyde.settings.SecretRef;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sign-in in use, before an archive that checks every token and proof.
class OpenIdCredentialsTest {
    private final JobRunner runner = new JobRunner(1);
    private final KeptInMemory store = new KeptInMemory();
    private final HttpClient http = HttpClient.newHttpClient();
    private TokenServer server;
    private HttpServer archive;
    private Instant now = Instant.now();

    @BeforeEach
    void begin() throws Exception {
        server = new TokenServer();
        server.dpop = true;
        archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        archive.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        if (server.admits(exchange)) exchange.sendResponseHeaders(204, -1);
                    }
                });
        archive.start();
    }

    @AfterEach
    void end() {
        archive.stop(0);
        server.close();
        http.shutdownNow();
        runner.close();
    }

    private OpenIdCredentials credentials() throws Refusal {
        var key =
                server.clientKey.isPresent()
                        ? Optional.<SecretRef>of(new SecretRef.Stored("key"))
                        : Optional.<SecretRef>empty();
        var login =
                new Login.OpenId(
                        server.issuer(), TokenServer.CLIENT, List.of("openid"), server.dpop, key);
        var jwk = server.clientKey.map(k -> k.toJSONString().toCharArray());
        InstantSource clock = () -> now;
        return new OpenIdCredentials(login, jwk, Optional.empty(), store, runner, clock);
    }

    private OpenIdCredentials signedIn() throws Refusal {
        var credentials = credentials();
        credentials.signIn(server.person(), Duration.ofSeconds(5), JobContext.NONE);
        return credentials;
    }

    private URI archive(String path) {
        return URI.create("http://127.0.0.1:" + archive.getAddress().getPort() + path);
    }

    private int send(URI to, Map<String, String> headers) throws Exception {
        return answer("GET", to, headers).statusCode();
    }

    private java.net.http.HttpResponse<Void> answer(
            String method, URI to, Map<String, String> headers) throws Exception {
        var request =
                HttpRequest.newBuilder(to).method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.discarding());
    }

    /// As the archive's client asks: once more where that is worth it.
    private int asked(Credentials credentials, URI to) throws Exception {
        for (int times = 0; ; times++) {
            var shown = credentials.headers("GET", to);
            var answer = answer("GET", to, shown);
            if (!credentials.worthAnother(to, shown, answer.statusCode(), answer.headers())
                    || times == 2) return answer.statusCode();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theArchiveTakesTheToken(boolean dpop) throws Exception {
        server.dpop = dpop;
        try (var credentials = signedIn()) {
            assertEquals(204, asked(credentials, archive("/studies?limit=1")));
            assertEquals(List.of(), server.refusals);
        }
    }

    @Test
    void beforeSigningInNothingIsShown() throws Exception {
        try (var credentials = credentials()) {
            var refusal =
                    assertThrows(Refusal.class, () -> credentials.headers("GET", archive("/")));
            assertEquals(AccessReason.NOT_SIGNED_IN, refusal.reason());
        }
    }

    @Test
    void everyProofIsForOneRequestAndOnce() throws Exception {
        try (var credentials = signedIn()) {
            var first = credentials.headers("GET", archive("/a"));
            assertEquals(204, send(archive("/a?q=1"), first), "the query is no part of htu");
            assertEquals(401, send(archive("/a"), first), "replayed");
            var second = credentials.headers("GET", archive("/a"));
            assertEquals(401, send(archive("/b"), second), "another htu");
            var third = credentials.headers("POST", archive("/a"));
            assertEquals(401, send(archive("/a"), third), "another htm");
            var proofs = new HashSet<String>();
            for (int i = 0; i < 50; i++)
                proofs.add(credentials.headers("GET", archive("/a")).getOrDefault("DPoP", ""));
            assertEquals(50, proofs.size());
        }
    }

    @Test
    void aProofOfAnotherTokenOrKeyIsNoProof() throws Exception {
        try (var one = signedIn();
                var other = signedIn()) {
            var mine = one.headers("GET", archive("/a"));
            var theirs = other.headers("GET", archive("/a"));
            var mixed =
                    Map.of(
                            "Authorization",
                            mine.getOrDefault("Authorization", ""),
                            "DPoP",
                            theirs.getOrDefault("DPoP", ""));
            assertEquals(401, send(archive("/a"), mixed));
            assertTrue(server.refusals.getLast().contains("ath"), server.refusals.toString());
            var without = Map.of("Authorization", mine.getOrDefault("Authorization", ""));
            assertEquals(401, send(archive("/a"), without));
        }
    }

    @Test
    void theArchivesNonceIsTakenUp() throws Exception {
        try (var credentials = signedIn()) {
            server.proofs.ask("archive-1");
            assertEquals(204, asked(credentials, archive("/a")));
            assertEquals(204, asked(credentials, archive("/b")));
            assertEquals(1, server.refusals.size(), server.refusals.toString());
            server.proofs.ask("archive-2");
            assertEquals(204, asked(credentials, archive("/c")));
            assertEquals(0, server.renewals.get());
        }
    }

    @Test
    void aTokenThatIsNoLongerTakenIsRenewedOnce() throws Exception {
        try (var credentials = signedIn()) {
            assertEquals(204, asked(credentials, archive("/a")));
            server.revokeAccess();
            assertEquals(204, asked(credentials, archive("/a")));
            assertEquals(1, server.renewals.get());
        }
    }

    @Test
    void anArchiveThatNeverTakesAnyTokenCostsOneRenewal() throws Exception {
        try (var credentials = signedIn()) {
            var to = archive("/a");
            var answer = HttpHeaders.of(Map.of(), (_, _) -> true);
            assertTrue(credentials.worthAnother(to, credentials.headers("GET", to), 401, answer));
            assertFalse(credentials.worthAnother(to, credentials.headers("GET", to), 401, answer));
            assertEquals(1, server.renewals.get());
        }
    }

    @Test
    void manyRequestsRefusedAtOnceRenewOnce() throws Exception {
        try (var credentials = signedIn()) {
            assertEquals(204, asked(credentials, archive("/a")));
            server.revokeAccess();
            var jobs = new ArrayList<org.tyde.work.Job<Integer>>();
            for (int i = 0; i < 8; i++)
                jobs.add(runner.waiting("ask", _ -> asked(credentials, archive("/a"))));
            for (var job : jobs) assertEquals(204, job.await());
            assertEquals(1, server.renewals.get());
        }
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() throws Exception {
        server.dpop = false;
        server.lifeSeconds = 100;
        try (var credentials = signedIn()) {
            var before = credentials.headers("GET", archive("/")).get("Authorization");
            now = now.plusSeconds(70);
            assertEquals(before, credentials.headers("GET", archive("/")).get("Authorization"));
            now = now.plusSeconds(10);
            assertNotEquals(before, credentials.headers("GET", archive("/")).get("Authorization"));
            assertEquals(1, server.renewals.get());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-300, 300})
    void aClockThatIsFiveMinutesOffIsSaidSo(int seconds) throws Exception {
        now = now.plusSeconds(seconds);
        try (var credentials = credentials()) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () ->
                                    credentials.signIn(
                                            server.person(),
                                            Duration.ofSeconds(5),
                                            JobContext.NONE));
            assertEquals(AccessReason.CLOCK_OFF, refusal.reason());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-45, 45})
    void aClockThatIsLittleOffDoesNoHarm(int seconds) throws Exception {
        now = now.plusSeconds(seconds);
        try (var credentials = signedIn()) {
            assertEquals(204, asked(credentials, archive("/a")));
        }
    }

    @Test
    void aServiceThatIsAwayCostsNothingWhileTheTokenLasts() throws Exception {
        server.lifeSeconds = 100;
        try (var credentials = signedIn()) {
            var before = credentials.headers("GET", archive("/")).get("Authorization");
            server.close();
            now = now.plusSeconds(80);
            assertEquals(before, credentials.headers("GET", archive("/")).get("Authorization"));
            now = now.plusSeconds(30);
            var refusal =
                    assertThrows(Refusal.class, () -> credentials.headers("GET", archive("/")));
            assertEquals(AccessReason.NO_ANSWER, refusal.reason());
        }
    }

    @Test
    void aSignInThatIsOverIsSaidSoAndForgotten() throws Exception {
        try (var credentials = signedIn()) {
            assertEquals(204, asked(credentials, archive("/a")));
            assertEquals(1, store.all.size());
            server.revokeAll();
            var refusal = assertThrows(Refusal.class, () -> asked(credentials, archive("/a")));
            assertEquals(AccessReason.SIGN_IN_OVER, refusal.reason());
            assertTrue(store.all.isEmpty());
            assertTrue(credentials.person().isEmpty());
        }
    }

    @Test
    void withoutARefreshTokenTheEndIsTheEnd() throws Exception {
        server.tokenAnswer = a -> a.remove("refresh_token");
        server.lifeSeconds = 100;
        try (var credentials = signedIn()) {
            assertTrue(store.all.isEmpty());
            now = now.plusSeconds(101);
            var refusal =
                    assertThrows(Refusal.class, () -> credentials.headers("GET", archive("/")));
            assertEquals(AccessReason.SIGN_IN_OVER, refusal.reason());
        }
    }

    @Test
    void anotherPersonByRenewalIsRefused() throws Exception {
        try (var credentials = signedIn()) {
            assertEquals(204, asked(credentials, archive("/a")));
            server.revokeAccess();
            server.subject = "person-2";
            var refusal = assertThrows(Refusal.class, () -> asked(credentials, archive("/a")));
            assertEquals(AccessReason.OTHER_PERSON, refusal.reason());
            assertTrue(store.all.isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theNextStartNeedsNobodyToSignIn(boolean withClientKey) throws Exception {
        if (withClientKey) server.clientKey = Optional.of(TokenServer.key("client-1"));
        signedIn().close();
        try (var next = credentials()) {
            assertEquals(204, asked(next, archive("/a")));
            assertEquals("person-1", next.person().orElseThrow().subject());
            assertEquals(List.of(), server.refusals);
        }
    }

    @Test
    void onlyTheKeyStoreHoldsWhatOutlivesTheProgram() throws Exception {
        try (var credentials = signedIn()) {
            var access = credentials.headers("GET", archive("/")).getOrDefault("Authorization", "");
            assertEquals(1, store.all.size());
            for (var kept : store.all.values())
                assertFalse(kept.contains(access.substring("DPoP ".length())));
        }
    }

    @Test
    void everyRenewalReplacesWhatIsKept() throws Exception {
        try (var credentials = signedIn()) {
            assertEquals(204, asked(credentials, archive("/a")));
            var before = List.copyOf(store.all.values());
            server.revokeAccess();
            assertEquals(204, asked(credentials, archive("/a")));
            assertNotEquals(before, List.copyOf(store.all.values()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a\nb\nc", "a\n{}", "\n"})
    void whatTheKeyStoreMixedUpIsNoSignIn(String kept) throws Exception {
        signedIn().close();
        store.all.replaceAll((_, _) -> kept);
        try (var next = credentials()) {
            var refusal = assertThrows(Refusal.class, () -> next.headers("GET", archive("/")));
            assertEquals(AccessReason.NOT_SIGNED_IN, refusal.reason());
        }
    }

    @Test
    void signingOutForgets() throws Exception {
        try (var credentials = signedIn()) {
            credentials.signOut();
            assertTrue(store.all.isEmpty());
            assertThrows(Refusal.class, () -> credentials.headers("GET", archive("/")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}"
            })
    void aKeyThatCannotSignIsRefusedWithoutShowingIt(String jwk) throws IOException {
        var login =
                new Login.OpenId(
                        server.issuer(),
                        TokenServer.CLIENT,
                        List.of("openid"),
                        true,
                        Optional.of(new SecretRef.Stored("key")));
        var refusal =
                assertThrows(
                        Refusal.class,
                        () ->
                                new OpenIdCredentials(
                                        login,
                                        Optional.of(jwk.toCharArray()),
                                        Optional.empty(),
                                        store,
                                        runner,
                                        InstantSource.system()));
        assertEquals(AccessReason.BAD_CLIENT_KEY, refusal.reason());
        assertTrue(refusal.getMessage().contains("secret:key"));
    }
}
