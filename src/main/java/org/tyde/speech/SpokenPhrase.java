package org.tyde.speech;

/// A command that was heard, by the recogniser that listens for nothing else.
///
/// @param text as it was given to [Recognizer#commands], words with single spaces
/// @param start seconds since the key went down
/// @param end seconds since the key went down, not before the start
/// @param confidence 0 to 1, of its least certain word; the recogniser's own, not a probability
public record SpokenPhrase(String text, double start, double end, double confidence) {
    /// Checks the range of time.
    public SpokenPhrase {
        if (!(end >= start)) throw new IllegalArgumentException("phrase ends before it starts");
    }
}
