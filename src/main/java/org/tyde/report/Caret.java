package org.tyde.report;

/// Where the next word goes.
///
/// @param section an editable one
/// @param offset in `char`s from the section's beginning
public record Caret(Section section, int offset) {
    /// @throws IllegalArgumentException for a read-only section or a negative offset
    public Caret {
        if (!section.editable())
            throw new IllegalArgumentException("no caret in a read-only section: " + section);
        if (offset < 0) throw new IllegalArgumentException("negative offset: " + offset);
    }

    /// @param section an editable one
    /// @return its beginning
    public static Caret startOf(Section section) {
        return new Caret(section, 0);
    }
}
