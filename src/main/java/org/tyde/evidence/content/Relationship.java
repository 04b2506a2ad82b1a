package org.tyde.evidence.content;

import java.util.Optional;

/// What a content item is to the one it stands under: Relationship Type (0040,A010) (PS3.3 C.17.3.2.4).
public enum Relationship {
    /// A part of a container.
    CONTAINS,
    /// Who observed, whom, in which procedure; holds for all below, too.
    HAS_OBS_CONTEXT,
    /// How the data were acquired.
    HAS_ACQ_CONTEXT,
    /// Says the concept more precisely, or in another language.
    HAS_CONCEPT_MOD,
    /// Describes the item above.
    HAS_PROPERTIES,
    /// Evidence for the item above.
    INFERRED_FROM,
    /// What places and times were chosen from.
    SELECTED_FROM;

    /// @param written as a Relationship Type
    /// @return it, empty for what the standard does not define
    static Optional<Relationship> of(String written) {
        for (var one : values()) if (one.written().equals(written)) return Optional.of(one);
        return Optional.empty();
    }

    /// @return as in (0040,A010), such as `HAS OBS CONTEXT`
    public String written() {
        return name().replace('_', ' ');
    }

    /// @return whether it tells of the circumstances and not of what was found
    public boolean isContext() {
        return switch (this) {
            case HAS_OBS_CONTEXT, HAS_ACQ_CONTEXT, HAS_CONCEPT_MOD -> true;
            case CONTAINS, HAS_PROPERTIES, INFERRED_FROM, SELECTED_FROM -> false;
        };
    }
}
