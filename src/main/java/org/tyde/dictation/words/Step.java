package org.tyde.dictation.words;

import org.tyde.speech.Word;

import java.util.List;

/// One thing to do of what was said, in order.
public sealed interface Step {
    /// Text to write.
    ///
    /// @param tokens in order
    record Say(List<Token> tokens) implements Step {
        /// Copies the tokens.
        public Say {
            tokens = List.copyOf(tokens);
        }
    }

    /// Something to do.
    ///
    /// @param command what
    record Do(SpokenCommand command) implements Step {}

    /// How words were heard.
    ///
    /// @param confidence of the least certain one, 0 to 1
    /// @param from when the first began, seconds since the key went down
    /// @param to when the last ended
    record Heard(double confidence, double from, double to) {
        /// Nothing was said.
        public static final Heard NOTHING = new Heard(1, 0, 0);

        static Heard of(List<Word> words) {
            double confidence = words.stream().mapToDouble(Word::confidence).min().orElse(1);
            return new Heard(confidence, words.getFirst().start(), words.getLast().end());
        }

        Heard and(Heard next) {
            if (this.equals(NOTHING)) return next;
            if (next.equals(NOTHING)) return this;
            return new Heard(Math.min(confidence, next.confidence), from, Math.max(to, next.to));
        }
    }

    /// A word, a mark, or an end of line, as it is written.
    ///
    /// @param text as written, the letter case of the middle of a sentence
    /// @param kind how it is spaced
    /// @param uncertain whether the recogniser was in doubt about any word of it, or a rule about its meaning
    /// @param said the words it was said in
    /// @param heard how sure the recogniser was of them, and when they were said
    record Token(String text, Kind kind, boolean uncertain, String said, Heard heard) {
        /// How a token is spaced.
        public enum Kind {
            /// A space before it.
            WORD,
            /// A space before it, and no capital letter even where a sentence begins.
            SMALL,
            /// No space before it.
            CLOSING,
            /// No space after it.
            OPENING,
            /// No space on either side.
            JOINING,
            /// Ends the line.
            LINE
        }
    }
}
