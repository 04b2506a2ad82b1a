package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.EQUALS;
import static org.tyde.dictation.words.SpokenTable.Kind.FILLER;
import static org.tyde.dictation.words.SpokenTable.Kind.PLUS;

import org.tyde.speech.Word;

import java.util.List;
import java.util.Optional;

/// A Gleason sum: `gleason tre pluss fire lik sju` is written `Gleason 3+4=7`. Patterns are 1 to 5; a sum
/// that is none stays as said and is marked.
final class Gleason implements Rule {
    private final SpokenTable table;
    private final NumberWords numbers;

    Gleason(SpokenTable table, NumberWords numbers) {
        this.table = table;
        this.numbers = numbers;
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        if (!Rule.word(words, at).equals("gleason")) return Optional.empty();
        var filler = table.find(FILLER, words, at + 1);
        int begin = filler.map(Found::next).orElse(at + 1);
        var first = numbers.belowHundred(words, begin);
        var plus = first.flatMap(f -> table.find(PLUS, words, f.next()));
        var second = plus.flatMap(p -> numbers.belowHundred(words, p.next()));
        if (first.isEmpty() || second.isEmpty()) return Optional.empty();
        int one = first.get().value();
        int two = second.get().value();
        var sum =
                table.find(EQUALS, words, second.get().next())
                        .flatMap(e -> numbers.belowHundred(words, e.next()));
        int next = sum.map(Found::next).orElse(second.get().next());
        boolean right =
                one >= 1
                        && one <= 5
                        && two >= 1
                        && two <= 5
                        && sum.filter(s -> s.value() != one + two).isEmpty();
        if (!right) return Optional.of(new Found(Rule.said(words, at, next), next, true));
        var head = "Gleason " + filler.map(f -> f.written() + " ").orElse("");
        var tail = sum.map(s -> "=" + s.written()).orElse("");
        return Optional.of(new Found(head + one + "+" + two + tail, next));
    }
}
