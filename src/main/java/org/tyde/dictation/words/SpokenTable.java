package org.tyde.dictation.words;

import org.tyde.speech.Word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is said and how it is written, one language: the file `spoken_*.csv` beside this class.
final class SpokenTable {
    /// What a phrase is good for; one phrase may be good for several.
    enum Kind {
        /// Punctuation.
        MARK,
        /// What is no mark, line or label behind these words.
        NOT_AFTER,
        /// What is no mark, line or label before these words.
        NOT_BEFORE,
        /// 1: line, 2: paragraph, list: a point of a list.
        LINE,
        /// A command that needs silence or an end on both sides.
        COMMAND,
        /// A command that may be followed by text at once.
        OPENING,
        /// The heading of a section where a sentence begins.
        HEADING,
        /// What comes before the argument of a command.
        SELECT,
        INSERT,
        GO,
        /// FIRST, ALL or NONE: capitals of the next word.
        CAPITAL,
        NUMBER,
        ONE,
        TENS,
        HUNDRED,
        THOUSAND,
        MILLION,
        AND,
        /// Behind these words "two and twenty" is two numbers.
        BETWEEN,
        ORDINAL,
        MONTH,
        DECIMAL,
        TIMES,
        TO,
        MINUS,
        PLUS,
        EQUALS,
        SLASH,
        HALF,
        FRACTION,
        UNIT,
        PER,
        COUNTED,
        /// Words of grammar: before them a number with decimals is complete.
        FUNCTION,
        /// A letter of the spine and its highest number.
        LEVEL,
        /// What follows the weighting of an MR sequence.
        WEIGHTED,
        /// What is numbered: `written|lowest|highest|letters`.
        LABEL,
        /// What is numbered in roman numerals: `written|highest`.
        ROMAN,
        /// The name of a scale of `categories.csv`.
        CATEGORY,
        /// Stands between the name and the value of a scale.
        FILLER,
        /// A letter as it is called.
        LETTER,
        CLOCK,
        /// Before these, "nineteen ninety" is a year.
        YEAR_AFTER,
        /// The end of an age said as a noun.
        AGED,
        WORD
    }

    private static final int LONGEST_PHRASE = 5;
    private final Map<Kind, Map<String, String>> phrases = new EnumMap<>(Kind.class);

    private SpokenTable(List<String> lines) {
        for (var kind : Kind.values()) phrases.put(kind, new LinkedHashMap<>());
        for (var line : lines) {
            var cells = line.split(";", 3);
            phrases(Kind.valueOf(cells[0].toUpperCase(Locale.ROOT))).put(cells[1], cells[2]);
        }
    }

    static SpokenTable of(Locale locale) {
        var language = locale.getLanguage().equals("en") ? "en" : "nb";
        return new SpokenTable(lines("spoken_" + language + ".csv"));
    }

    /// @return the lines of a table beside this class, without remarks
    static List<String> lines(String name) {
        var stream = SpokenTable.class.getResourceAsStream(name);
        if (stream == null) throw new IllegalStateException("no table " + name);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// @return the longest phrase of that kind that begins there
    Optional<Found> find(Kind kind, List<Word> words, int at) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            var written = phrases(kind).get(Rule.said(words, at, at + length));
            if (written != null) return Optional.of(new Found(written, at + length));
        }
        return Optional.empty();
    }

    boolean is(Kind kind, List<Word> words, int at) {
        return find(kind, words, at).isPresent();
    }

    boolean is(Kind kind, String word) {
        return phrases(kind).containsKey(word);
    }

    /// @return whether the words `[from, to)` mean what their row says: their neighbours are none of those
    ///     that make ordinary words of them
    boolean means(List<Word> words, int from, int to) {
        var phrase = Rule.said(words, from, to);
        return !listed(Kind.NOT_AFTER, phrase, Rule.word(words, from - 1))
                && !listed(Kind.NOT_BEFORE, phrase, Rule.word(words, to));
    }

    private boolean listed(Kind kind, String phrase, String neighbour) {
        var neighbours = phrases(kind).get(phrase);
        return neighbours != null && List.of(neighbours.split(" ")).contains(neighbour);
    }

    Map<String, String> phrases(Kind kind) {
        return phrases.getOrDefault(kind, Map.of());
    }
}
