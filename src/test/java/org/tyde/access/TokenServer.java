package org.tyde.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A sign-in service on loopback that checks what RFC 6749, 7636, 9126 and 9449 tell it to, by code of its
/// own, and errs where a test wants that.
public final class TokenServer implements AutoCloseable {
    public static final String CLIENT = "tyde-test";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Map<String, String>> pushed = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, String> accessTokens = new ConcurrentHashMap<>();

    public final ECKey key = key("server-1");
    public final ProofJudge proofs = new ProofJudge();
    public final AtomicInteger renewals = new AtomicInteger();
    public final List<String> refusals = new ArrayList<>();
    public Consumer<ObjectNode> discovery = _ -> {};
    public UnaryOperator<JWTClaimsSet.Builder> claims = c -> c;
    public Signer signer = this::signed;
    public Consumer<ObjectNode> tokenAnswer = _ -> {};
    public Consumer<Map<String, String>> wayBack = _ -> {};
    public Optional<ECKey> clientKey = Optional.empty();
    public String subject = "person-1";
    public int lifeSeconds = 300;
    public boolean dpop;
    public boolean down;

    /// Makes the identity token.
    public interface Signer {
        String sign(JWTClaimsSet claims) throws Exception;
    }

    private interface Page {
        void answer(HttpExchange exchange) throws Exception;
    }

    public TokenServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        page("/.well-known/openid-configuration", this::describe);
        page("/jwks", x -> say(x, 200, "{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}"));
        page("/par", this::push);
        page("/authorize", this::authorize);
        page("/token", this::token);
        http.start();
    }

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    private void page(String path, Page page) {
        http.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        if (down) exchange.sendResponseHeaders(503, -1);
                        else answer(page, exchange);
                    } catch (IOException broken) {
                        throw broken;
                    } catch (Exception wrong) {
                        throw new IOException(wrong);
                    }
                });
    }

    private void answer(Page page, HttpExchange exchange) throws Exception {
        try {
            page.answer(exchange);
        } catch (Refused refused) {
            note(refused);
            var error = JSON.createObjectNode().put("error", refused.word);
            say(exchange, refused.status, error.toString());
        }
    }

    private void note(Refused refused) {
        synchronized (refusals) {
            refusals.add(refused.getMessage());
        }
    }

    /// The server says no.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        final int status;
        final String word;

        Refused(int status, String word, String why) {
            super(word + ": " + why);
            this.status = status;
            this.word = word;
        }
    }

    private void describe(HttpExchange exchange) throws IOException {
        var said = JSON.createObjectNode();
        said.put("issuer", issuer().toString());
        said.put("authorization_endpoint", issuer() + "/authorize");
        said.put("token_endpoint", issuer() + "/token");
        said.put("jwks_uri", issuer() + "/jwks");
        said.put("pushed_authorization_request_endpoint", issuer() + "/par");
        said.put("authorization_response_iss_parameter_supported", true);
        said.putArray("response_types_supported").add("code");
        said.putArray("subject_types_supported").add("public");
        said.putArray("id_token_signing_alg_values_supported").add("ES256");
        said.putArray("code_challenge_methods_supported").add("S256");
        said.putArray("dpop_signing_alg_values_supported").add("ES256");
        discovery.accept(said);
        say(exchange, 200, said.toString());
    }

    private void push(HttpExchange exchange) throws Exception {
        var form =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requireClient(form);
        if (dpop) proofs.requireProof(exchange, Optional.empty());
        var name = "urn:ietf:params:oauth:request_uri:" + UUID.randomUUID();
        pushed.put(name, form);
        var answer = JSON.createObjectNode().put("request_uri", name).put("expires_in", 60);
        say(exchange, 201, answer.toString());
    }

    private void authorize(HttpExchange exchange) throws Exception {
        var asked = form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        var name = asked.get("request_uri");
        var request = name == null ? asked : Optional.ofNullable(pushed.remove(name)).orElseThrow();
        if (!CLIENT.equals(request.get("client_id")))
            throw new Refused(400, "unauthorized_client", "client_id");
        var back = new LinkedHashMap<String, String>();
        back.put("state", request.getOrDefault("state", ""));
        back.put("iss", issuer().toString());
        if (!"S256".equals(request.get("code_challenge_method"))
                || !request.containsKey("code_challenge")) {
            back.put("error", "invalid_request");
        } else {
            var code = UUID.randomUUID().toString();
            codes.put(code, request);
            back.put("code", code);
        }
        wayBack.accept(back);
        var query = new StringBuilder();
        back.forEach(
                (k, v) ->
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(k)
                                .append('=')
                                .append(encoded(v)));
        exchange.getResponseHeaders().set("Location", request.get("redirect_uri") + query);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws Exception {
        var form =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requireClient(form);
        var bound = dpop ? proofs.requireProof(exchange, Optional.empty()) : "";
        var nonce = Optional.<String>empty();
        switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> {
                var request = codes.remove(form.getOrDefault("code", ""));
                if (request == null) throw new Refused(400, "invalid_grant", "code");
                if (!request.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri")))
                    throw new Refused(400, "invalid_grant", "redirect_uri");
                var challenge = hash(form.getOrDefault("code_verifier", ""));
                if (!challenge.equals(request.get("code_challenge")))
                    throw new Refused(400, "invalid_grant", "code_verifier");
                nonce = Optional.ofNullable(request.get("nonce"));
            }
            case "refresh_token" -> {
                renewals.incrementAndGet();
                var jkt = refreshTokens.remove(form.getOrDefault("refresh_token", ""));
                if (jkt == null || clientKey.isEmpty() && !jkt.equals(bound))
                    throw new Refused(400, "invalid_grant", "refresh_token");
            }
            default -> throw new Refused(400, "unsupported_grant_type", "grant_type");
        }
        give(exchange, nonce, bound);
    }

    private void give(HttpExchange exchange, Optional<String> nonce, String bound)
            throws Exception {
        var access = UUID.randomUUID().toString();
        var refresh = UUID.randomUUID().toString();
        accessTokens.put(access, bound);
        refreshTokens.put(refresh, bound);
        var now = Instant.now();
        var builder =
                new JWTClaimsSet.Builder()
                        .issuer(issuer().toString())
                        .subject(subject)
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("at_hash", halfHash(access))
                        .claim("name", "Ada Prøve")
                        .claim("helseid://claims/hpr/hpr_number", "9144889");
        nonce.ifPresent(n -> builder.claim("nonce", n));
        var answer =
                JSON.createObjectNode()
                        .put("access_token", access)
                        .put("token_type", dpop ? "DPoP" : "Bearer")
                        .put("expires_in", lifeSeconds)
                        .put("refresh_token", refresh)
                        .put("id_token", signer.sign(claims.apply(builder).build()));
        tokenAnswer.accept(answer);
        say(exchange, 200, answer.toString());
    }

    private String signed(JWTClaimsSet content) throws Exception {
        return signed(content, key);
    }

    static String signed(JWTClaimsSet content, ECKey by) throws Exception {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(by.getKeyID())
                        .build();
        var jwt = new SignedJWT(header, content);
        jwt.sign(new ECDSASigner(by));
        return jwt.serialize();
    }

    private void requireClient(Map<String, String> form) throws Exception {
        if (clientKey.isPresent()) {
            proofs.requireAssertion(form, clientKey.get(), CLIENT, issuer().toString());
        } else if (!CLIENT.equals(form.get("client_id"))) {
            throw new Refused(401, "invalid_client", "client_id");
        }
    }

    /// Whether a request to an archive shows a token of ours that still counts; else it is answered.
    public boolean admits(HttpExchange exchange) throws IOException {
        var shown =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse("");
        try {
            var words = shown.split(" ", 2);
            var bound = words.length == 2 ? accessTokens.get(words[1]) : null;
            if (bound == null || !words[0].equals(dpop ? "DPoP" : "Bearer"))
                throw new Refused(401, "invalid_token", "unknown");
            if (dpop && !proofs.requireProof(exchange, Optional.of(words[1])).equals(bound))
                throw new Refused(401, "invalid_token", "bound to another key");
            return true;
        } catch (Refused refused) {
            note(refused);
            exchange.getResponseHeaders()
                    .set(
                            "WWW-Authenticate",
                            (dpop ? "DPoP" : "Bearer") + " error=\"" + refused.word + "\"");
            exchange.sendResponseHeaders(401, -1);
            return false;
        } catch (Exception wrong) {
            throw new IOException(wrong);
        }
    }

    /// No access token counts any more.
    public void revokeAccess() {
        accessTokens.clear();
    }

    /// No sign-in can be renewed any more.
    public void revokeAll() {
        accessTokens.clear();
        refreshTokens.clear();
    }

    /// A person who signs in at once and follows where the browser is sent.
    public Browser person() {
        return address -> {
            try (var browser = HttpClient.newHttpClient()) {
                var sent =
                        browser.send(
                                HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
                var back = URI.create(sent.headers().firstValue("Location").orElseThrow());
                browser.send(HttpRequest.newBuilder(back).build(), BodyHandlers.ofString());
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static String hash(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        return base64(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String halfHash(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var whole = digest.digest(text.getBytes(StandardCharsets.US_ASCII));
        return base64(java.util.Arrays.copyOf(whole, 16));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> form(String text) {
        var all = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0)
                all.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
