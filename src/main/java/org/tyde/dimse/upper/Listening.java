package org.tyde.dimse.upper;

import org.tyde.tls.TlsServer;

import java.util.Optional;

/// Where and how a server listens.
///
/// @param name for the sentences
/// @param host address of the interface, such as `127.0.0.1` or `0.0.0.0`
/// @param port 1 to 65535, or 0 for any free one
/// @param most associations at once; more are rejected for now
/// @param limits times and lengths
/// @param tls where connections are encrypted
public record Listening(
        String name, String host, int port, int most, Limits limits, Optional<TlsServer> tls) {
    /// @throws IllegalArgumentException for a port that is none, or no association at all
    public Listening {
        if (port < 0 || port > 65535) throw new IllegalArgumentException("not a port: " + port);
        if (most < 1) throw new IllegalArgumentException("no associations");
    }

    /// @param name for the sentences
    /// @param port 1 to 65535, or 0 for any free one
    /// @return for this computer alone, with the usual limits, not encrypted
    public static Listening loopback(String name, int port) {
        return new Listening(name, "127.0.0.1", port, 32, Limits.USUAL, Optional.empty());
    }

    /// @param other times and lengths
    /// @return with them
    public Listening withLimits(Limits other) {
        return new Listening(name, host, port, most, other, tls);
    }

    /// @param associations at once
    /// @return with it
    public Listening withMost(int associations) {
        return new Listening(name, host, port, associations, limits, tls);
    }

    /// @param server our side of TLS
    /// @return encrypted
    public Listening withTls(TlsServer server) {
        return new Listening(name, host, port, most, limits, Optional.of(server));
    }
}
