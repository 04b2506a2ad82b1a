package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.AND;
import static org.tyde.dictation.words.SpokenTable.Kind.COUNTED;
import static org.tyde.dictation.words.SpokenTable.Kind.DECIMAL;
import static org.tyde.dictation.words.SpokenTable.Kind.HUNDRED;
import static org.tyde.dictation.words.SpokenTable.Kind.MARK;
import static org.tyde.dictation.words.SpokenTable.Kind.NUMBER;
import static org.tyde.dictation.words.SpokenTable.Kind.ONE;
import static org.tyde.dictation.words.SpokenTable.Kind.ORDINAL;
import static org.tyde.dictation.words.SpokenTable.Kind.TENS;
import static org.tyde.dictation.words.SpokenTable.Kind.THOUSAND;
import static org.tyde.dictation.words.SpokenTable.Kind.TIMES;
import static org.tyde.dictation.words.SpokenTable.Kind.TO;
import static org.tyde.dictation.words.SpokenTable.Kind.UNIT;

import org.tyde.dictation.words.SpokenTable.Found;
import org.tyde.dictation.words.SpokenTable.Kind;
import org.tyde.speech.Word;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers said in words. Whole numbers up to 999,999, ordinals up to 31, decimals digit by digit.
final class NumberWords {
    private final SpokenTable table;

    NumberWords(SpokenTable table) {
        this.table = table;
    }

    /// @return a whole number; `en` counts as one
    Optional<Found> whole(List<Word> words, int at) {
        var head = belowThousand(words, at);
        int next = head.map(Found::next).orElse(at);
        var thousand = table.find(THOUSAND, words, next);
        if (thousand.isEmpty()) return head;
        int value = 1000 * head.map(Found::value).orElse(1);
        int tail = skipAnd(words, thousand.get().next());
        var rest = belowThousand(words, tail);
        return Optional.of(
                rest.map(r -> found(value + r.value(), r.next()))
                        .orElse(found(value, thousand.get().next())));
    }

    private Optional<Found> belowThousand(List<Word> words, int at) {
        var head = belowHundred(words, at);
        int next = head.map(Found::next).orElse(at);
        var hundred = table.find(HUNDRED, words, next);
        if (hundred.isEmpty() || head.filter(h -> h.value() > 9).isPresent()) return head;
        int value = 100 * head.map(Found::value).orElse(1);
        int tail = skipAnd(words, hundred.get().next());
        var rest = belowHundred(words, tail);
        return Optional.of(
                rest.map(r -> found(value + r.value(), r.next()))
                        .orElse(found(value, hundred.get().next())));
    }

    /// @return a whole number under 100
    Optional<Found> belowHundred(List<Word> words, int at) {
        var tens = table.find(TENS, words, at);
        if (tens.isPresent()) {
            var ones = ones(words, tens.get().next());
            return Optional.of(
                    ones.map(o -> found(tens.get().value() + o.value(), o.next()))
                            .orElse(tens.get()));
        }
        return table.find(NUMBER, words, at)
                .or(() -> table.find(ONE, words, at))
                .or(() -> compound(words, at, NUMBER).or(() -> compound(words, at, ONE)));
    }

    private Optional<Found> ones(List<Word> words, int at) {
        return table.find(NUMBER, words, at)
                .or(() -> table.find(ONE, words, at))
                .filter(o -> o.value() >= 1 && o.value() <= 9);
    }

    /// A ten and a one in one word, such as `tjuefem` or `trettiførste`.
    private Optional<Found> compound(List<Word> words, int at, Kind last) {
        if (at >= words.size()) return Optional.empty();
        var word = words.get(at).text();
        for (Map.Entry<String, String> tens : table.phrases(TENS).entrySet()) {
            if (!word.startsWith(tens.getKey())) continue;
            var rest = word.substring(tens.getKey().length());
            var one = table.phrases(last).get(rest.startsWith("-") ? rest.substring(1) : rest);
            if (one != null && Integer.parseInt(one) <= 9)
                return Optional.of(
                        found(Integer.parseInt(tens.getValue()) + Integer.parseInt(one), at + 1));
        }
        return Optional.empty();
    }

    /// @return an ordinal, 1 to 39
    Optional<Found> ordinal(List<Word> words, int at) {
        var tens = table.find(TENS, words, at);
        if (tens.isPresent())
            return table.find(ORDINAL, words, tens.get().next())
                    .filter(o -> o.value() <= 9)
                    .map(o -> found(tens.get().value() + o.value(), o.next()));
        return table.find(ORDINAL, words, at).or(() -> compound(words, at, ORDINAL));
    }

    /// @return a number with its decimals, as it is written
    Optional<Found> decimal(List<Word> words, int at) {
        var whole = whole(words, at);
        if (whole.isEmpty()) return whole;
        var sign = table.find(DECIMAL, words, whole.get().next());
        if (sign.isEmpty()) return whole;
        var digits = new StringBuilder();
        int next = sign.get().next();
        for (var part = fraction(words, next); part.isPresent(); part = fraction(words, next)) {
            digits.append(part.get().written());
            next = part.get().next();
        }
        if (digits.isEmpty()) return whole;
        return Optional.of(new Found(whole.get().written() + sign.get().written() + digits, next));
    }

    /// A digit or two behind the decimal sign. `en` is a digit only where no noun follows it.
    private Optional<Found> fraction(List<Word> words, int at) {
        var part = belowHundred(words, at);
        if (part.isEmpty() || !table.is(ONE, words, at)) return part;
        int next = part.get().next();
        boolean noNoun =
                next >= words.size()
                        || List.of(UNIT, COUNTED, TIMES, TO, MARK, NUMBER).stream()
                                .anyMatch(kind -> table.is(kind, words, next));
        return noNoun ? part : Optional.empty();
    }

    private int skipAnd(List<Word> words, int at) {
        return table.find(AND, words, at)
                .filter(and -> belowHundred(words, and.next()).isPresent())
                .map(Found::next)
                .orElse(at);
    }

    private static Found found(int value, int next) {
        return new Found(Integer.toString(value), next);
    }
}
