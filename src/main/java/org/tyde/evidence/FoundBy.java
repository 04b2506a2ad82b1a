package org.tyde.evidence;

import java.util.Optional;

/// What found or measured something, where no person did, as another's document names it: an algorithm
/// (PS3.16 TID 4019) or a device (TID 1004).
///
/// @param name of it, never blank
/// @param version of it, where the document says it
public record FoundBy(String name, Optional<String> version) {
    /// @throws IllegalArgumentException without a name
    public FoundBy {
        if (name.isBlank()) throw new IllegalArgumentException("found by what has no name");
    }

    /// @return name and version, as far as they are known
    public String text() {
        return version.map(v -> name + " " + v).orElse(name);
    }
}
