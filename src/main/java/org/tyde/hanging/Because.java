package org.tyde.hanging;

import org.tyde.refusal.Sentences;

import java.util.List;
import java.util.Locale;

/// Why something hangs where it hangs, or does not: a sentence in the reader's language.
///
/// @param key of this room's messages
/// @param arguments what the sentence names, in order
public record Because(String key, List<Object> arguments) {
    /// Copies the arguments.
    public Because {
        arguments = List.copyOf(arguments);
    }

    /// @param key of this room's messages
    /// @param arguments what the sentence names, in order
    /// @return that sentence
    public static Because of(String key, Object... arguments) {
        return new Because(key, List.of(arguments));
    }

    /// @param locale the reader's language
    /// @return the sentence
    public String text(Locale locale) {
        return Sentences.text(Because.class, key, locale, arguments.toArray());
    }
}
