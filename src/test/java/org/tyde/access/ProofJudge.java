package org.tyde.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges proofs of possession (RFC 9449 4.3) and client assertions (RFC 7523 3, FAPI 2.0) as those
/// documents list it.
public final class ProofJudge {
    private final Set<String> used = new HashSet<>();
    private Optional<String> nonce = Optional.empty();

    /// Every proof must hold this from now on; who does not is told.
    public synchronized void ask(String next) {
        nonce = Optional.of(next);
    }

    /// @param token that must be named in the proof, empty at the token endpoint
    /// @return the thumbprint of the key (RFC 7638)
    synchronized String requireProof(HttpExchange exchange, Optional<String> token)
            throws Exception {
        var all = exchange.getRequestHeaders().getOrDefault("DPoP", List.of());
        require(all.size() == 1, "one DPoP header, not " + all.size());
        var proof = SignedJWT.parse(all.getFirst());
        var header = proof.getHeader();
        require("dpop+jwt".equals(String.valueOf(header.getType())), "typ");
        require(JWSAlgorithm.ES256.equals(header.getAlgorithm()), "alg");
        require(header.getJWK() instanceof ECKey k && !k.isPrivate(), "jwk");
        var key = (ECKey) header.getJWK();
        require(proof.verify(new ECDSAVerifier(key)), "signature");
        var claims = proof.getJWTClaimsSet();
        require(exchange.getRequestMethod().equals(claims.getClaim("htm")), "htm");
        var here =
                "http://"
                        + exchange.getRequestHeaders().getFirst("Host")
                        + exchange.getRequestURI().getRawPath();
        require(here.equals(claims.getClaim("htu")), "htu " + claims.getClaim("htu"));
        var age = Duration.between(claims.getIssueTime().toInstant(), Instant.now()).abs();
        require(age.toSeconds() <= 60, "iat");
        if (nonce.isPresent() && !nonce.get().equals(claims.getClaim("nonce"))) {
            exchange.getResponseHeaders().set("DPoP-Nonce", nonce.get());
            int status = token.isPresent() ? 401 : 400;
            throw new TokenServer.Refused(status, "use_dpop_nonce", "nonce");
        }
        if (token.isPresent())
            require(TokenServer.hash(token.get()).equals(claims.getClaim("ath")), "ath");
        require(used.add(claims.getJWTID()), "jti used before");
        return key.computeThumbprint().toString();
    }

    synchronized void requireAssertion(
            Map<String, String> form, ECKey key, String client, String issuer) throws Exception {
        requireClient(
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                        .equals(form.get("client_assertion_type")),
                "client_assertion_type");
        var assertion = SignedJWT.parse(form.getOrDefault("client_assertion", ""));
        requireClient(assertion.verify(new ECDSAVerifier(key)), "signature");
        requireClient(key.getKeyID().equals(assertion.getHeader().getKeyID()), "kid");
        requireClient("JWT".equals(String.valueOf(assertion.getHeader().getType())), "typ");
        var claims = assertion.getJWTClaimsSet();
        requireClient(client.equals(claims.getIssuer()), "iss");
        requireClient(client.equals(claims.getSubject()), "sub");
        requireClient(List.of(issuer).equals(claims.getAudience()), "aud");
        var life =
                Duration.between(
                        claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
        requireClient(life.toSeconds() <= 60, "exp");
        requireClient(used.add(claims.getJWTID()), "jti used before");
    }

    private static void require(boolean holds, String what) throws TokenServer.Refused {
        if (!holds) throw new TokenServer.Refused(401, "invalid_dpop_proof", what);
    }

    private static void requireClient(boolean holds, String what) throws TokenServer.Refused {
        if (!holds) throw new TokenServer.Refused(401, "invalid_client", what);
    }
}
