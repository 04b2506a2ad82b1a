package org.tyde.dictation.words;

import org.tyde.refusal.Reason;

/// Why a replacement is refused.
public enum WordsReason implements Reason {
    /// No spoken form, or no written one.
    EMPTY,
    /// The spoken form has more words than a rule looks at.
    TOO_LONG,
    /// The spoken form holds what nobody can say, such as a mark.
    NOT_SPOKEN,
    /// The written form holds a character that is no text.
    NOT_TEXT,
    /// The written form has another side than the spoken one, or none.
    CHANGES_SIDE,
    /// The written form denies what the spoken one does not, or the other way.
    CHANGES_DENIAL
}
