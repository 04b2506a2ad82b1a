package org.tyde.access;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Login;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// One sign-in through the browser: authorization code flow (OpenID Connect Core 1.0, 3.1) with PKCE (RFC
/// 7636), the way back over loopback (RFC 8252), pushed where the service takes that (RFC 9126).
final class SignIn {
    private final Login.OpenId login;
    private final SignInService service;
    private final TokenEndpoint endpoint;
    private final IdentityCheck check;
    private final JobRunner runner;
    private final State state = new State();
    private final Nonce nonce = new Nonce();
    private final CodeVerifier verifier = new CodeVerifier();

    SignIn(
            Login.OpenId login,
            SignInService service,
            TokenEndpoint endpoint,
            IdentityCheck check,
            JobRunner runner) {
        this.login = login;
        this.service = service;
        this.endpoint = endpoint;
        this.check = check;
        this.runner = runner;
    }

    /// @param tokens of the person
    /// @param person who signed in
    record Done(Tokens tokens, Person person) {}

    /// @param proofs of the key that tokens are bound to, empty for bearer tokens
    /// @param browser opens an address
    /// @param longest wait for the person
    /// @param job who waits
    /// @return who signed in
    Done run(Optional<DpopProofs> proofs, Browser browser, Duration longest, JobContext job)
            throws Refusal {
        service.metadata();
        try (var back = new WayBack(service.name(), runner, this::isAnswer, Locale.getDefault())) {
            browser.open(question(back.address(), proofs));
            var code = code(back.await(service.name(), longest, job));
            var grant = new AuthorizationCodeGrant(code, back.address(), verifier);
            var given = endpoint.tokens(grant, proofs);
            var identity =
                    given.identity().orElseThrow(() -> service.refused(AccessReason.NO_ID_TOKEN));
            var person = check.person(identity, Optional.of(nonce.getValue()), given.access());
            return new Done(given.tokens(), person);
        } catch (TokenEndpoint.NotGiven not) {
            throw service.refused(AccessReason.NO_TOKEN, not.word());
        }
    }

    private URI question(URI back, Optional<DpopProofs> proofs) throws Refusal {
        var metadata = service.metadata();
        var address = metadata.getAuthorizationEndpointURI();
        var clientId = new ClientID(login.clientId());
        var scope = Scope.parse(login.scopes());
        var builder =
                new AuthenticationRequest.Builder(ResponseType.CODE, scope, clientId, back)
                        .endpointURI(address)
                        .state(state)
                        .nonce(nonce)
                        .codeChallenge(verifier, CodeChallengeMethod.S256);
        if (proofs.isPresent()) {
            try {
                var thumbprint = proofs.get().key().computeThumbprint();
                builder.dPoPJWKThumbprintConfirmation(new JWKThumbprintConfirmation(thumbprint));
            } catch (com.nimbusds.jose.JOSEException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        var request = builder.build();
        if (metadata.getPushedAuthorizationRequestEndpointURI() == null) return request.toURI();
        var pushed = endpoint.pushed(request, proofs);
        return new AuthenticationRequest.Builder(pushed, clientId)
                .endpointURI(address)
                .build()
                .toURI();
    }

    private boolean isAnswer(URI came) {
        try {
            var answer = AuthenticationResponseParser.parse(came);
            return answer instanceof AuthenticationSuccessResponse
                    && state.equals(answer.getState());
        } catch (ParseException unreadable) {
            return false;
        }
    }

    private com.nimbusds.oauth2.sdk.AuthorizationCode code(URI came) throws Refusal {
        AuthenticationResponse answer;
        try {
            answer = AuthenticationResponseParser.parse(came);
        } catch (ParseException unreadable) {
            throw service.refused(AccessReason.OTHER_STATE).because(unreadable);
        }
        if (!state.equals(answer.getState()))
            throw service.refused(AccessReason.OTHER_STATE).withRule("RFC 6749 10.12");
        requireIssuer(answer);
        if (!(answer instanceof AuthenticationSuccessResponse success)) {
            var error = answer.toErrorResponse().getErrorObject();
            throw service.refused(AccessReason.DENIED, TokenEndpoint.word(error).orElse("?"));
        }
        if (success.getAuthorizationCode() == null)
            throw service.refused(AccessReason.NO_TOKEN, "no code");
        return success.getAuthorizationCode();
    }

    private void requireIssuer(AuthenticationResponse answer) throws Refusal {
        var said = Optional.ofNullable(answer.getIssuer()).map(i -> i.getValue());
        boolean must = service.metadata().supportsAuthorizationResponseIssuerParam();
        if (said.isEmpty() && !must) return;
        if (!said.equals(Optional.of(login.issuer().toString())))
            throw service.refused(AccessReason.OTHER_ISSUER, said.orElse("?"))
                    .withRule("RFC 9207 2.4");
    }
}
