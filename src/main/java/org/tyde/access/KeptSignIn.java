package org.tyde.access;

import com.nimbusds.jose.jwk.ECKey;

import java.text.ParseException;
import java.util.Optional;

/// What outlives the program: the refresh token, and the key it is bound to, in the key store. Two lines.
///
/// @param refresh asks for new tokens
/// @param key of the proofs, empty for a bearer token
record KeptSignIn(String refresh, Optional<ECKey> key) {
    static char[] write(String refresh, Optional<ECKey> key) {
        return (refresh + "\n" + key.map(ECKey::toJSONString).orElse("")).toCharArray();
    }

    /// @return empty when it is not what was written
    static Optional<KeptSignIn> read(char[] text) {
        var lines = new String(text).split("\n", -1);
        if (lines.length != 2 || lines[0].isBlank()) return Optional.empty();
        if (lines[1].isEmpty()) return Optional.of(new KeptSignIn(lines[0], Optional.empty()));
        try {
            return Optional.of(new KeptSignIn(lines[0], Optional.of(ECKey.parse(lines[1]))));
        } catch (ParseException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "a kept sign-in";
    }
}
