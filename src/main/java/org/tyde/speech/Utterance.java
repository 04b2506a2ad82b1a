package org.tyde.speech;

import java.util.List;
import java.util.stream.Collectors;

/// What was heard in one stretch of speech, so far or for good.
///
/// @param tag where it belongs
/// @param press counts key presses of one recogniser from 1
/// @param recording names the sound of the press, which the times of words count in; empty where no
///     sound is kept
/// @param state partial results of one stretch replace each other; a final one replaces the last partial
/// @param words in order of time; empty when nothing was heard
/// @param commands what the recogniser of commands heard in the same stretch, in order of time; only of a
///     final one, and only where commands are listened for
public record Utterance(
        UtteranceTag tag,
        int press,
        String recording,
        State state,
        List<Word> words,
        List<SpokenPhrase> commands) {
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
        commands = List.copyOf(commands);
    }

    /// Free speech of which no sound is kept.
    ///
    /// @param tag where it belongs
    /// @param press counts key presses of one recogniser from 1
    /// @param state as of the other
    /// @param words in order of time
    public Utterance(UtteranceTag tag, int press, State state, List<Word> words) {
        this(tag, press, "", state, words, List.of());
    }

    /// @return the words with spaces between
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
