package org.tyde.access;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Login;
import org.tyde.settings.Secrets;
import org.tyde.tls.TlsClient;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A person's sign-in at one service, shown to archives as an access token that is renewed before it ends
/// and once when an archive no longer takes it. The access token lives in memory; what renews it lies in
/// the key store. One per service and client for the life of the program.
public final class OpenIdCredentials implements Credentials, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdCredentials.class);

    /// How long a person has to sign in.
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Login.OpenId login;
    private final Secrets store;
    private final JobRunner runner;
    private final InstantSource clock;
    private final AccessHttp http;
    private final SignInService service;
    private final TokenEndpoint endpoint;
    private final IdentityCheck check;
    private Optional<DpopProofs> proofs = Optional.empty();
    private Optional<Tokens> tokens = Optional.empty();
    private volatile Optional<Person> person = Optional.empty();
    private volatile boolean held;
    private boolean proven;
    private boolean renewed;

    /// @param login service and client
    /// @param clientKey private JWK where the client has one; wiped by the caller
    /// @param tls whom to trust, empty for the system's authorities
    /// @param store where the refresh token lies
    /// @param runner waits for the service
    /// @param clock the wall clock
    /// @throws Refusal when the key is none
    public OpenIdCredentials(
            Login.OpenId login,
            Optional<char[]> clientKey,
            Optional<TlsClient> tls,
            Secrets store,
            JobRunner runner,
            InstantSource clock)
            throws Refusal {
        this.login = login;
        this.store = store;
        this.runner = runner;
        this.clock = clock;
        var place = login.clientKey().map(Object::toString).orElse("?");
        var key = Optional.<ClientKey>empty();
        if (clientKey.isPresent())
            key = Optional.of(new ClientKey(login.clientId(), clientKey.get(), place, clock));
        http = new AccessHttp(login.issuer().getHost(), tls, runner);
        service = new SignInService(login, http);
        endpoint = new TokenEndpoint(login, service, http, key, clock);
        check = new IdentityCheck(service, login.issuer().toString(), login.clientId(), clock);
    }

    /// Lets a person sign in through the browser.
    ///
    /// @param browser opens an address for the person
    /// @param longest wait for the person
    /// @param job who waits
    /// @return who signed in
    /// @throws Refusal when nobody did, or what the service says does not hold
    public Person signIn(Browser browser, Duration longest, JobContext job) throws Refusal {
        var fresh =
                login.dpop() ? Optional.of(DpopProofs.fresh(clock)) : Optional.<DpopProofs>empty();
        var done =
                new SignIn(login, service, endpoint, check, runner)
                        .run(fresh, browser, longest, job);
        synchronized (this) {
            proofs = fresh;
            person = Optional.of(done.person());
            renewed = false;
            take(done.tokens());
        }
        return done.person();
    }

    /// @return whether there is a sign-in that still counts, perhaps one of an earlier start
    /// @throws Refusal when the service or the key store cannot be asked
    boolean holds() throws Refusal {
        try {
            return !headers("GET", login.issuer()).isEmpty();
        } catch (Refusal refusal) {
            if (refusal.reason() == AccessReason.NOT_SIGNED_IN
                    || refusal.reason() == AccessReason.SIGN_IN_OVER) return false;
            throw refusal;
        }
    }

    /// @return who is signed in; empty before, and where only the key store's token was used
    public Optional<Person> person() {
        return person;
    }

    /// @return whether somebody was signed in when it was last used; does not wait
    public boolean signedIn() {
        return held;
    }

    /// Forgets the person and what is in the key store.
    ///
    /// @throws Refusal when the key store cannot be opened
    public synchronized void signOut() throws Refusal {
        tokens = Optional.empty();
        person = Optional.empty();
        held = false;
        store.delete(entry());
    }

    @Override
    public synchronized Map<String, String> headers(String method, URI address) throws Refusal {
        if (tokens.isEmpty()) resume();
        var now = clock.instant();
        if (tokens.orElseThrow().due(now)) renewBeforeItEnds();
        var current = tokens.orElseThrow();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", current.header());
        proofs.ifPresent(
                p ->
                        headers.put(
                                "DPoP",
                                p.proof(method, address, Optional.of(current.access()))
                                        .serialize()));
        return headers;
    }

    @Override
    public synchronized boolean worthAnother(
            URI address, Map<String, String> sent, int status, HttpHeaders answer) throws Refusal {
        var nonce = answer.firstValue("DPoP-Nonce");
        boolean news =
                proofs.isPresent() && nonce.isPresent() && proofs.get().learn(address, nonce.get());
        var mine = tokens.map(Tokens::header);
        if (status != 401) {
            proven |= status / 100 == 2;
            return false;
        }
        if (!mine.equals(Optional.ofNullable(sent.get("Authorization")))) return mine.isPresent();
        boolean asksForNonce =
                answer.allValues("WWW-Authenticate").stream()
                        .anyMatch(w -> w.contains("use_dpop_nonce"));
        if (asksForNonce) return news;
        if (renewed && !proven || tokens.flatMap(Tokens::refresh).isEmpty()) return false;
        renew();
        return true;
    }

    private void renewBeforeItEnds() throws Refusal {
        var current = tokens.orElseThrow();
        boolean over = current.over(clock.instant());
        if (current.refresh().isEmpty()) {
            if (over) throw ended("");
            return;
        }
        try {
            renew();
        } catch (Refusal refusal) {
            if (over || refusal.reason() != AccessReason.NO_ANSWER) throw refusal;
            LOG.warn("a sign-in could not be renewed yet");
        }
    }

    private void renew() throws Refusal {
        var refresh = tokens.flatMap(Tokens::refresh).orElseThrow(() -> ended(""));
        try {
            var grant = new RefreshTokenGrant(new RefreshToken(refresh));
            var given = endpoint.tokens(grant, proofs);
            if (given.identity().isPresent()) {
                var now = check.person(given.identity().get(), Optional.empty(), given.access());
                if (person.isPresent() && !person.get().is(now)) {
                    signOut();
                    throw service.refused(AccessReason.OTHER_PERSON)
                            .withRule("OpenID Connect Core 1.0, 12.2");
                }
                person = Optional.of(now);
            }
            renewed = true;
            var kept = given.tokens();
            take(
                    new Tokens(
                            kept.access(),
                            kept.bound(),
                            kept.over(),
                            kept.renewAt(),
                            kept.refresh().or(() -> Optional.of(refresh))));
        } catch (TokenEndpoint.NotGiven not) {
            if (!not.word().equals("invalid_grant"))
                throw service.refused(AccessReason.NO_TOKEN, not.word());
            signOut();
            throw ended(not.word());
        }
    }

    private Refusal ended(String word) {
        return service.refused(AccessReason.SIGN_IN_OVER, word);
    }

    /// A key store that is locked costs a sign-in at the next start, not this one.
    private void take(Tokens next) {
        boolean changed = !tokens.flatMap(Tokens::refresh).equals(next.refresh());
        tokens = Optional.of(next);
        held = true;
        proven = false;
        if (!changed || next.refresh().isEmpty()) return;
        var kept = KeptSignIn.write(next.refresh().get(), proofs.map(DpopProofs::key));
        try {
            store.write(entry(), kept);
        } catch (Refusal locked) {
            LOG.warn("a sign-in will not outlive the program: {}", locked.reason().name());
        } finally {
            Arrays.fill(kept, ' ');
        }
    }

    /// A sign-in of an earlier start.
    private void resume() throws Refusal {
        var kept = store.read(entry());
        if (kept.isEmpty()) throw service.refused(AccessReason.NOT_SIGNED_IN);
        try {
            var before =
                    KeptSignIn.read(kept.get())
                            .filter(k -> k.key().isPresent() == login.dpop())
                            .orElseThrow(() -> service.refused(AccessReason.NOT_SIGNED_IN));
            proofs = before.key().map((ECKey k) -> new DpopProofs(k, clock));
            var refresh = Optional.of(before.refresh());
            tokens =
                    Optional.of(new Tokens("", false, Optional.empty(), Optional.empty(), refresh));
            renew();
        } catch (Refusal failed) {
            tokens = Optional.empty();
            throw failed;
        } finally {
            Arrays.fill(kept.get(), ' ');
        }
    }

    private String entry() {
        return "sign-in " + login.issuer() + " " + login.clientId();
    }

    @Override
    public void close() {
        http.close();
    }
}
