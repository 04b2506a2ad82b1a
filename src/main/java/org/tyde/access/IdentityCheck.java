package org.tyde.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;

import org.tyde.refusal.Refusal;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/// Whether an identity token is what was asked for (OpenID Connect Core 1.0, 3.1.3.7): signed by the
/// service's own key, by it, for us, now, and in answer to our question.
final class IdentityCheck {
    /// Clocks of two machines may differ by that much.
    static final Duration SKEW = Duration.ofSeconds(60);

    /// Signatures by a key that only the service has; `none` and shared secrets are not among them.
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512,
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512);

    private static final String RULE = "OpenID Connect Core 1.0, 3.1.3.7";

    private final SignInService service;
    private final String issuer;
    private final String clientId;
    private final InstantSource clock;

    IdentityCheck(SignInService service, String issuer, String clientId, InstantSource clock) {
        this.service = service;
        this.issuer = issuer;
        this.clientId = clientId;
        this.clock = clock;
    }

    /// @param token as it came
    /// @param nonce of the question, empty when the token came by renewal
    /// @param access that came with it
    /// @return whom it names
    Person person(JWT token, Optional<String> nonce, AccessToken access) throws Refusal {
        if (!(token instanceof SignedJWT signed)
                || !ALGORITHMS.contains(signed.getHeader().getAlgorithm()))
            throw refused(AccessReason.ID_TOKEN_ALGORITHM, token.getHeader().getAlgorithm());
        var claims = signedClaims(signed, service.keys());
        if (!issuer.equals(claims.getIssuer()))
            throw refused(AccessReason.ID_TOKEN_ISSUER, String.valueOf(claims.getIssuer()));
        if (claims.getSubject() == null || claims.getSubject().isBlank())
            throw refused(AccessReason.ID_TOKEN_CLAIM, "sub");
        requireForUs(claims);
        requireNow(claims);
        if (nonce.isPresent() && !nonce.get().equals(claims.getClaim("nonce")))
            throw refused(AccessReason.ID_TOKEN_NONCE);
        requireHash(claims, signed.getHeader().getAlgorithm(), access);
        return Person.of(claims);
    }

    private JWTClaimsSet signedClaims(SignedJWT token, JWKSet keys) throws Refusal {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier((_, _) -> {}); // each claim has a sentence of its own
        try {
            return processor.process(token, null);
        } catch (BadJOSEException | JOSEException forged) {
            throw refused(AccessReason.ID_TOKEN_SIGNATURE);
        }
    }

    private void requireForUs(JWTClaimsSet claims) throws Refusal {
        var audience = claims.getAudience();
        var party = claims.getClaim("azp");
        boolean named = audience.contains(clientId);
        boolean party2 = party == null ? audience.size() == 1 : clientId.equals(party);
        if (!named || !party2) throw refused(AccessReason.ID_TOKEN_AUDIENCE);
    }

    private void requireNow(JWTClaimsSet claims) throws Refusal {
        var now = clock.instant();
        var over = moment(claims.getExpirationTime(), "exp");
        var issued = moment(claims.getIssueTime(), "iat");
        if (!now.isBefore(over.plus(SKEW)))
            throw refused(AccessReason.ID_TOKEN_OVER, Duration.between(over, now).toSeconds());
        var begins = Optional.ofNullable(claims.getNotBeforeTime()).map(Date::toInstant);
        var latest = begins.filter(b -> b.isAfter(issued)).orElse(issued);
        if (latest.isAfter(now.plus(SKEW)))
            throw refused(
                    AccessReason.ID_TOKEN_FROM_FUTURE, Duration.between(now, latest).toSeconds());
    }

    private Instant moment(@org.jspecify.annotations.Nullable Date date, String claim)
            throws Refusal {
        if (date == null) throw refused(AccessReason.ID_TOKEN_CLAIM, claim);
        return date.toInstant();
    }

    private void requireHash(JWTClaimsSet claims, JWSAlgorithm algorithm, AccessToken access)
            throws Refusal {
        try {
            var hash = claims.getStringClaim("at_hash");
            if (hash != null)
                AccessTokenValidator.validate(access, algorithm, new AccessTokenHash(hash));
        } catch (ParseException | InvalidHashException other) {
            throw refused(AccessReason.ID_TOKEN_HASH);
        }
    }

    private Refusal refused(AccessReason reason, Object... more) {
        return service.refused(reason, more).withRule(RULE);
    }
}
