package org.tyde.worklist;

import org.tyde.refusal.Sentences;
import org.tyde.store.Outbox;

import java.util.Locale;
import java.util.Optional;

/// Why a signed report is not where it belongs yet, the gravest last.
public enum Undelivered {
    /// The archive said that it has it, and does not list it yet.
    UNCONFIRMED,
    /// The archive does not answer; it is tried again by itself.
    TRIED_IN_VAIN,
    /// The archive will not take it; a person must decide.
    REFUSED;

    /// @param item of the outbox
    /// @return why it is not delivered; empty where it is, or has not begun to leave
    static Optional<Undelivered> of(Outbox.Waiting item) {
        return switch (item.state()) {
            case CONFIRMED -> Optional.empty();
            case REFUSED -> Optional.of(REFUSED);
            case SENT -> Optional.of(UNCONFIRMED);
            case WAITING ->
                    item.lastReason().isEmpty() ? Optional.empty() : Optional.of(TRIED_IN_VAIN);
        };
    }

    /// @param locale the reader's language
    /// @return a sentence
    public String text(Locale locale) {
        return Sentences.text(Undelivered.class, "undelivered." + name(), locale);
    }
}
