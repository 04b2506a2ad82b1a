package org.tyde.dictation.words;

/// What a user should know of a replacement that is none the less in force.
public enum Remark {
    /// It is a command where it stands alone, and is replaced inside a sentence only.
    COMMAND,
    /// A rule of Tyde would write it in another way; the replacement goes before the rule.
    RULE,
    /// The department has another one of the same spoken form; the user's goes before it.
    DEPARTMENT,
    /// The model does not know a word of the spoken form and will never hear it.
    UNKNOWN_WORD
}
