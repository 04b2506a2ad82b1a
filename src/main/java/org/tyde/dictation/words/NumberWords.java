package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.AND;
import static org.tyde.dictation.words.SpokenTable.Kind.BETWEEN;
import static org.tyde.dictation.words.SpokenTable.Kind.HUNDRED;
import static org.tyde.dictation.words.SpokenTable.Kind.MILLION;
import static org.tyde.dictation.words.SpokenTable.Kind.NUMBER;
import static org.tyde.dictation.words.SpokenTable.Kind.ONE;
import static org.tyde.dictation.words.SpokenTable.Kind.ORDINAL;
import static org.tyde.dictation.words.SpokenTable.Kind.TENS;
import static org.tyde.dictation.words.SpokenTable.Kind.THOUSAND;

import org.tyde.dictation.words.NumberParts.Part;
import org.tyde.dictation.words.SpokenTable.Kind;
import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Whole numbers said in words, up to 999 999 999, and ordinals up to 99; old counting (`to og tyve`)
/// and new, in one word or several.
final class NumberWords {
    private final SpokenTable table;
    private final NumberParts parts;

    /// A number that ends behind some parts.
    private record End(int value, int next) {}

    NumberWords(SpokenTable table) {
        this.table = table;
        this.parts = new NumberParts(table);
    }

    /// @return a whole number, the longest that ends where a word ends; `en` counts as one
    Optional<Found> whole(List<Word> words, int at) {
        return longest(words, at, Scale.MILLIONS);
    }

    /// @return a number under 100
    Optional<Found> belowHundred(List<Word> words, int at) {
        return longest(words, at, Scale.ONES);
    }

    /// @return a single digit said as one word
    Optional<Found> digit(List<Word> words, int at) {
        var said = parts.from(words, at);
        if (said.isEmpty() || !said.getFirst().last()) return Optional.empty();
        var first = said.getFirst();
        boolean digit = (first.kind() == NUMBER || first.kind() == ONE) && first.value() < 10;
        return digit
                ? Optional.of(new Found(Integer.toString(first.value()), at + 1))
                : Optional.empty();
    }

    /// @return an ordinal, 1 to 99
    Optional<Found> ordinal(List<Word> words, int at) {
        var said = parts.from(words, at);
        if (said.isEmpty()) return Optional.empty();
        var first = said.getFirst();
        if (first.kind() == ORDINAL && first.last()) return found(first.value(), at + 1);
        if (first.kind() != TENS || said.size() < 2) return Optional.empty();
        var second = said.get(1);
        boolean ends = second.kind() == ORDINAL && second.last() && second.value() <= 9;
        return ends ? found(first.value() + second.value(), second.word() + 1) : Optional.empty();
    }

    private enum Scale {
        ONES,
        HUNDREDS,
        THOUSANDS,
        MILLIONS
    }

    private Optional<Found> longest(List<Word> words, int at, Scale scale) {
        var said = parts.from(words, at);
        boolean oldCounting = at == 0 || !table.is(BETWEEN, words.get(at - 1).text());
        return ends(said, 0, scale, oldCounting).stream()
                .filter(end -> said.get(end.next() - 1).last())
                .findFirst()
                .flatMap(end -> found(end.value(), said.get(end.next() - 1).word() + 1));
    }

    /// @return the numbers that begin with a part, the longest first
    private static List<End> ends(List<Part> said, int at, Scale scale, boolean old) {
        return switch (scale) {
            case ONES -> ones(said, at, old);
            case HUNDREDS -> scaled(said, at, HUNDRED, Scale.ONES, 1, 19, old);
            case THOUSANDS -> scaled(said, at, THOUSAND, Scale.HUNDREDS, 1, 999, old);
            case MILLIONS -> scaled(said, at, MILLION, Scale.THOUSANDS, 1, 999, old);
        };
    }

    private static List<End> scaled(
            List<Part> said, int at, Kind unit, Scale below, int least, int most, boolean old) {
        var all = new ArrayList<End>();
        var heads = new ArrayList<>(ends(said, at, below, old));
        all.addAll(heads);
        if (unit != MILLION) heads.add(new End(1, at));
        for (var head : heads) {
            boolean fits = head.value() >= least && head.value() <= most && head.value() != 10;
            if (unit == THOUSAND) fits = head.value() >= least && head.value() <= most;
            if (unit == MILLION) fits = head.value() >= least && head.value() <= most;
            if (!fits || !is(said, head.next(), unit)) continue;
            int value = head.value() * said.get(head.next()).value();
            int next = head.next() + 1;
            all.add(new End(value, next));
            for (var rest : ends(said, next, below, old))
                all.add(new End(value + rest.value(), rest.next()));
            if (is(said, next, AND))
                for (var rest : ends(said, next + 1, below, old))
                    all.add(new End(value + rest.value(), rest.next()));
        }
        all.removeIf(end -> end.next() <= at);
        all.sort((a, b) -> Integer.compare(b.next(), a.next()));
        return all;
    }

    private static List<End> ones(List<Part> said, int at, boolean old) {
        if (at >= said.size()) return List.of();
        var first = said.get(at);
        var all = new ArrayList<End>();
        if (first.kind() == TENS) {
            if (isDigit(said, at + 1))
                all.add(new End(first.value() + said.get(at + 1).value(), at + 2));
            all.add(new End(first.value(), at + 1));
        } else if (first.kind() == NUMBER || first.kind() == ONE) {
            if (old && isDigit(said, at) && is(said, at + 1, AND) && is(said, at + 2, TENS))
                all.add(new End(first.value() + said.get(at + 2).value(), at + 3));
            all.add(new End(first.value(), at + 1));
        }
        return all.isEmpty() ? Collections.emptyList() : all;
    }

    private static boolean isDigit(List<Part> said, int at) {
        if (at >= said.size()) return false;
        var part = said.get(at);
        return (part.kind() == NUMBER || part.kind() == ONE)
                && part.value() >= 1
                && part.value() <= 9;
    }

    private static boolean is(List<Part> said, int at, Kind kind) {
        return at < said.size() && said.get(at).kind() == kind;
    }

    private static Optional<Found> found(int value, int next) {
        return Optional.of(new Found(Integer.toString(value), next));
    }
}
