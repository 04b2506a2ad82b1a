package org.tyde.access;

import java.time.Instant;
import java.util.Optional;

/// What a sign-in gave. In memory only.
///
/// @param access shown to the archive
/// @param bound whether it goes with a proof (`DPoP`), else `Bearer`
/// @param over when the access token ends, empty when it is not told
/// @param renewAt from when on a new one is asked for
/// @param refresh asks for new ones, empty when there is none
record Tokens(
        String access,
        boolean bound,
        Optional<Instant> over,
        Optional<Instant> renewAt,
        Optional<String> refresh) {
    String header() {
        return (bound ? "DPoP " : "Bearer ") + access;
    }

    boolean due(Instant now) {
        return renewAt.isPresent() && !now.isBefore(renewAt.get());
    }

    boolean over(Instant now) {
        return over.isPresent() && !now.isBefore(over.get());
    }

    @Override
    public String toString() {
        return bound ? "a bound token" : "a bearer token";
    }
}
