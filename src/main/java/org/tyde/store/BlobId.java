package org.tyde.store;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// The name of a blob: the SHA-256 of its content.
///
/// @param sha256 64 lower-case hexadecimal digits
public record BlobId(String sha256) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /// @throws IllegalArgumentException for any other text
    public BlobId {
        if (!isName(sha256))
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
    }

    static boolean isName(String text) {
        return FORM.matcher(text).matches();
    }

    /// @param hash 32 bytes
    /// @return the name
    static BlobId of(byte[] hash) {
        return new BlobId(HexFormat.of().formatHex(hash));
    }

    /// @return the hash, 32 bytes
    byte[] bytes() {
        return HexFormat.of().parseHex(sha256);
    }

    @Override
    public String toString() {
        return sha256;
    }
}
