package org.tyde.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Proofs that a request comes from the holder of one key (RFC 9449): a new one for each request, with the
/// nonce that the machine asked for last.
final class DpopProofs {
    private static final int MOST_MACHINES = 64;

    private final ECKey key;
    private final DefaultDPoPProofFactory factory;
    private final InstantSource clock;
    private final Map<String, Nonce> nonces = new ConcurrentHashMap<>();

    /// @param key to sign with, on the curve P-256
    /// @param clock for the moment of each proof
    DpopProofs(ECKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
        try {
            factory = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
        } catch (JOSEException unusable) {
            throw new IllegalArgumentException(unusable);
        }
    }

    /// @return with a key that nobody has had before
    static DpopProofs fresh(InstantSource clock) {
        try {
            return new DpopProofs(new ECKeyGenerator(Curve.P_256).generate(), clock);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ECKey key() {
        return key;
    }

    /// @param method of the request
    /// @param address of the request
    /// @param token that the request shows, empty when it asks for one
    /// @return the proof
    SignedJWT proof(String method, URI address, Optional<String> token) {
        var plain =
                URI.create(origin(address) + Optional.ofNullable(address.getRawPath()).orElse(""));
        @Nullable DPoPAccessToken shown = token.map(DPoPAccessToken::new).orElse(null);
        try {
            return factory.createDPoPJWT(
                    new JWTID(16),
                    method,
                    plain,
                    Date.from(clock.instant()),
                    shown,
                    nonces.get(origin(address)));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @param address that answered
    /// @param nonce as its header DPoP-Nonce says
    /// @return whether it is a new one
    boolean learn(URI address, String nonce) {
        if (nonces.size() >= MOST_MACHINES) nonces.clear();
        var before = nonces.put(origin(address), new Nonce(nonce));
        return before == null || !before.getValue().equals(nonce);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
