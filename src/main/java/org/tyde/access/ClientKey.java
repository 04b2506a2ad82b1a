package org.tyde.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.JWTID;

import org.tyde.refusal.Refusal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;

/// The key that the program proves itself with (`private_key_jwt`, OpenID Connect Core 1.0, 9), as FAPI 2.0
/// and HelseID want it: for the issuer, once, and for a minute.
final class ClientKey {
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final String clientId;
    private final JWK key;
    private final JWSAlgorithm algorithm;
    private final JWSSigner signer;
    private final InstantSource clock;

    /// @param clientId as which the program is registered
    /// @param jwk a private key: RSA of 2048 bits or more (PS256), EC on P-256 (ES256) or P-384 (ES384)
    /// @param place where it lies, for the sentence
    /// @param clock for the moment of each assertion
    ClientKey(String clientId, char[] jwk, String place, InstantSource clock) throws Refusal {
        this.clientId = clientId;
        this.clock = clock;
        try {
            key = JWK.parse(new String(jwk));
            if (!key.isPrivate() || key.size() < 256) throw new IllegalArgumentException("weak");
            switch (key) {
                case RSAKey rsa when rsa.size() >= 2048 -> {
                    algorithm = JWSAlgorithm.PS256;
                    signer = new RSASSASigner(rsa);
                }
                case ECKey ec -> {
                    var own = new ECDSASigner(ec);
                    algorithm = own.supportedECDSAAlgorithm();
                    signer = own;
                }
                default -> throw new IllegalArgumentException("neither RSA nor EC");
            }
        } catch (java.text.ParseException | JOSEException | IllegalArgumentException unusable) {
            throw new Refusal(AccessReason.BAD_CLIENT_KEY, place); // its text stays out of the log
        }
    }

    /// @param issuer of the tokens, the only one that may take it
    /// @return a new assertion
    PrivateKeyJWT assertion(String issuer) {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(clientId)
                        .subject(clientId)
                        .audience(issuer)
                        .jwtID(new JWTID(16).getValue())
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build();
        var header =
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build();
        var signed = new SignedJWT(header, claims);
        try {
            signed.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new PrivateKeyJWT(signed);
    }
}
