package org.tyde.worklist;

import org.tyde.refusal.Sentences;

import java.util.Locale;

/// How far the report of a study is, in the order in which a list shows them.
public enum ReadingStatus {
    /// Nobody here has begun.
    UNREAD,
    /// Opened, and nothing written.
    READING,
    /// Something is written and nothing sent.
    DRAFT,
    /// Sent, and not signed.
    PRELIMINARY,
    /// Signed; only an addendum can follow.
    SIGNED;

    /// @param locale the reader's language
    /// @return the status in a word
    public String text(Locale locale) {
        return Sentences.text(ReadingStatus.class, "status." + name(), locale);
    }
}
