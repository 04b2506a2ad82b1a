package org.tyde.report;

/// Where in a draft's kept sound something was said.
///
/// @param recording which press of the key, by the name its sound is kept under
/// @param from seconds from its beginning
/// @param to seconds, not before `from`
public record SoundPlace(String recording, double from, double to) {
    /// @throws IllegalArgumentException for a negative or reversed stretch
    public SoundPlace {
        if (!(from >= 0 && to >= from))
            throw new IllegalArgumentException("no stretch of sound: %s to %s".formatted(from, to));
    }
}
