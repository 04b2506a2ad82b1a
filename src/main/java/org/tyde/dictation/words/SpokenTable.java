package org.tyde.dictation.words;

import org.tyde.speech.Word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is said and how it is written, one language: the file `spoken_*.csv` beside this class.
final class SpokenTable {
    /// What a phrase is good for; one phrase may be good for several.
    enum Kind {
        MARK,
        LINE,
        COMMAND,
        HEADING,
        NUMBER,
        ONE,
        TENS,
        HUNDRED,
        THOUSAND,
        AND,
        ORDINAL,
        MONTH,
        DECIMAL,
        TIMES,
        TO,
        MINUS,
        UNIT,
        COUNTED,
        LEVEL,
        GRADE,
        WORD
    }

    /// A phrase found among the words.
    ///
    /// @param written how it is written
    /// @param next index of the word after it
    record Found(String written, int next) {
        int value() {
            return Integer.parseInt(written);
        }
    }

    private static final int LONGEST_PHRASE = 3;
    private final Map<Kind, Map<String, String>> phrases = new EnumMap<>(Kind.class);

    private SpokenTable(List<String> lines) {
        for (var kind : Kind.values()) phrases.put(kind, new HashMap<>());
        for (var line : lines) {
            if (line.startsWith("#") || line.isBlank()) continue;
            var cells = line.split(";", 3);
            phrases(Kind.valueOf(cells[0].toUpperCase(Locale.ROOT))).put(cells[1], cells[2]);
        }
    }

    static SpokenTable of(Locale locale) {
        var language = locale.getLanguage().equals("en") ? "en" : "nb";
        var stream = SpokenTable.class.getResourceAsStream("spoken_" + language + ".csv");
        if (stream == null) throw new IllegalStateException("no table for " + language);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new SpokenTable(reader.lines().toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// @return the longest phrase of that kind that begins there
    Optional<Found> find(Kind kind, List<Word> words, int at) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            var written = phrases(kind).get(phrase(words, at, length));
            if (written != null) return Optional.of(new Found(written, at + length));
        }
        return Optional.empty();
    }

    boolean is(Kind kind, List<Word> words, int at) {
        return find(kind, words, at).isPresent();
    }

    Map<String, String> phrases(Kind kind) {
        return phrases.getOrDefault(kind, Map.of());
    }

    private static String phrase(List<Word> words, int at, int length) {
        if (length == 1) return words.get(at).text();
        var phrase = new StringBuilder(words.get(at).text());
        for (int i = at + 1; i < at + length; i++) phrase.append(' ').append(words.get(i).text());
        return phrase.toString();
    }
}
