package org.tyde.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Login;
import org.tyde.settings.SecretRef;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

class SignInTest {
    private final JobRunner runner = new JobRunner(1);
    private final KeptInMemory store = new KeptInMemory();
    private TokenServer server;

    @BeforeEach
    void begin() throws Exception {
        server = new TokenServer();
    }

    @AfterEach
    void end() {
        server.close();
        runner.close();
    }

    private OpenIdCredentials credentials(boolean dpop) throws Refusal {
        server.dpop = dpop;
        var key =
                server.clientKey.isPresent()
                        ? Optional.<SecretRef>of(new SecretRef.Stored("key"))
                        : Optional.<SecretRef>empty();
        var login =
                new Login.OpenId(
                        server.issuer(), TokenServer.CLIENT, List.of("openid", "x"), dpop, key);
        var jwk = server.clientKey.map(k -> k.toJSONString().toCharArray());
        return new OpenIdCredentials(
                login, jwk, Optional.empty(), store, runner, InstantSource.system());
    }

    private AccessReason refused(Browser browser) throws Refusal {
        try (var credentials = credentials(server.dpop)) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () ->
                                    credentials.signIn(
                                            browser, Duration.ofSeconds(2), JobContext.NONE));
            assertTrue(store.all.isEmpty());
            return (AccessReason) refusal.reason();
        }
    }

    @Test
    void theVerifierOfRfc7636BecomesItsChallenge() {
        var verifier = new CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assertEquals(
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
    }

    @Test
    void theProofNamesTheTokenAsRfc9449Does() throws Exception {
        var proof =
                DpopProofs.fresh(InstantSource.system())
                        .proof(
                                "GET",
                                URI.create("https://resource.example.org/protectedresource?a=b#c"),
                                Optional.of("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"));
        var claims = proof.getJWTClaimsSet();
        assertEquals("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo", claims.getClaim("ath"));
        assertEquals("https://resource.example.org/protectedresource", claims.getClaim("htu"));
        assertEquals("GET", claims.getClaim("htm"));
    }

    @Test
    void aPersonSignsInThroughTheBrowser() throws Exception {
        try (var credentials = credentials(false)) {
            var person =
                    credentials.signIn(server.person(), Duration.ofSeconds(5), JobContext.NONE);
            assertEquals(Optional.of("Ada Prøve"), person.name());
            assertEquals(Optional.of("9144889"), person.hprNumber());
            assertEquals("person-1", person.subject());
            var shown = credentials.headers("GET", URI.create("http://127.0.0.1/x"));
            assertTrue(shown.getOrDefault("Authorization", "").startsWith("Bearer "));
            assertFalse(shown.containsKey("DPoP"));
            assertFalse(person.toString().contains("Ada"));
        }
    }

    @Test
    void tokensAreBoundToAKeyWhereTheSettingsSaySo() throws Exception {
        try (var credentials = credentials(true)) {
            credentials.signIn(server.person(), Duration.ofSeconds(5), JobContext.NONE);
            var shown = credentials.headers("GET", URI.create("http://127.0.0.1/x"));
            assertTrue(shown.getOrDefault("Authorization", "").startsWith("DPoP "));
            assertEquals(List.of(), server.refusals);
        }
    }

    @Test
    void theProgramProvesItselfWithItsKey() throws Exception {
        server.clientKey = Optional.of(TokenServer.key("client-1"));
        try (var credentials = credentials(true)) {
            credentials.signIn(server.person(), Duration.ofSeconds(5), JobContext.NONE);
            assertEquals(List.of(), server.refusals);
        }
    }

    @Test
    void aServiceWithoutPushingIsAskedThroughTheBrowser() throws Exception {
        server.discovery = d -> d.remove("pushed_authorization_request_endpoint");
        var asked = new ArrayList<URI>();
        try (var credentials = credentials(true)) {
            credentials.signIn(
                    a -> {
                        asked.add(a);
                        server.person().open(a);
                    },
                    Duration.ofSeconds(5),
                    JobContext.NONE);
        }
        var query = asked.getFirst().getRawQuery();
        assertTrue(query.contains("code_challenge_method=S256"), query);
        assertTrue(query.contains("dpop_jkt="), query);
    }

    @Test
    void aPushedRequestShowsTheBrowserNothingButItsName() throws Exception {
        var asked = new ArrayList<URI>();
        try (var credentials = credentials(false)) {
            credentials.signIn(
                    a -> {
                        asked.add(a);
                        server.person().open(a);
                    },
                    Duration.ofSeconds(5),
                    JobContext.NONE);
        }
        var query = asked.getFirst().getRawQuery();
        assertTrue(query.contains("request_uri=urn"), query);
        assertFalse(query.contains("state="), query);
        assertFalse(query.contains("code_challenge"), query);
    }

    @Test
    void theServicesNonceIsTakenUp() throws Exception {
        server.proofs.ask("n-1");
        try (var credentials = credentials(true)) {
            credentials.signIn(server.person(), Duration.ofSeconds(5), JobContext.NONE);
            assertEquals(1, server.refusals.size(), "asked for it once, at the first request");
        }
    }

    /// What a service may get wrong, or someone who is not the service.
    enum Wrong {
        STATE(AccessReason.OTHER_STATE, s -> s.wayBack = b -> b.put("state", "other")),
        NO_STATE(AccessReason.OTHER_STATE, s -> s.wayBack = b -> b.remove("state")),
        ISSUER_OF_ANSWER(
                AccessReason.OTHER_ISSUER, s -> s.wayBack = b -> b.put("iss", "https://other")),
        NO_ISSUER_OF_ANSWER(AccessReason.OTHER_ISSUER, s -> s.wayBack = b -> b.remove("iss")),
        PERSON_SAYS_NO(
                AccessReason.DENIED,
                s ->
                        s.wayBack =
                                b -> {
                                    b.remove("code");
                                    b.put("error", "access_denied");
                                }),
        OTHER_CODE(AccessReason.NO_TOKEN, s -> s.wayBack = b -> b.put("code", "stolen")),
        ISSUER_OF_DISCOVERY(
                AccessReason.OTHER_ISSUER, s -> s.discovery = d -> d.put("issuer", "https://o")),
        NOT_DISCOVERY(AccessReason.NOT_A_SERVICE, s -> s.discovery = ObjectNode::removeAll),
        PLAIN_TOKEN_ADDRESS(
                AccessReason.PLAIN_ADDRESS,
                s -> s.discovery = d -> d.put("token_endpoint", "http://example.org/token")),
        PLAIN_BROWSER_ADDRESS(
                AccessReason.PLAIN_ADDRESS,
                s -> s.discovery = d -> d.put("authorization_endpoint", "http://example.org/a")),
        NO_PKCE(
                AccessReason.LACKS,
                s ->
                        s.discovery =
                                d -> d.putArray("code_challenge_methods_supported").add("plain")),
        NO_CODE_FLOW(
                AccessReason.LACKS,
                s -> s.discovery = d -> d.putArray("response_types_supported").add("token")),
        NO_IDENTITY(AccessReason.NO_ID_TOKEN, s -> s.tokenAnswer = a -> a.remove("id_token")),
        TOKEN_OF_ANOTHER_TYPE(
                AccessReason.NO_TOKEN, s -> s.tokenAnswer = a -> a.put("token_type", "mac")),
        NO_ACCESS_TOKEN(AccessReason.NO_TOKEN, s -> s.tokenAnswer = a -> a.remove("access_token")),
        UNSIGNED(AccessReason.ID_TOKEN_ALGORITHM, s -> s.signer = c -> new PlainJWT(c).serialize()),
        SIGNED_WITH_THE_PUBLIC_KEY_AS_A_SECRET(
                AccessReason.ID_TOKEN_ALGORITHM,
                s ->
                        s.signer =
                                c -> {
                                    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), c);
                                    jwt.sign(new MACSigner(s.key.toPublicJWK().toJSONString()));
                                    return jwt.serialize();
                                }),
        SIGNED_BY_ANOTHER_KEY(
                AccessReason.ID_TOKEN_SIGNATURE,
                s -> s.signer = c -> TokenServer.signed(c, TokenServer.key("server-1"))),
        SIGNED_BY_AN_UNKNOWN_KEY(
                AccessReason.ID_TOKEN_SIGNATURE,
                s -> s.signer = c -> TokenServer.signed(c, TokenServer.key("server-9"))),
        CHANGED_AFTER_SIGNING(
                AccessReason.ID_TOKEN_SIGNATURE,
                s ->
                        s.signer =
                                c -> {
                                    var parts = TokenServer.signed(c, s.key).split("\\.");
                                    var other =
                                            new JWTClaimsSet.Builder(c).subject("someone").build();
                                    var body = other.toPayload().toBase64URL();
                                    return parts[0] + "." + body + "." + parts[2];
                                }),
        ISSUER(AccessReason.ID_TOKEN_ISSUER, holds(c -> c.issuer("https://other"))),
        NO_ISSUER(AccessReason.ID_TOKEN_ISSUER, holds(c -> c.issuer(null))),
        AUDIENCE(AccessReason.ID_TOKEN_AUDIENCE, holds(c -> c.audience("another program"))),
        NO_AUDIENCE(AccessReason.ID_TOKEN_AUDIENCE, holds(c -> c.audience(List.of()))),
        AUDIENCES_WITHOUT_PARTY(
                AccessReason.ID_TOKEN_AUDIENCE,
                holds(c -> c.audience(List.of(TokenServer.CLIENT, "b")))),
        OTHER_PARTY(AccessReason.ID_TOKEN_AUDIENCE, holds(c -> c.claim("azp", "another program"))),
        OVER(AccessReason.ID_TOKEN_OVER, holds(c -> c.expirationTime(in(-61)))),
        OVER_BY_FIVE_MINUTES(AccessReason.ID_TOKEN_OVER, holds(c -> c.expirationTime(in(-300)))),
        NEVER_OVER(AccessReason.ID_TOKEN_CLAIM, holds(c -> c.expirationTime(null))),
        FROM_FIVE_MINUTES_AHEAD(
                AccessReason.ID_TOKEN_FROM_FUTURE, holds(c -> c.issueTime(in(300)))),
        NOT_BEFORE_FIVE_MINUTES(
                AccessReason.ID_TOKEN_FROM_FUTURE, holds(c -> c.notBeforeTime(in(300)))),
        FROM_NO_TIME(AccessReason.ID_TOKEN_CLAIM, holds(c -> c.issueTime(null))),
        NONCE(AccessReason.ID_TOKEN_NONCE, holds(c -> c.claim("nonce", "of another sign-in"))),
        NO_NONCE(AccessReason.ID_TOKEN_NONCE, holds(c -> c.claim("nonce", null))),
        HASH(AccessReason.ID_TOKEN_HASH, holds(c -> c.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"))),
        NOBODY(AccessReason.ID_TOKEN_CLAIM, holds(c -> c.subject(null)));

        private final AccessReason reason;

        @SuppressWarnings("ImmutableEnumChecker") // a lambda
        private final Consumer<TokenServer> make;

        Wrong(AccessReason reason, Consumer<TokenServer> make) {
            this.reason = reason;
            this.make = make;
        }

        private static Consumer<TokenServer> holds(UnaryOperator<JWTClaimsSet.Builder> claims) {
            return s -> s.claims = claims;
        }

        private static Date in(int seconds) {
            return Date.from(Instant.now().plusSeconds(seconds));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotHoldIsRefusedByName(Wrong wrong) throws Exception {
        wrong.make.accept(server);
        assertEquals(wrong.reason, refused(server.person()));
    }

    @ParameterizedTest
    @EnumSource(names = {"OVER", "FROM_FIVE_MINUTES_AHEAD"})
    void aClockThatIsLittleOffIsForgiven(Wrong wrong) throws Exception {
        server.claims =
                c ->
                        wrong == Wrong.OVER
                                ? c.expirationTime(Wrong.in(-50))
                                : c.issueTime(Wrong.in(50));
        try (var credentials = credentials(false)) {
            credentials.signIn(server.person(), Duration.ofSeconds(5), JobContext.NONE);
        }
    }

    @Test
    void aTokenThatIsNotBoundAsAskedIsRefused() throws Exception {
        server.dpop = true;
        server.tokenAnswer = a -> a.put("token_type", "Bearer");
        assertEquals(AccessReason.NOT_BOUND, refused(server.person()));
    }

    @Test
    void aServiceThatCannotBindTokensIsRefused() throws Exception {
        server.dpop = true;
        server.discovery = d -> d.putArray("dpop_signing_alg_values_supported").add("EdDSA");
        assertEquals(AccessReason.LACKS, refused(server.person()));
    }

    @Test
    void whoDoesNotComeBackIsNotWaitedForForEver() throws Exception {
        assertEquals(AccessReason.NOT_IN_TIME, refused(_ -> {}));
    }

    @Test
    void aServiceThatIsDownIsSaidSo() throws Exception {
        server.close();
        assertEquals(AccessReason.NO_ANSWER, refused(server.person()));
    }

    @Test
    void aStrangersKnockAtTheDoorIsNoAnswer() throws Exception {
        try (var credentials = credentials(false);
                var stranger = java.net.http.HttpClient.newHttpClient()) {
            server.discovery = d -> d.remove("pushed_authorization_request_endpoint");
            credentials.signIn(
                    a -> {
                        var back = Map.ofEntries(pairs(a)).get("redirect_uri");
                        for (var path : List.of("/favicon.ico", "/", "/signed-in"))
                            assertEquals(
                                    404, status(stranger, URI.create(back).resolve(path)), path);
                        server.person().open(a);
                    },
                    Duration.ofSeconds(5),
                    JobContext.NONE);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map.Entry<String, String>[] pairs(URI address) {
        return java.util.Arrays.stream(address.getRawQuery().split("&"))
                .map(p -> p.split("=", 2))
                .map(
                        p ->
                                Map.entry(
                                        p[0],
                                        java.net.URLDecoder.decode(
                                                p[1], java.nio.charset.StandardCharsets.UTF_8)))
                .toArray(Map.Entry[]::new);
    }

    private static int status(java.net.http.HttpClient http, URI address) {
        try {
            var request = java.net.http.HttpRequest.newBuilder(address).build();
            return http.send(request, java.net.http.HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
