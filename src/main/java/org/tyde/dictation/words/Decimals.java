package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.AND;
import static org.tyde.dictation.words.SpokenTable.Kind.COUNTED;
import static org.tyde.dictation.words.SpokenTable.Kind.DECIMAL;
import static org.tyde.dictation.words.SpokenTable.Kind.FUNCTION;
import static org.tyde.dictation.words.SpokenTable.Kind.HALF;
import static org.tyde.dictation.words.SpokenTable.Kind.LINE;
import static org.tyde.dictation.words.SpokenTable.Kind.MARK;
import static org.tyde.dictation.words.SpokenTable.Kind.NUMBER;
import static org.tyde.dictation.words.SpokenTable.Kind.ONE;
import static org.tyde.dictation.words.SpokenTable.Kind.PER;
import static org.tyde.dictation.words.SpokenTable.Kind.PLUS;
import static org.tyde.dictation.words.SpokenTable.Kind.TIMES;
import static org.tyde.dictation.words.SpokenTable.Kind.TO;
import static org.tyde.dictation.words.SpokenTable.Kind.UNIT;

import org.tyde.dictation.words.SpokenTable.Kind;
import org.tyde.speech.Word;

import java.util.List;
import java.util.Optional;

/// Numbers with decimals, said digit by digit or as a number, and halves before a unit. In bokmål the
/// decimal sign is also a mark: silence, or a noun behind the number, makes it one.
final class Decimals {
    private static final List<Kind> NO_NOUN =
            List.of(UNIT, COUNTED, TIMES, TO, MARK, LINE, NUMBER, FUNCTION, PER, PLUS, AND);

    private final SpokenTable table;
    private final NumberWords numbers;

    Decimals(SpokenTable table, NumberWords numbers) {
        this.table = table;
        this.numbers = numbers;
    }

    /// @return a number with its decimals, as it is written
    Optional<Found> find(List<Word> words, int at) {
        var half = half(words, at);
        if (half.isPresent()) return half;
        var whole = numbers.whole(words, at);
        if (whole.isEmpty()) return whole;
        var sign = table.find(DECIMAL, words, whole.get().next());
        if (sign.isEmpty() || parted(words, whole.get().next(), sign.get().next())) return whole;
        var digits = new StringBuilder();
        int next = sign.get().next();
        for (var part = fraction(words, next); part.isPresent(); part = fraction(words, next)) {
            digits.append(part.get().written());
            next = part.get().next();
        }
        if (digits.isEmpty()) return whole;
        boolean alsoMark = table.is(MARK, words, whole.get().next());
        if (alsoMark && !noNoun(words, next)) return whole;
        return Optional.of(new Found(whole.get().written() + sign.get().written() + digits, next));
    }

    /// @return whether no noun stands there that a number before it could count
    boolean noNoun(List<Word> words, int at) {
        if (at < words.size() && table.is(ONE, words, at)) return noNoun(words, at + 1);
        return at >= words.size() || NO_NOUN.stream().anyMatch(kind -> table.is(kind, words, at));
    }

    private static boolean parted(List<Word> words, int sign, int next) {
        return Rule.silence(words, sign) >= Rule.PAUSE || Rule.silence(words, next) >= Rule.PAUSE;
    }

    /// A digit or two behind the decimal sign. `en` is a digit only where no noun follows it.
    private Optional<Found> fraction(List<Word> words, int at) {
        var part = numbers.belowHundred(words, at);
        if (part.isEmpty() || !table.is(ONE, words, at)) return part;
        return noNoun(words, part.get().next()) ? part : Optional.empty();
    }

    /// `to og en halv centimeter`, `halvannen meter`; elsewhere halves stay words.
    private Optional<Found> half(List<Word> words, int at) {
        var alone = table.find(HALF, words, at);
        var whole = alone.isPresent() ? Optional.<Found>empty() : numbers.whole(words, at);
        int next = whole.map(Found::next).orElse(at);
        var added =
                whole.isEmpty()
                        ? alone
                        : table.find(AND, words, next)
                                .flatMap(and -> table.find(HALF, words, and.next()));
        return added.filter(h -> table.is(UNIT, words, h.next()))
                .filter(h -> whole.isEmpty() || h.written().startsWith("0"))
                .map(
                        h ->
                                new Found(
                                        whole.map(Found::written).orElse("") + tail(whole, h),
                                        h.next()));
    }

    private static String tail(Optional<Found> whole, Found half) {
        return whole.isEmpty() ? half.written() : half.written().substring(1);
    }
}
