package org.tyde.speech;

import java.util.List;
import java.util.stream.Collectors;

/// What was heard in one stretch of speech, so far or for good.
///
/// @param tag where it belongs
/// @param press counts key presses of one recogniser from 1
/// @param state partial results of one stretch replace each other; a final one replaces the last partial
/// @param words in order of time; empty when nothing was heard
public record Utterance(UtteranceTag tag, int press, State state, List<Word> words) {
    /// How settled it is.
    public enum State {
        /// May still change.
        PARTIAL,
        /// Will not change.
        FINAL,
        /// Nothing more comes for this press; has no words.
        END
    }

    /// Copies the words.
    public Utterance {
        words = List.copyOf(words);
    }

    /// @return the words with spaces between
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
