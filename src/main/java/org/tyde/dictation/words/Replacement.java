package org.tyde.dictation.words;

import org.tyde.refusal.Refusal;

import java.util.Locale;

/// A word or several, and how they shall be written instead.
///
/// @param spoken as the recogniser puts it out: lower case, single spaces
/// @param written as the report shall have it; a sentence's first letter still becomes a capital
public record Replacement(String spoken, String written) {
    /// The most words of a spoken form.
    public static final int MOST_WORDS = 8;

    /// Checks a replacement somebody entered; white space at the ends is dropped, capitals of the spoken
    /// form are.
    ///
    /// @param spoken what is said
    /// @param written how it shall be written
    /// @return the replacement
    /// @throws Refusal it could never be said, is no text, or would change a side or a denial
    public static Replacement of(String spoken, String written) throws Refusal {
        var said = spoken.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        var text = written.strip();
        if (said.isEmpty() || text.isEmpty()) throw new Refusal(WordsReason.EMPTY);
        if (said.split(" ").length > MOST_WORDS)
            throw new Refusal(WordsReason.TOO_LONG, said, MOST_WORDS);
        if (!said.matches("[\\p{L}\\p{M}\\p{N} '’-]+"))
            throw new Refusal(WordsReason.NOT_SPOKEN, said);
        if (text.chars().anyMatch(c -> Character.isISOControl(c)))
            throw new Refusal(WordsReason.NOT_TEXT, said);
        if (!Guarded.sides(said).equals(Guarded.sides(text)))
            throw new Refusal(WordsReason.CHANGES_SIDE, said, text);
        if (!Guarded.denials(said).equals(Guarded.denials(text)))
            throw new Refusal(WordsReason.CHANGES_DENIAL, said, text);
        return new Replacement(said, text);
    }
}
