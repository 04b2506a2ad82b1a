package org.tyde.dictation.words;

import org.tyde.speech.SpokenPhrase;

import java.util.List;
import java.util.Locale;

/// What can be named in a command where somebody speaks.
///
/// @param places what fields can be gone to by name, as they are called
/// @param autotexts names of what can be put in
/// @param text what stands in the section; only words that stand there can be selected
/// @param heard what a recogniser of commands heard in the same stretch
public record SpokenContext(
        List<String> places, List<String> autotexts, String text, List<SpokenPhrase> heard) {
    /// Nothing can be named.
    public static final SpokenContext NONE = new SpokenContext(List.of(), List.of(), "", List.of());

    /// Copies the lists.
    public SpokenContext {
        places = List.copyOf(places);
        autotexts = List.copyOf(autotexts);
        heard = List.copyOf(heard);
    }

    /// @param words in any letter case
    /// @return whether they stand in the text as whole words
    boolean stands(String words) {
        return TextSearch.find(text, words, text.length()).isPresent();
    }

    /// @param next what the recogniser of commands heard
    /// @return this with it
    public SpokenContext withHeard(List<SpokenPhrase> next) {
        return new SpokenContext(places, autotexts, text, next);
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).strip();
    }
}
