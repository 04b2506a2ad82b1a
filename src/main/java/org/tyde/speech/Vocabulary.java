package org.tyde.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// The words a model can hear; it hears no others.
///
/// @param words in lower case, without the marks of the decoder
public record Vocabulary(SortedSet<String> words) {
    /// Copies the words.
    public Vocabulary {
        words = Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    /// @param wordsFile a model's `graph/words.txt`: a word and its number on each line, UTF-8
    /// @return the words in it
    /// @throws IOException when it cannot be read
    public static Vocabulary read(Path wordsFile) throws IOException {
        var words = new TreeSet<String>();
        for (var line : Files.readAllLines(wordsFile)) {
            int space = line.indexOf(' ');
            if (space > 0 && "<[#!".indexOf(line.charAt(0)) < 0)
                words.add(line.substring(0, space));
        }
        return new Vocabulary(words);
    }

    /// @param word in lower case
    /// @return whether the model can hear it
    public boolean knows(String word) {
        return words.contains(word);
    }
}
