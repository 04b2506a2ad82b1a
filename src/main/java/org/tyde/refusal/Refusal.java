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

    /// @return where it went wrong
    public Optional<String> place() {
        return Optional.ofNullable(place);
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
