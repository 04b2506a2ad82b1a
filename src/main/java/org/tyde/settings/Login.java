package org.tyde.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// How Tyde says to a DICOMweb archive who asks.
public sealed interface Login {
    /// Nothing is said.
    Login NONE = new Nobody();

    /// Nothing is said.
    record Nobody() implements Login {}

    /// A user name and a password (RFC 7617).
    ///
    /// @param user without a colon
    /// @param password where it lies
    record Basic(String user, SecretRef password) implements Login {
        /// @throws IllegalArgumentException for a user name that RFC 7617 has no room for
        public Basic {
            if (user.isBlank() || user.contains(":"))
                throw new IllegalArgumentException("not a user name: " + user);
        }
    }

    /// One token that somebody else looks after (RFC 6750).
    ///
    /// @param token where it lies
    record Bearer(SecretRef token) implements Login {}

    /// A person signs in through the browser (OpenID Connect, authorization code with PKCE).
    ///
    /// @param issuer of the tokens, where the discovery document is found
    /// @param clientId as which Tyde is registered there
    /// @param scopes asked for, `openid` among them
    /// @param dpop whether tokens are bound to a key (RFC 9449)
    /// @param clientKey private JWK for `private_key_jwt`, empty for a public client
    record OpenId(
            URI issuer,
            String clientId,
            List<String> scopes,
            boolean dpop,
            Optional<SecretRef> clientKey)
            implements Login {
        /// @throws IllegalArgumentException for an issuer other than https (http on loopback is for
        ///     trying out), no client or no `openid`
        public OpenId {
            scopes = List.copyOf(scopes);
            boolean loopback =
                    "http".equals(issuer.getScheme())
                            && List.of("127.0.0.1", "localhost", "[::1]")
                                    .contains(String.valueOf(issuer.getHost()));
            if (!"https".equals(issuer.getScheme()) && !loopback)
                throw new IllegalArgumentException("not https: " + issuer);
            if (clientId.isBlank()) throw new IllegalArgumentException("no client id");
            if (!scopes.contains("openid"))
                throw new IllegalArgumentException("no openid in scope");
        }
    }
}
