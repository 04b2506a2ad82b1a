package org.tyde.dictation;

import org.tyde.report.Section;

/// Part of a section, in `char`s.
///
/// @param section where
/// @param from first
/// @param to one past the last
public record Stretch(Section section, int from, int to) {
    /// @throws IllegalArgumentException for an empty or reversed stretch
    public Stretch {
        if (from < 0 || to <= from)
            throw new IllegalArgumentException("no stretch: %d to %d".formatted(from, to));
    }
}
