package org.tyde.access;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Login;
import org.tyde.settings.Secrets;
import org.tyde.tls.TlsClient;
import org.tyde.work.JobRunner;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the settings say of logins, ready to be shown: archives that ask the same service as the same
/// program share one sign-in.
public final class SignIns implements AutoCloseable {
    private final Secrets secrets;
    private final JobRunner runner;
    private final Map<Login.OpenId, OpenIdCredentials> people = new LinkedHashMap<>();

    /// @param secrets where passwords, tokens and keys lie
    /// @param runner waits for sign-in services
    public SignIns(Secrets secrets, JobRunner runner) {
        this.secrets = secrets;
        this.runner = runner;
    }

    /// @param login of an archive
    /// @param tls whom to trust, empty for the system's authorities
    /// @return what to show it
    /// @throws Refusal when the key that the program proves itself with is not to be had
    public Credentials of(Login login, Optional<TlsClient> tls) throws Refusal {
        return switch (login) {
            case Login.Nobody() -> Credentials.NONE;
            case Login.Basic(var user, var password) ->
                    FixedCredentials.basic(user, () -> secrets.of(password));
            case Login.Bearer(var token) -> FixedCredentials.bearer(() -> secrets.of(token));
            case Login.OpenId open -> person(open, tls);
        };
    }

    private synchronized OpenIdCredentials person(Login.OpenId login, Optional<TlsClient> tls)
            throws Refusal {
        var known = Optional.ofNullable(people.get(login));
        if (known.isPresent()) return known.get();
        var key = Optional.<char[]>empty();
        if (login.clientKey().isPresent()) key = Optional.of(secrets.of(login.clientKey().get()));
        try {
            var person =
                    new OpenIdCredentials(login, key, tls, secrets, runner, InstantSource.system());
            people.put(login, person);
            return person;
        } finally {
            key.ifPresent(k -> Arrays.fill(k, ' '));
        }
    }

    /// @return the sign-ins through a browser that archives ask for, signed in or not
    public synchronized Collection<OpenIdCredentials> people() {
        return List.copyOf(people.values());
    }

    @Override
    public synchronized void close() {
        people.values().forEach(OpenIdCredentials::close);
    }
}
