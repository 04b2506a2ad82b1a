package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.AND;
import static org.tyde.dictation.words.SpokenTable.Kind.COUNTED;
import static org.tyde.dictation.words.SpokenTable.Kind.MARK;
import static org.tyde.dictation.words.SpokenTable.Kind.MINUS;
import static org.tyde.dictation.words.SpokenTable.Kind.ONE;
import static org.tyde.dictation.words.SpokenTable.Kind.PER;
import static org.tyde.dictation.words.SpokenTable.Kind.TIMES;
import static org.tyde.dictation.words.SpokenTable.Kind.TO;
import static org.tyde.dictation.words.SpokenTable.Kind.UNIT;

import org.tyde.speech.Word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Measures: `tolv ganger åtte millimeter`, `tre komma fem til fire centimeter`, `3, 4 og 5 mm`, spans of
/// time, and numbers above twelve.
final class Quantities implements Rule {
    /// Numbers up to this are written as words where nothing is measured.
    static final int WRITTEN_OUT = 12;

    private final SpokenTable table;
    private final Decimals decimals;
    private final String percent;

    Quantities(SpokenTable table, Decimals decimals, Locale locale) {
        this.table = table;
        this.decimals = decimals;
        this.percent = locale.getLanguage().equals("en") ? "%" : " %";
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        var first = signed(words, at);
        if (first.isEmpty()) return first;
        var amount = several(words, first.get());
        var unit = unit(words, amount.next());
        if (unit.isPresent())
            return Optional.of(
                    new Found(amount.written() + spaced(unit.get().written()), unit.get().next()));
        boolean plain = amount.next() == first.get().next() && isWhole(amount.written());
        var counted = table.find(COUNTED, words, amount.next());
        if (counted.isPresent() && !(plain && amount.written().equals("1")))
            return Optional.of(
                    new Found(
                            amount.written() + " " + counted.get().written(),
                            counted.get().next()));
        boolean small = plain && Integer.parseInt(amount.written()) <= WRITTEN_OUT;
        boolean bareScale =
                plain && amount.next() == at + 1 && Rule.word(words, at).equals("tusen");
        return small || bareScale ? Optional.empty() : Optional.of(amount);
    }

    private static boolean isWhole(String written) {
        return written.chars().allMatch(Character::isDigit);
    }

    private Optional<Found> signed(List<Word> words, int at) {
        var minus = table.find(MINUS, words, at);
        return decimals.find(words, minus.map(Found::next).orElse(at))
                .map(number -> number.after(minus.map(Found::written).orElse("")));
    }

    /// `millimeter`, `milliliter per minutt`
    private Optional<Found> unit(List<Word> words, int at) {
        var unit = table.find(UNIT, words, at);
        if (unit.isEmpty()) return unit;
        var per = table.find(PER, words, unit.get().next());
        return per.flatMap(p -> table.find(UNIT, words, p.next()))
                .map(u -> u.after(unit.get().written() + "/"))
                .or(() -> unit);
    }

    private String spaced(String unit) {
        return switch (unit) {
            case "%" -> percent;
            case "°" -> unit;
            default -> " " + unit;
        };
    }

    /// `tolv ganger åtte`, also with the unit said each time; `fem til sju`, `tre, fire og fem` before a
    /// unit.
    private Found several(List<Word> words, Found first) {
        var all = first;
        while (true) {
            var afterUnit = table.find(UNIT, words, all.next()).map(Found::next).orElse(all.next());
            var times = table.find(TIMES, words, afterUnit);
            var factor = times.flatMap(t -> decimals.find(words, t.next()));
            if (factor.isEmpty()) break;
            all = factor.get().after(all.written() + " × ");
        }
        if (!all.equals(first)) return all;
        return table.find(TO, words, first.next())
                .flatMap(to -> signed(words, to.next()))
                .filter(to -> measured(words, to.next()))
                .map(to -> to.after(first.written() + "–"))
                .or(() -> listed(words, first))
                .orElse(first);
    }

    private boolean measured(List<Word> words, int at) {
        return table.is(UNIT, words, at) || table.is(COUNTED, words, at);
    }

    private Optional<Found> listed(List<Word> words, Found first) {
        var and = table.find(AND, words, first.next());
        var comma =
                table.find(MARK, words, first.next()).filter(mark -> mark.written().equals(","));
        var next = and.or(() -> comma).flatMap(link -> signed(words, link.next()));
        if (next.isEmpty()) return next;
        var link = and.isPresent() ? " " + Rule.word(words, first.next()) + " " : ", ";
        var end = next.get();
        boolean one = table.is(ONE, words, end.next() - 1) && table.is(COUNTED, words, end.next());
        return table.is(UNIT, words, end.next()) && !one
                ? Optional.of(end.after(first.written() + link))
                : listed(words, end).map(more -> more.after(first.written() + link));
    }
}
