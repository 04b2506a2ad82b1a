package org.tyde.dictation.words;

import java.util.List;

/// Something that can be said now.
///
/// @param group what it is about
/// @param phrases ways to say it, all the same
/// @param gives the mark, text or example as it is written; of a command its verb and argument as in the
///     tables
public record Sayable(Group group, List<String> phrases, String gives) {
    /// What it is about, in the order in which it is shown.
    public enum Group {
        /// Takes back, selects, changes.
        EDIT,
        /// Leads to a section or field.
        PLACE,
        /// Puts text in.
        INSERT,
        /// For the images.
        IMAGES,
        /// The microphone, signing, help.
        DESK,
        /// Punctuation and lines.
        MARK,
        /// How numbers and terms are said.
        EXAMPLE
    }

    /// Copies the phrases.
    public Sayable {
        phrases = List.copyOf(phrases);
    }

    /// @return whether it is a command
    public boolean command() {
        return group != Group.MARK && group != Group.EXAMPLE;
    }
}
