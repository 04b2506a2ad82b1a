package org.tyde.settings;

/// Where an archive speaks DIMSE (PS3.7, PS3.8).
///
/// @param host name or address
/// @param port 1 to 65535
/// @param aeTitle the archive's Application Entity title, 1 to 16 characters
/// @param tls whether the association is inside TLS
public record DimseAddress(String host, int port, String aeTitle, boolean tls) {
    /// @throws IllegalArgumentException for a value out of range
    public DimseAddress {
        if (host.isBlank()) throw new IllegalArgumentException("no host");
        if (port < 1 || port > 65535) throw new IllegalArgumentException("not a port: " + port);
        checkTitle(aeTitle);
    }

    /// PS3.5 6.2: AE, 16 characters of the default repertoire without backslash and control characters,
    /// not all spaces.
    static void checkTitle(String title) {
        boolean plain = title.chars().allMatch(c -> c >= 0x20 && c < 0x7F && c != '\\');
        if (!plain || title.isBlank() || title.length() > 16)
            throw new IllegalArgumentException("not an AE title: " + title);
    }
}
