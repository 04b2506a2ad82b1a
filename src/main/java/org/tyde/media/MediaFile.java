package org.tyde.media;

import java.io.IOException;
import java.io.InputStream;

/// One file on a medium.
///
/// @param name path on the medium with slashes, for sentences and for comparing with a DICOMDIR
/// @param size bytes it says it has; -1 where it does not say
/// @param opener reads it from its beginning
record MediaFile(String name, long size, Opener opener) {
    /// Opens a file.
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return opener.open();
    }

    /// The name without control characters, which might write over a line of the screen, and not endless.
    String shown() {
        var plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return plain.length() <= 120 ? plain : "…" + plain.substring(plain.length() - 120);
    }
}
