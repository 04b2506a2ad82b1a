package org.tyde.report;

import java.util.Optional;

/// A stretch of a section that is drawn underlined until it has been looked at or rewritten.
///
/// @param section where
/// @param start first `char`
/// @param end one past the last `char`
/// @param kind why
public record Mark(Section section, int start, int end, Kind kind) {
    /// Why a stretch is marked.
    public enum Kind {
        /// The recogniser was not sure.
        UNCERTAIN,
        /// Heard by the live microphone through the trial model, which knows a synthetic voice only.
        TRIAL
    }

    /// @throws IllegalArgumentException for an empty or reversed stretch
    public Mark {
        if (start < 0 || end <= start)
            throw new IllegalArgumentException("no stretch: %d to %d".formatted(start, end));
    }

    /// Where the mark lies after `[from, to)` of its section became `length` chars; what was replaced is
    /// marked no more.
    Optional<Mark> after(int from, int to, int length) {
        int shift = length - (to - from);
        if (end <= from) return Optional.of(this);
        if (start >= to) return Optional.of(new Mark(section, start + shift, end + shift, kind));
        if (start < from && end > to)
            return Optional.of(new Mark(section, start, end + shift, kind));
        if (start < from) return Optional.of(new Mark(section, start, from, kind));
        if (end > to) return Optional.of(new Mark(section, from + length, end + shift, kind));
        return Optional.empty();
    }
}
