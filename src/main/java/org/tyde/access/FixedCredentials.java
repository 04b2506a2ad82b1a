package org.tyde.access;

import org.tyde.refusal.Refusal;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/// A secret that is the same for every request and is looked up anew for each.
public final class FixedCredentials implements Credentials {
    private final Scheme scheme;
    private final Secret secret;

    private FixedCredentials(Scheme scheme, Secret secret) {
        this.scheme = scheme;
        this.secret = secret;
    }

    /// Where a secret lies.
    @FunctionalInterface
    public interface Secret {
        /// @return a copy that the caller wipes
        /// @throws Refusal when it is not to be had
        char[] read() throws Refusal;
    }

    private interface Scheme {
        String value(char[] secret);
    }

    /// @param user without a colon
    /// @param password where it lies
    /// @return a user name and password with each request (RFC 7617, in UTF-8)
    public static Credentials basic(String user, Secret password) {
        return new FixedCredentials(
                word -> {
                    var both = (user + ":" + new String(word)).getBytes(StandardCharsets.UTF_8);
                    return "Basic " + Base64.getEncoder().encodeToString(both);
                },
                password);
    }

    /// @param token where it lies
    /// @return a token that somebody else looks after (RFC 6750)
    public static Credentials bearer(Secret token) {
        return new FixedCredentials(word -> "Bearer " + new String(word), token);
    }

    @Override
    public Map<String, String> headers(String method, URI address) throws Refusal {
        var word = secret.read();
        try {
            for (char c : word)
                if (c < ' ') throw new Refusal(AccessReason.SECRET_OF_SEVERAL_LINES);
            return Map.of("Authorization", scheme.value(word));
        } finally {
            Arrays.fill(word, ' ');
        }
    }

    @Override
    public boolean worthAnother(
            URI address, Map<String, String> sent, int status, HttpHeaders answer) {
        return false;
    }
}
