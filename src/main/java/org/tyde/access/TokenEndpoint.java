package org.tyde.access;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Login;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// Asks a sign-in service for tokens (RFC 6749 3.2) and pushes requests to it (RFC 9126), as the program
/// it is registered for, with a proof where tokens are bound (RFC 9449 5, 8).
final class TokenEndpoint {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /// Words of RFC 6749 5.2 and its like; whatever else a service says does not reach a sentence.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private final Login.OpenId login;
    private final SignInService service;
    private final AccessHttp http;
    private final Optional<ClientKey> key;
    private final InstantSource clock;

    TokenEndpoint(
            Login.OpenId login,
            SignInService service,
            AccessHttp http,
            Optional<ClientKey> key,
            InstantSource clock) {
        this.login = login;
        this.service = service;
        this.http = http;
        this.key = key;
        this.clock = clock;
    }

    /// @param tokens ready to be shown
    /// @param access as it came
    /// @param identity as it came, where it did
    record Given(Tokens tokens, AccessToken access, Optional<JWT> identity) {}

    /// The service did not give tokens, and says why.
    static final class NotGiven extends Exception {
        private static final long serialVersionUID = 1;
        private final String word;

        NotGiven(String word) {
            super(word);
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// @param grant what is shown for them
    /// @param proofs of the key that they are bound to, empty for bearer tokens
    /// @return the tokens
    Given tokens(AuthorizationGrant grant, Optional<DpopProofs> proofs) throws Refusal, NotGiven {
        var answer = send(() -> request(grant), proofs);
        try {
            if (!(OIDCTokenResponseParser.parse(answer) instanceof OIDCTokenResponse success)) {
                requireClock(answer);
                throw new NotGiven(word(answer));
            }
            return given(success, proofs.isPresent());
        } catch (ParseException unreadable) {
            throw service.refused(AccessReason.NO_TOKEN, "?").because(unreadable);
        }
    }

    private Given given(OIDCTokenResponse success, boolean bound) throws Refusal {
        var tokens = success.getOIDCTokens();
        var access = tokens.getAccessToken();
        var wanted = bound ? AccessTokenType.DPOP : AccessTokenType.BEARER;
        if (!wanted.equals(access.getType()))
            throw service.refused(bound ? AccessReason.NOT_BOUND : AccessReason.NO_TOKEN, "?")
                    .withRule("RFC 9449 5");
        var now = clock.instant();
        long life = access.getLifetime();
        var over =
                life > 0 ? Optional.of(now.plusSeconds(life)) : Optional.<java.time.Instant>empty();
        var margin = Duration.ofSeconds(Math.min(MARGIN.toSeconds(), life / 4));
        var refresh = Optional.ofNullable(tokens.getRefreshToken()).map(r -> r.getValue());
        return new Given(
                new Tokens(access.getValue(), bound, over, over.map(o -> o.minus(margin)), refresh),
                access,
                Optional.ofNullable(tokens.getIDToken()));
    }

    private HTTPRequest request(AuthorizationGrant grant) throws Refusal {
        var address = service.metadata().getTokenEndpointURI();
        var clientId = new ClientID(login.clientId());
        var request =
                key.isPresent()
                        ? new TokenRequest.Builder(address, assertion(), grant)
                        : new TokenRequest.Builder(address, clientId, grant);
        return request.build().toHTTPRequest();
    }

    private com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT assertion() throws Refusal {
        return key.orElseThrow().assertion(service.metadata().getIssuer().getValue());
    }

    /// @param request for the browser
    /// @param proofs of the key that the code is bound to
    /// @return what the browser names in its place
    URI pushed(AuthorizationRequest request, Optional<DpopProofs> proofs) throws Refusal {
        var address = service.metadata().getPushedAuthorizationRequestEndpointURI();
        var answer =
                send(
                        () ->
                                (key.isPresent()
                                                ? new PushedAuthorizationRequest(
                                                        address, assertion(), request)
                                                : new PushedAuthorizationRequest(address, request))
                                        .toHTTPRequest(),
                        proofs);
        try {
            var response = PushedAuthorizationResponse.parse(answer);
            if (!response.indicatesSuccess()) {
                requireClock(answer);
                throw service.refused(AccessReason.DENIED, word(answer));
            }
            return response.toSuccessResponse().getRequestURI();
        } catch (ParseException unreadable) {
            throw service.refused(AccessReason.NOT_A_SERVICE, address).because(unreadable);
        }
    }

    private interface Fresh {
        HTTPRequest request() throws Refusal;
    }

    /// An assertion and a proof count once: a request is made anew when the service asks for its nonce.
    private HTTPResponse send(Fresh fresh, Optional<DpopProofs> proofs) throws Refusal {
        var answer = sendOnce(fresh.request(), proofs);
        var nonce = answer.getHeaderValue("DPoP-Nonce");
        if (proofs.isEmpty() || nonce == null) return answer;
        boolean asks = answer.getStatusCode() >= 400 && word(answer).equals("use_dpop_nonce");
        return asks ? sendOnce(fresh.request(), proofs) : answer;
    }

    private HTTPResponse sendOnce(HTTPRequest request, Optional<DpopProofs> proofs) throws Refusal {
        var address = request.getURI();
        proofs.ifPresent(p -> request.setDPoP(p.proof("POST", address, Optional.empty())));
        var answer = http.send(request);
        var nonce = Optional.ofNullable(answer.getHeaderValue("DPoP-Nonce"));
        if (proofs.isPresent() && nonce.isPresent()) proofs.get().learn(address, nonce.get());
        return answer;
    }

    /// A wrong clock makes every proof one of another time: say that, rather than the service's word.
    private void requireClock(HTTPResponse answer) throws Refusal {
        try {
            var text = Optional.ofNullable(answer.getHeaderValue("Date")).orElse("");
            var theirs = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            var off = Duration.between(theirs.toInstant(), clock.instant()).abs();
            if (off.compareTo(IdentityCheck.SKEW) > 0)
                throw service.refused(AccessReason.CLOCK_OFF, off.toSeconds());
        } catch (DateTimeException noDate) {
            // then its word must do
        }
    }

    static String word(HTTPResponse answer) {
        return word(ErrorObject.parse(answer)).orElse(String.valueOf(answer.getStatusCode()));
    }

    static Optional<String> word(ErrorObject error) {
        return Optional.ofNullable(error)
                .map(ErrorObject::getCode)
                .filter(c -> WORD.matcher(c).matches());
    }
}
