package org.tyde.refusal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something was refused, and this is what, where and by which rule. The one checked exception of
/// the house; [#getMessage()] is the English sentence, for logs.
public class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Reason reason;
    private final transient List<Object> arguments;
    private @Nullable String place;
    private long offset = -1;
    private @Nullable String rule;

    /// @param reason the constant of the room that refuses
    /// @param arguments what its sentence names, in order; no patient's name, number or text
    public Refusal(Reason reason, Object... arguments) {
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    /// @param where a tag path, an offset, a file: what a person needs to look there
    /// @return this
    public Refusal withPlace(String where) {
        this.place = where;
        this.offset = -1;
        return this;
    }

    /// @param where a tag path; empty: not known
    /// @param bytes from the start of the file; negative: not known
    /// @return this
    public Refusal withPlace(String where, long bytes) {
        this.place = where;
        this.offset = bytes;
        return this;
    }

    /// @param section such as `PS3.5 6.2`
    /// @return this
    public Refusal withRule(String section) {
        this.rule = section;
        return this;
    }

    /// @param cause what lay below
    /// @return this
    public Refusal because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /// @return why
    public Reason reason() {
        return reason;
    }

    /// @return what the sentence names, in order
    public List<Object> arguments() {
        return arguments;
    }

    /// @return where it went wrong, in English
    public Optional<String> place() {
        return place(Locale.ENGLISH);
    }

    /// @param locale the reader's language
    /// @return where it went wrong
    public Optional<String> place(Locale locale) {
        if (place == null || offset < 0) return Optional.ofNullable(place);
        var at = Sentences.text(Refusal.class, "place.offset", locale, String.valueOf(offset));
        return Optional.of(place.isEmpty() ? at : place + " " + at);
    }

    /// @return the section of the standard that says so
    public Optional<String> rule() {
        return Optional.ofNullable(rule);
    }

    @Override
    public String getMessage() {
        return Sentences.of(this, Locale.ENGLISH);
    }
}
