package org.tyde.evidence;

/// What derived a number, where no person did (PS3.16 TID 4019).
///
/// @param name of the algorithm
/// @param version of it
public record Algorithm(String name, String version) {
    /// @throws IllegalArgumentException without name or version, which the template requires
    public Algorithm {
        if (name.isBlank() || version.isBlank())
            throw new IllegalArgumentException("an algorithm without name or version");
    }
}
