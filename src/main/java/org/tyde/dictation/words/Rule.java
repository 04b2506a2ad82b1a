package org.tyde.dictation.words;

import org.tyde.speech.Word;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One kind of term that is written in another way than it is said. Where a rule is not sure it finds
/// nothing, and the words stay as said.
@FunctionalInterface
interface Rule {
    /// Silence between two words from which on they need not belong together, in seconds.
    double PAUSE = 0.3;

    /// @param words of one utterance
    /// @param at index of a word
    /// @return how the term that begins there is written
    Optional<Found> find(List<Word> words, int at);

    /// @return the words as they were said
    static String said(List<Word> words, int from, int to) {
        return words.subList(from, to).stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /// @return the word there, empty beyond the end
    static String word(List<Word> words, int at) {
        return at >= 0 && at < words.size() ? words.get(at).text() : "";
    }

    /// @return seconds of silence before the word, 0 at either end
    static double silence(List<Word> words, int at) {
        if (at <= 0 || at >= words.size()) return 0;
        return words.get(at).start() - words.get(at - 1).end();
    }
}
