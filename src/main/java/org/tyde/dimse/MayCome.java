package org.tyde.dimse;

import java.util.List;

/// What a C-GET may bring, as far as is known: what is not proposed cannot come (PS3.4 C.4.3).
///
/// @param sopClasses of the instances; empty: the classes a reading room meets
/// @param syntaxes transfer syntaxes that the archive names for them; empty: it does not say
public record MayCome(List<String> sopClasses, List<String> syntaxes) {
    /// Nothing is known.
    public static final MayCome ANYTHING = new MayCome(List.of(), List.of());

    /// @param sopClasses of the instances
    /// @param syntaxes that the archive names for them
    public MayCome {
        sopClasses = List.copyOf(sopClasses);
        syntaxes = List.copyOf(syntaxes);
    }
}
