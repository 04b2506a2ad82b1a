package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.LEVEL;
import static org.tyde.dictation.words.SpokenTable.Kind.SLASH;
import static org.tyde.dictation.words.SpokenTable.Kind.TO;
import static org.tyde.dictation.words.SpokenTable.Kind.WEIGHTED;

import org.tyde.speech.Word;

import java.util.List;
import java.util.Optional;

/// Levels of the spine and their ranges: `l fire`, `l fire l fem`, `l fire fem`, `th tolv til l en`,
/// `c fem skråstrek seks`; and the weightings of MR, which are called alike: `t to vektet`.
final class SpokenLevels implements Rule {
    private final SpokenTable table;
    private final NumberWords numbers;

    SpokenLevels(SpokenTable table, NumberWords numbers) {
        this.table = table;
        this.numbers = numbers;
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        var first = level(words, at);
        if (first.isEmpty()) return first;
        int next = first.get().next();
        var weighted = table.find(WEIGHTED, words, next);
        if (weighted.isPresent() && first.get().written().matches("T[12]"))
            return weighted.map(w -> w.after(first.get().written()));
        var slash = table.find(SLASH, words, next);
        if (slash.isPresent())
            return other(words, slash.get().next(), first.get())
                    .map(second -> second.after(first.get().written() + "/"))
                    .or(() -> first);
        int afterTo = table.find(TO, words, next).map(Found::next).orElse(next);
        return level(words, afterTo)
                .or(() -> nextBelow(words, next, first.get()))
                .map(second -> second.after(first.get().written() + "-"))
                .or(() -> first);
    }

    private Optional<Found> level(List<Word> words, int at) {
        var letter = table.find(LEVEL, words, at);
        if (letter.isEmpty()) return letter;
        var cells = letter.get().written().split(" ", 2);
        return numbers.belowHundred(words, letter.get().next())
                .filter(n -> n.value() >= 1 && n.value() <= Integer.parseInt(cells[1]))
                .map(n -> n.after(cells[0]));
    }

    private Optional<Found> other(List<Word> words, int at, Found level) {
        return level(words, at)
                .or(() -> numbers.belowHundred(words, at).filter(n -> isBelow(n, level)));
    }

    private Optional<Found> nextBelow(List<Word> words, int at, Found level) {
        var letter = level.written().replaceAll("\\d", "");
        return numbers.belowHundred(words, at)
                .filter(n -> isBelow(n, level))
                .map(n -> n.after(letter));
    }

    private static boolean isBelow(Found number, Found level) {
        return number.value() == Integer.parseInt(level.written().replaceAll("\\D", "")) + 1;
    }
}
