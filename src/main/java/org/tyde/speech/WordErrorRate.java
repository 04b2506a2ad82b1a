package org.tyde.speech;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How far heard words are from said ones: the fewest substitutions, deletions and insertions that
/// turn one into the other (Levenshtein over words).
///
/// @param substitutions words heard as others
/// @param deletions words not heard
/// @param insertions words heard that were not said
/// @param said words said
public record WordErrorRate(int substitutions, int deletions, int insertions, int said) {
    /// Nothing said, nothing heard.
    public static final WordErrorRate NONE = new WordErrorRate(0, 0, 0, 0);

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// @param said what was said
    /// @param heard what was heard; letter case does not matter
    /// @return the errors between them
    public static WordErrorRate of(String said, String heard) {
        return of(words(said), words(heard));
    }

    private static WordErrorRate of(List<String> said, List<String> heard) {
        var best = new WordErrorRate[heard.size() + 1];
        for (int h = 0; h <= heard.size(); h++) best[h] = new WordErrorRate(0, 0, h, 0);
        for (int s = 1; s <= said.size(); s++) {
            var diagonal = best[0];
            best[0] = new WordErrorRate(0, s, 0, s);
            for (int h = 1; h <= heard.size(); h++) {
                boolean same = said.get(s - 1).equals(heard.get(h - 1));
                var here =
                        fewest(
                                diagonal.plus(new WordErrorRate(same ? 0 : 1, 0, 0, 1)),
                                best[h].plus(new WordErrorRate(0, 1, 0, 1)),
                                best[h - 1].plus(new WordErrorRate(0, 0, 1, 0)));
                diagonal = best[h];
                best[h] = here;
            }
        }
        return best[heard.size()];
    }

    private static WordErrorRate fewest(WordErrorRate a, WordErrorRate b, WordErrorRate c) {
        var ab = b.errors() < a.errors() ? b : a;
        return c.errors() < ab.errors() ? c : ab;
    }

    private static List<String> words(String text) {
        var clean = text.strip().toLowerCase(Locale.ROOT);
        return clean.isEmpty() ? List.of() : List.of(SPACE.split(clean));
    }

    /// @param other of other words
    /// @return both together
    public WordErrorRate plus(WordErrorRate other) {
        return new WordErrorRate(
                substitutions + other.substitutions,
                deletions + other.deletions,
                insertions + other.insertions,
                said + other.said);
    }

    /// @return all errors
    public int errors() {
        return substitutions + deletions + insertions;
    }

    /// @return errors per word said; 0 when nothing was said and nothing heard, else at least 1 then
    public double rate() {
        return said == 0 ? errors() : (double) errors() / said;
    }
}
