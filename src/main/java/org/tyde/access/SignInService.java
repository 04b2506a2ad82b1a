package org.tyde.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Login;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a sign-in service says of itself (OpenID Connect Discovery 1.0), asked for once.
final class SignInService {
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final String name;
    private final Login.OpenId login;
    private final AccessHttp http;
    private Optional<OIDCProviderMetadata> known = Optional.empty();

    SignInService(Login.OpenId login, AccessHttp http) {
        this.login = login;
        this.http = http;
        name = login.issuer().getHost();
    }

    String name() {
        return name;
    }

    /// @return what it offers, all of its addresses secure
    synchronized OIDCProviderMetadata metadata() throws Refusal {
        if (known.isEmpty()) known = Optional.of(read());
        return known.get();
    }

    /// @return its keys as they are now
    JWKSet keys() throws Refusal {
        var address = metadata().getJWKSetURI();
        var answer = http.get(address);
        if (answer.getStatusCode() != 200) throw refused(AccessReason.NOT_A_SERVICE, address);
        try {
            return JWKSet.parse(answer.getBody());
        } catch (java.text.ParseException unreadable) {
            throw refused(AccessReason.NOT_A_SERVICE, address).because(unreadable);
        }
    }

    private OIDCProviderMetadata read() throws Refusal {
        var issuer = login.issuer().toString().replaceAll("/+$", "");
        var address = URI.create(issuer + DISCOVERY);
        var answer = http.get(address);
        if (answer.getStatusCode() != 200) throw refused(AccessReason.NOT_A_SERVICE, address);
        OIDCProviderMetadata said;
        try {
            said = OIDCProviderMetadata.parse(answer.getBody());
        } catch (ParseException unreadable) {
            throw refused(AccessReason.NOT_A_SERVICE, address).because(unreadable);
        }
        if (!said.getIssuer().getValue().equals(login.issuer().toString()))
            throw refused(AccessReason.OTHER_ISSUER, said.getIssuer().getValue())
                    .withRule("OpenID Connect Discovery 1.0, 4.3");
        require(said);
        return said;
    }

    private void require(OIDCProviderMetadata said) throws Refusal {
        address(said.getAuthorizationEndpointURI(), "authorization_endpoint");
        address(said.getTokenEndpointURI(), "token_endpoint");
        address(said.getJWKSetURI(), "jwks_uri");
        if (said.getPushedAuthorizationRequestEndpointURI() != null)
            AccessHttp.secure(name, said.getPushedAuthorizationRequestEndpointURI());
        lists(said.getResponseTypes(), ResponseType.CODE, "response_type=code");
        lists(said.getCodeChallengeMethods(), CodeChallengeMethod.S256, "PKCE S256");
        if (login.dpop()) lists(said.getDPoPJWSAlgs(), JWSAlgorithm.ES256, "DPoP ES256");
    }

    private void address(@org.jspecify.annotations.Nullable URI address, String key)
            throws Refusal {
        if (address == null) throw refused(AccessReason.LACKS, key);
        AccessHttp.secure(name, address);
    }

    /// A list that is absent says nothing against it.
    private <T> void lists(@org.jspecify.annotations.Nullable List<T> all, T needed, String what)
            throws Refusal {
        if (all != null && !Set.copyOf(all).contains(needed))
            throw refused(AccessReason.LACKS, what);
    }

    Refusal refused(AccessReason reason, Object... more) {
        var all = new Object[more.length + 1];
        all[0] = name;
        System.arraycopy(more, 0, all, 1, more.length);
        return new Refusal(reason, all);
    }
}
