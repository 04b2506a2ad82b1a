package org.tyde.report;

import java.util.Optional;

/// A stretch of a section that something hangs on.
///
/// @param section where
/// @param start first `char`
/// @param end one past the last `char`
/// @param meaning why
public record Mark(Section section, int start, int end, Meaning meaning) {
    /// @throws IllegalArgumentException for an empty or reversed stretch
    public Mark {
        if (start < 0 || end <= start)
            throw new IllegalArgumentException("no stretch: %d to %d".formatted(start, end));
    }

    /// @param at a `char` of the section
    /// @return whether it lies in the stretch or at its end
    public boolean touches(int at) {
        return at >= start && at <= end;
    }

    /// @return the field that stands here
    public Optional<Field> field() {
        return meaning instanceof Meaning.Filled(var field) ? Optional.of(field) : Optional.empty();
    }

    /// @param text of the section
    /// @return whether a field stands here that nobody has filled
    public boolean open(String text) {
        return field().filter(f -> f.placeholder().equals(text.substring(start, end))).isPresent();
    }

    /// Where the mark lies after `[from, to)` of its section became `length` chars. What was replaced is
    /// marked no more; a number from a measurement that was changed comes from it no more.
    Optional<Mark> after(int from, int to, int length) {
        int shift = length - (to - from);
        if (end <= from) return Optional.of(this);
        if (start >= to) return Optional.of(with(start + shift, end + shift));
        if (meaning instanceof Meaning.Measured) return Optional.empty();
        if (start < from && end > to) return Optional.of(with(start, end + shift));
        if (start < from) return Optional.of(with(start, from));
        if (end > to) return Optional.of(with(from + length, end + shift));
        return Optional.empty();
    }

    /// The mark around what `[from, to)` within it became.
    Mark around(int from, int to, int length) {
        return with(start, end + length - (to - from));
    }

    private Mark with(int from, int to) {
        return new Mark(section, from, to, meaning);
    }
}
