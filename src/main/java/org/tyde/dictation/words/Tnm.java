package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.FUNCTION;
import static org.tyde.dictation.words.SpokenTable.Kind.MARK;

import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The TNM classification: `p t to b n en m null` is written `pT2b N1 M0`. A category that UICC's TNM
/// does not have leaves the whole as said, marked.
final class Tnm implements Rule {
    private static final Set<String> PREFIXES =
            Set.of("c", "p", "y", "r", "a", "yc", "yp", "rc", "rp");
    private static final Set<String> LETTERS = Set.of("a", "b", "c", "d");
    private static final Set<String> T_WORDS = Set.of("x", "is", "mi");

    private final SpokenTable table;
    private final NumberWords numbers;

    /// One of T, N and M.
    private record Part(String written, int next, boolean legal, boolean doubtful) {}

    Tnm(SpokenTable table, NumberWords numbers) {
        this.table = table;
        this.numbers = numbers;
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        var parts = new ArrayList<Part>();
        int next = at;
        for (var letter : List.of("t", "n", "m")) {
            var part = part(words, next, letter);
            if (part.isEmpty()) continue;
            parts.add(part.get());
            next = part.get().next();
        }
        if (parts.isEmpty() || !sure(words, at, parts)) return Optional.empty();
        boolean legal = parts.stream().allMatch(Part::legal);
        if (!legal) {
            return parts.size() > 1
                    ? Optional.of(new Found(Rule.said(words, at, next), next, true))
                    : Optional.empty();
        }
        var written = String.join(" ", parts.stream().map(Part::written).toList());
        return Optional.of(new Found(written, next, parts.stream().anyMatch(Part::doubtful)));
    }

    /// `c t to` may be a CT, `t to` a vertebra or a weighting: T alone is a category only with a letter
    /// behind it or a prefix that nothing else begins with.
    private static boolean sure(List<Word> words, int at, List<Part> parts) {
        var first = words.get(at).text();
        if (parts.size() > 1) return true;
        if (first.equals("n") || first.equals("m")) return true;
        return !first.equals("c") && !parts.getFirst().written().matches("T\\d");
    }

    private Optional<Part> part(List<Word> words, int at, String letter) {
        int next = at;
        var prefix = new StringBuilder();
        while (PREFIXES.contains(Rule.word(words, next))) prefix.append(Rule.word(words, next++));
        if (!Rule.word(words, next).equals(letter)) return Optional.empty();
        return value(words, next + 1, letter, prefix.toString());
    }

    private Optional<Part> value(List<Word> words, int at, String letter, String prefix) {
        var head = prefix + letter.toUpperCase(java.util.Locale.ROOT);
        var word = Rule.word(words, at);
        boolean spelled = letter.equals("t") ? T_WORDS.contains(word) : word.equals("x");
        if (spelled)
            return Optional.of(new Part(head + word.replace("x", "X"), at + 1, true, false));
        var number = numbers.belowHundred(words, at);
        if (number.isEmpty()) return Optional.empty();
        int next = number.get().next();
        int highest =
                switch (letter) {
                    case "t" -> 4;
                    case "n" -> 3;
                    default -> 1;
                };
        boolean legal = number.get().value() <= highest;
        var below = Rule.word(words, next);
        boolean lettered = number.get().value() > 0 && LETTERS.contains(below);
        boolean micro = letter.equals("t") && number.get().value() == 1 && below.equals("mi");
        if (!lettered && !micro)
            return Optional.of(new Part(head + number.get().written(), next, legal, false));
        boolean article = below.equals("a") && !ends(words, next + 1);
        return Optional.of(
                new Part(head + number.get().written() + below, next + 1, legal, article));
    }

    /// Whether no noun can follow: English `a` may be an article else.
    private boolean ends(List<Word> words, int at) {
        return at >= words.size()
                || words.get(at).text().length() == 1
                || table.is(MARK, words, at)
                || table.is(FUNCTION, words, at);
    }
}
