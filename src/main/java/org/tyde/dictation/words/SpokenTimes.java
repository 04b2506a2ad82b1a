package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.AGED;
import static org.tyde.dictation.words.SpokenTable.Kind.CLOCK;

import org.tyde.speech.Word;

import java.util.List;
import java.util.Optional;

/// Times of the day, which are also places on the breast (`klokken fjorten tretti`, `klokken tre`), and
/// ages as nouns (`sekstifem åring`).
final class SpokenTimes implements Rule {
    private final SpokenTable table;
    private final NumberWords numbers;

    SpokenTimes(SpokenTable table, NumberWords numbers) {
        this.table = table;
        this.numbers = numbers;
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        return clock(words, at).or(() -> age(words, at));
    }

    private Optional<Found> clock(List<Word> words, int at) {
        var clock = table.find(CLOCK, words, at);
        if (clock.isEmpty()) return clock;
        int begin = clock.get().next();
        var hour = numbers.belowHundred(words, begin).filter(h -> h.value() <= 24);
        if (hour.isEmpty()) return hour;
        var head = clock.get().written() + " ";
        return minutes(words, hour.get().next())
                .map(
                        m ->
                                new Found(
                                        head
                                                + "0".repeat(2 - hour.get().written().length())
                                                + hour.get().written()
                                                + ":"
                                                + m.written(),
                                        m.next()))
                .or(() -> hour.map(h -> h.after(head)));
    }

    /// `null fem` or ten and more.
    private Optional<Found> minutes(List<Word> words, int at) {
        var first = numbers.belowHundred(words, at).filter(m -> m.value() < 60);
        if (first.filter(m -> m.value() >= 10).isPresent()) return first;
        return first.filter(m -> m.value() == 0)
                .flatMap(zero -> numbers.digit(words, zero.next()).map(d -> d.after("0")));
    }

    private Optional<Found> age(List<Word> words, int at) {
        return numbers.whole(words, at)
                .flatMap(n -> table.find(AGED, words, n.next()).map(a -> a.after(n.written())))
                .or(() -> joinedAge(words, at));
    }

    private Optional<Found> joinedAge(List<Word> words, int at) {
        var word = Rule.word(words, at);
        for (var aged : table.phrases(AGED).entrySet()) {
            if (!word.endsWith(aged.getKey()) || word.equals(aged.getKey())) continue;
            var head = word.substring(0, word.length() - aged.getKey().length());
            var alone = List.of(new Word(head, 0, 0, 1));
            var number = numbers.whole(alone, 0).filter(n -> n.value() > Quantities.WRITTEN_OUT);
            if (number.isPresent())
                return Optional.of(new Found(number.get().written() + aged.getValue(), at + 1));
        }
        return Optional.empty();
    }
}
