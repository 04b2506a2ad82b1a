package org.tyde.dictation.words;

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

    /// A word, a mark, or an end of line, as it is written.
    ///
    /// @param text as written, the letter case of the middle of a sentence
    /// @param kind how it is spaced
    /// @param uncertain whether the recogniser was in doubt about any word of it, or a rule about its meaning
    /// @param said the words it was said in
    record Token(String text, Kind kind, boolean uncertain, String said) {
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
