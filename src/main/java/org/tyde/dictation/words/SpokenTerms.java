package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.COUNTED;
import static org.tyde.dictation.words.SpokenTable.Kind.GRADE;
import static org.tyde.dictation.words.SpokenTable.Kind.LEVEL;
import static org.tyde.dictation.words.SpokenTable.Kind.MINUS;
import static org.tyde.dictation.words.SpokenTable.Kind.TIMES;
import static org.tyde.dictation.words.SpokenTable.Kind.TO;
import static org.tyde.dictation.words.SpokenTable.Kind.UNIT;

import org.tyde.dictation.words.SpokenTable.Found;
import org.tyde.speech.Word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Terms of more than one word that are written with figures: measurements, spans of time, vertebral
/// levels, categories, dates.
final class SpokenTerms {
    /// Numbers up to this are written as words where nothing is measured.
    private static final int WRITTEN_OUT = 12;

    private final SpokenTable table;
    private final NumberWords numbers;
    private final SpokenDates dates;
    private final String percent;

    SpokenTerms(SpokenTable table, Locale locale) {
        this.table = table;
        this.numbers = new NumberWords(table);
        this.dates = new SpokenDates(table, numbers, locale);
        this.percent = locale.getLanguage().equals("en") ? "%" : " %";
    }

    Optional<Found> find(List<Word> words, int at) {
        return dates.find(words, at)
                .or(() -> levels(words, at))
                .or(() -> grade(words, at))
                .or(() -> quantity(words, at));
    }

    private Optional<Found> quantity(List<Word> words, int at) {
        var minus = table.find(MINUS, words, at);
        var first = numbers.decimal(words, minus.map(Found::next).orElse(at));
        if (first.isEmpty()) return Optional.empty();
        var sign = minus.map(Found::written).orElse("");
        var amount = several(words, first.get());
        var unit = table.find(UNIT, words, amount.next());
        if (unit.isPresent())
            return Optional.of(
                    new Found(
                            sign + amount.written() + spaced(unit.get().written()),
                            unit.get().next()));
        boolean plain = amount.next() == first.get().next() && isWhole(amount);
        var counted = table.find(COUNTED, words, amount.next());
        if (counted.isPresent() && !(plain && amount.written().equals("1")))
            return Optional.of(
                    new Found(
                            amount.written() + " " + counted.get().written(),
                            counted.get().next()));
        if (plain && minus.isEmpty() && Integer.parseInt(amount.written()) <= WRITTEN_OUT)
            return Optional.empty();
        return Optional.of(new Found(sign + amount.written(), amount.next()));
    }

    private static boolean isWhole(Found amount) {
        return amount.written().chars().allMatch(Character::isDigit);
    }

    private String spaced(String unit) {
        return switch (unit) {
            case "%" -> percent;
            case "°" -> unit;
            default -> " " + unit;
        };
    }

    /// `tolv ganger åtte`, also with the unit said each time; `fem til sju` before a unit.
    private Found several(List<Word> words, Found first) {
        var all = first;
        while (true) {
            var afterUnit = table.find(UNIT, words, all.next()).map(Found::next).orElse(all.next());
            var times = table.find(TIMES, words, afterUnit);
            var factor = times.flatMap(t -> numbers.decimal(words, t.next()));
            if (factor.isEmpty()) break;
            all = new Found(all.written() + " × " + factor.get().written(), factor.get().next());
        }
        if (!all.equals(first)) return all;
        return table.find(TO, words, first.next())
                .flatMap(to -> numbers.decimal(words, to.next()))
                .filter(
                        to ->
                                table.is(UNIT, words, to.next())
                                        || table.is(COUNTED, words, to.next()))
                .map(to -> new Found(first.written() + "–" + to.written(), to.next()))
                .orElse(first);
    }

    private Optional<Found> grade(List<Word> words, int at) {
        return table.find(GRADE, words, at)
                .flatMap(
                        grade ->
                                numbers.belowHundred(words, grade.next())
                                        .map(n -> lettered(words, n))
                                        .map(
                                                n ->
                                                        new Found(
                                                                grade.written() + " " + n.written(),
                                                                n.next())));
    }

    /// `fire a` is written `4A`.
    private static Found lettered(List<Word> words, Found number) {
        if (number.next() >= words.size()) return number;
        var letter = words.get(number.next()).text();
        if (letter.length() != 1 || "abc".indexOf(letter.charAt(0)) < 0) return number;
        return new Found(number.written() + letter.toUpperCase(Locale.ROOT), number.next() + 1);
    }

    /// `l fire`, `l fire l fem`, `l fire fem`, `th tolv til l en`
    private Optional<Found> levels(List<Word> words, int at) {
        var first = level(words, at);
        if (first.isEmpty()) return Optional.empty();
        int next = first.get().next();
        int afterTo = table.find(TO, words, next).map(Found::next).orElse(next);
        var second = level(words, afterTo).or(() -> nextBelow(words, first.get()));
        return second.map(s -> new Found(first.get().written() + "-" + s.written(), s.next()))
                .or(() -> first);
    }

    private Optional<Found> level(List<Word> words, int at) {
        var letter = table.find(LEVEL, words, at);
        if (letter.isEmpty()) return Optional.empty();
        var cells = letter.get().written().split(" ", 2);
        return numbers.belowHundred(words, letter.get().next())
                .filter(n -> n.value() >= 1 && n.value() <= Integer.parseInt(cells[1]))
                .map(n -> new Found(cells[0] + n.value(), n.next()));
    }

    private Optional<Found> nextBelow(List<Word> words, Found level) {
        var letter = level.written().replaceAll("\\d", "");
        int number = Integer.parseInt(level.written().substring(letter.length()));
        return numbers.belowHundred(words, level.next())
                .filter(n -> n.value() == number + 1)
                .map(n -> new Found(letter + n.value(), n.next()));
    }
}
