package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.CATEGORY;
import static org.tyde.dictation.words.SpokenTable.Kind.FILLER;
import static org.tyde.dictation.words.SpokenTable.Kind.FUNCTION;
import static org.tyde.dictation.words.SpokenTable.Kind.LETTER;
import static org.tyde.dictation.words.SpokenTable.Kind.MARK;

import org.tyde.speech.Word;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Values of the scales of `categories.csv`: `bi rads fire a` is written `BI-RADS 4A`. A value that the
/// scale does not have stays as said and is marked.
final class Categories implements Rule {
    private static final int MOST_LETTERS = 3;
    private final SpokenTable table;
    private final NumberWords numbers;
    private final Map<String, Map<String, String>> scales = new HashMap<>();

    Categories(SpokenTable table, NumberWords numbers) {
        this.table = table;
        this.numbers = numbers;
        for (var line : SpokenTable.lines("categories.csv")) {
            var cells = line.split(";", 2);
            var values = new HashMap<String, String>();
            for (var value : cells[1].split(" ")) add(values, value);
            scales.put(cells[0], values);
        }
    }

    private static void add(Map<String, String> values, String value) {
        var halves = value.split("=", 2);
        if (value.matches("\\d+-\\d+")) {
            var ends = value.split("-");
            for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[1]); i++)
                values.put(Integer.toString(i), Integer.toString(i));
        } else values.put(halves[0], halves[halves.length - 1]);
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        var scale = table.find(CATEGORY, words, at);
        if (scale.isEmpty()) return scale;
        var name = scale.get().written();
        var filler = table.find(FILLER, words, scale.get().next());
        var head = filler.map(f -> name + " " + f.written()).orElse(name);
        int next = filler.map(Found::next).orElse(scale.get().next());
        var values = scales.getOrDefault(name, Map.of());
        var legal = legal(values, words, next);
        if (legal.isPresent())
            return legal.map(value -> value.after(head.endsWith("-") ? head : head + " "));
        if (numbers.whole(words, next).isEmpty() && !name.endsWith("-")) return scale;
        return numbers.whole(words, next)
                .map(n -> head.replaceFirst("-$", "") + " " + Rule.said(words, next, n.next()))
                .map(written -> new Found(written, numberEnd(words, next), true));
    }

    private int numberEnd(List<Word> words, int at) {
        return numbers.whole(words, at).map(Found::next).orElse(at);
    }

    /// The longest that the scale has: a number with a letter, a number, or letters.
    private Optional<Found> legal(Map<String, String> values, List<Word> words, int at) {
        var number = numbers.whole(words, at);
        var figures = number.map(Found::written).orElse("");
        int next = number.map(Found::next).orElse(at);
        var letters = new StringBuilder();
        Optional<Found> found =
                number.filter(n -> values.containsKey(figures))
                        .map(n -> new Found(values.getOrDefault(figures, ""), n.next()));
        for (int i = next; i < next + MOST_LETTERS && i < words.size(); i++) {
            var letter = table.find(LETTER, words, i);
            if (letter.isEmpty()) break;
            letters.append(letter.get().written());
            var written = values.get(figures + letters);
            if (written != null) found = Optional.of(sure(words, written, i + 1));
        }
        var word = Rule.word(words, next).toUpperCase(Locale.ROOT);
        if (found.isEmpty() && figures.isEmpty() && word.length() > 1 && values.containsKey(word))
            return Optional.of(new Found(word, next + 1));
        return found;
    }

    /// A letter that is also an article is only sure where no noun follows.
    private Found sure(List<Word> words, String written, int next) {
        boolean article = Rule.word(words, next - 1).equals("a") && table.is(FUNCTION, "the");
        boolean ends =
                next >= words.size()
                        || table.is(MARK, words, next)
                        || table.is(FUNCTION, words, next);
        return new Found(written, next, article && !ends);
    }
}
