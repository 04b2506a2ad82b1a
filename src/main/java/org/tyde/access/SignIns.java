package org.tyde.access;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Login;
import org.tyde.settings.Secrets;
import org.tyde.settings.WebAddress;
import org.tyde.tls.TlsClient;
import org.tyde.tls.Trust;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What the settings say of logins, ready to be shown: archives that ask the same service as the same
/// program share one sign-in.
public final class SignIns implements AutoCloseable {
    private final Secrets secrets;
    private final JobRunner runner;
    private final Map<Login.OpenId, OpenIdCredentials> people = new LinkedHashMap<>();
    private volatile List<Map.Entry<Login.OpenId, OpenIdCredentials>> everybody = List.of();

    /// How it stands with one sign-in.
    ///
    /// @param login service and client
    /// @param signedIn whether somebody is
    /// @param person who, where the service has told it
    public record Standing(Login.OpenId login, boolean signedIn, Optional<Person> person) {}

    /// @param secrets where passwords, tokens and keys lie
    /// @param runner waits for sign-in services
    public SignIns(Secrets secrets, JobRunner runner) {
        this.secrets = secrets;
        this.runner = runner;
    }

    /// A sign-in service is trusted by the authorities of the system, also where the archive has its own,
    /// and is not shown the certificate that is meant for the archive; unless both are one machine.
    ///
    /// @param address of an archive, with its login
    /// @param tls as the archive is spoken to
    /// @return what to show it
    /// @throws Refusal when the key that the program proves itself with is not to be had
    public Credentials of(WebAddress address, Optional<TlsClient> tls) throws Refusal {
        return switch (address.login()) {
            case Login.Nobody() -> Credentials.NONE;
            case Login.Basic(var user, var password) ->
                    FixedCredentials.basic(user, () -> secrets.of(password));
            case Login.Bearer(var token) -> FixedCredentials.bearer(() -> secrets.of(token));
            case Login.OpenId open -> {
                var one = Objects.equals(open.issuer().getHost(), address.base().getHost());
                var client = one && tls.isPresent() ? tls.get() : TlsClient.of(Trust.ofSystem());
                yield person(open, client);
            }
        };
    }

    private synchronized OpenIdCredentials person(Login.OpenId login, TlsClient tls)
            throws Refusal {
        var known = Optional.ofNullable(people.get(login));
        if (known.isPresent()) return known.get();
        var key = Optional.<char[]>empty();
        if (login.clientKey().isPresent()) key = Optional.of(secrets.of(login.clientKey().get()));
        try {
            var clock = InstantSource.system();
            var person =
                    new OpenIdCredentials(login, key, Optional.of(tls), secrets, runner, clock);
            people.put(login, person);
            everybody =
                    people.entrySet().stream()
                            .map(e -> Map.entry(e.getKey(), e.getValue()))
                            .toList();
            return person;
        } finally {
            key.ifPresent(k -> Arrays.fill(k, ' '));
        }
    }

    /// Takes up a sign-in of an earlier start, or lets the person sign in.
    ///
    /// @param login that [#of] was asked for
    /// @param browser opens an address for the person
    /// @param job who waits
    /// @throws Refusal when nobody signed in, or the service cannot be asked
    public void ensure(Login.OpenId login, Browser browser, JobContext job) throws Refusal {
        Optional<OpenIdCredentials> person;
        synchronized (this) {
            person = Optional.ofNullable(people.get(login));
        }
        if (person.isPresent() && !person.get().holds())
            person.get().signIn(browser, OpenIdCredentials.PATIENCE, job);
    }

    /// @return the sign-ins through a browser that archives ask for, signed in or not
    public synchronized Set<Login.OpenId> people() {
        return Set.copyOf(people.keySet());
    }

    /// @return how it stands with each sign-in that archives ask for; does not wait
    public List<Standing> standings() {
        return everybody.stream()
                .map(e -> new Standing(e.getKey(), e.getValue().signedIn(), e.getValue().person()))
                .toList();
    }

    /// Signs everybody out here: tokens are forgotten, in the key store too. At the service itself, and in the
    /// browser, the sign-in lasts as long as these say.
    ///
    /// @throws Refusal when the key store cannot be opened
    public void signOut() throws Refusal {
        for (var one : everybody) one.getValue().signOut();
    }

    @Override
    public synchronized void close() {
        people.values().forEach(OpenIdCredentials::close);
    }
}
