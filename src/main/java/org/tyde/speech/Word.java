package org.tyde.speech;

/// A recognised word. In a partial result its start and end only bound where it lies, and its
/// confidence is 1.
///
/// @param text as in the model's vocabulary, lower case; [#UNKNOWN] for speech outside it
/// @param start seconds since the key went down
/// @param end seconds since the key went down, not before the start
/// @param confidence 0 to 1, the recogniser's own; not a probability
public record Word(String text, double start, double end, double confidence) {
    /// What a model with a place for it says where the speech was none of its words.
    public static final String UNKNOWN = "[unk]";

    /// Checks the ranges; a confidence is clipped to 0 to 1.
    public Word {
        if (!(end >= start)) throw new IllegalArgumentException("word ends before it starts");
        confidence = Math.clamp(confidence, 0, 1);
    }
}
