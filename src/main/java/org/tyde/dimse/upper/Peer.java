package org.tyde.dimse.upper;

import org.tyde.tls.TlsClient;

import java.util.Optional;

/// An application entity that associations are asked of.
///
/// @param name for the sentences
/// @param host name or address
/// @param port 1 to 65535
/// @param calledTitle its AE title
/// @param callingTitle ours
/// @param limits times and lengths
/// @param tls where the connection is encrypted
public record Peer(
        String name,
        String host,
        int port,
        String calledTitle,
        String callingTitle,
        Limits limits,
        Optional<TlsClient> tls) {
    static final int TITLE_LENGTH = 16;

    /// @throws IllegalArgumentException for a port or a title that is none
    public Peer {
        if (port < 1 || port > 65535) throw new IllegalArgumentException("not a port: " + port);
        for (var title : new String[] {calledTitle, callingTitle})
            if (!isTitle(title)) throw new IllegalArgumentException("not an AE title: " + title);
    }

    /// 1 to 16 characters of the basic set without control characters and backslash; spaces around them have no meaning
    /// (PS3.5 6.2, AE).
    static boolean isTitle(String title) {
        return !title.isBlank()
                && title.length() <= TITLE_LENGTH
                && title.chars().allMatch(c -> c >= ' ' && c < 127 && c != '\\');
    }

    /// @param name for the sentences
    /// @param host name or address
    /// @param port 1 to 65535
    /// @param calledTitle its AE title
    /// @param callingTitle ours
    /// @return with the usual limits, not encrypted
    public static Peer of(
            String name, String host, int port, String calledTitle, String callingTitle) {
        return new Peer(
                name, host, port, calledTitle, callingTitle, Limits.USUAL, Optional.empty());
    }

    /// @param other times and lengths
    /// @return with them
    public Peer withLimits(Limits other) {
        return new Peer(name, host, port, calledTitle, callingTitle, other, tls);
    }

    /// @param client our side of TLS
    /// @return encrypted
    public Peer withTls(TlsClient client) {
        return new Peer(name, host, port, calledTitle, callingTitle, limits, Optional.of(client));
    }
}
