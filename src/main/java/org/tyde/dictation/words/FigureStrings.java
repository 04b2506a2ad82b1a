package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.COUNTED;
import static org.tyde.dictation.words.SpokenTable.Kind.FRACTION;
import static org.tyde.dictation.words.SpokenTable.Kind.UNIT;

import org.tyde.speech.Word;

import java.util.List;
import java.util.Optional;

/// Figures said one by one, such as a telephone number: five or more, or three or more from a nought on;
/// and fractions such as `to tredjedeler`.
final class FigureStrings implements Rule {
    private static final int SURE = 5;
    private static final int SURE_AFTER_NOUGHT = 3;
    private final SpokenTable table;
    private final NumberWords numbers;

    FigureStrings(SpokenTable table, NumberWords numbers) {
        this.table = table;
        this.numbers = numbers;
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        return fraction(words, at).or(() -> figures(words, at));
    }

    private Optional<Found> figures(List<Word> words, int at) {
        var figures = new StringBuilder();
        int next = at;
        for (var digit = numbers.digit(words, next);
                digit.isPresent() && Rule.silence(words, next) < 2 * Rule.PAUSE;
                digit = numbers.digit(words, next)) {
            figures.append(digit.get().written());
            next = digit.get().next();
        }
        int sure = figures.toString().startsWith("0") ? SURE_AFTER_NOUGHT : SURE;
        boolean measured = table.is(UNIT, words, next) || table.is(COUNTED, words, next);
        return figures.length() >= sure && !measured
                ? Optional.of(new Found(figures.toString(), next))
                : Optional.empty();
    }

    /// One third stays words.
    private Optional<Found> fraction(List<Word> words, int at) {
        return numbers.whole(words, at)
                .filter(n -> n.value() > 1)
                .flatMap(
                        n ->
                                table.find(FRACTION, words, n.next())
                                        .map(f -> f.after(n.written() + "/")));
    }
}
