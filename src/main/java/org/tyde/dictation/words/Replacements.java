package org.tyde.dictation.words;

import org.tyde.speech.Word;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Replacements in force: a user's own over the department's. Whole words, the longest first; what one
/// wrote is given to no other, and to no rule. Immutable.
public final class Replacements implements Rule {
    /// Replaces nothing.
    public static final Replacements NONE = new Replacements(List.of(), List.of());

    private final Map<String, String> written = new HashMap<>();
    private final int longest;

    /// @param department for all users of this machine
    /// @param own of this user; goes before the department's where both have a spoken form
    public Replacements(List<Replacement> department, List<Replacement> own) {
        for (var row : department) written.put(row.spoken(), row.written());
        for (var row : own) written.put(row.spoken(), row.written());
        longest = written.keySet().stream().mapToInt(s -> s.split(" ").length).max().orElse(0);
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        for (int length = Math.min(longest, words.size() - at); length > 0; length--) {
            var found = written.get(Rule.said(words, at, at + length));
            if (found != null) return Optional.of(new Found(found, at + length));
        }
        return Optional.empty();
    }
}
