package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.AND;
import static org.tyde.dictation.words.SpokenTable.Kind.LABEL;
import static org.tyde.dictation.words.SpokenTable.Kind.MARK;
import static org.tyde.dictation.words.SpokenTable.Kind.ONE;
import static org.tyde.dictation.words.SpokenTable.Kind.PLUS;
import static org.tyde.dictation.words.SpokenTable.Kind.ROMAN;
import static org.tyde.dictation.words.SpokenTable.Kind.TO;

import org.tyde.speech.Word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is numbered: segments, ribs, grades, series, images (`segment fire a`, `costa fire til seks`,
/// `segment to, tre og fem`), and classifications in roman numerals (`hjernenerve sju`).
final class Labels implements Rule {
    private static final String[] ROMANS = {
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"
    };
    private final SpokenTable table;
    private final NumberWords numbers;
    private final Decimals decimals;

    /// What a label's numbers may be.
    private record Form(String written, int least, int most, String letters, boolean roman) {
        static Form of(String cell, boolean roman) {
            var parts = cell.split("\\|", -1);
            if (roman) return new Form(parts[0], 1, Integer.parseInt(parts[1]), parts[2], true);
            return new Form(
                    parts[0],
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    parts[3],
                    false);
        }

        boolean has(int number) {
            return number >= least && number <= most;
        }

        String figure(int number) {
            return roman && number < ROMANS.length ? ROMANS[number] : Integer.toString(number);
        }
    }

    Labels(SpokenTable table, NumberWords numbers, Decimals decimals) {
        this.table = table;
        this.numbers = numbers;
        this.decimals = decimals;
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        var roman = table.find(ROMAN, words, at);
        var label = roman.or(() -> table.find(LABEL, words, at));
        if (label.isEmpty() || !table.means(words, at, label.get().next())) return Optional.empty();
        var form = Form.of(label.get().written(), roman.isPresent());
        int begin = label.get().next();
        var number = numbers.whole(words, begin).filter(n -> figureThere(words, begin, n.next()));
        if (number.isEmpty()) return number;
        var head = form.written().isEmpty() ? "" : form.written() + " ";
        if (!form.has(number.get().value()))
            return Optional.of(
                    new Found(
                            Rule.said(words, at, number.get().next()), number.get().next(), true));
        var first = lettered(words, number.get(), form);
        var all = first;
        var more = another(words, all, form);
        while (more.isPresent()) {
            all = more.get();
            more = another(words, all, form);
        }
        return Optional.of(all.after(head));
    }

    /// `en` after a label is its number only where it counts nothing.
    private boolean figureThere(List<Word> words, int at, int next) {
        boolean one = next == at + 1 && table.is(ONE, words, at);
        return !one || decimals.noNoun(words, next) || Rule.word(words, next).length() == 1;
    }

    private static Found lettered(List<Word> words, Found number, Form form) {
        var figure = new Found(form.figure(number.value()), number.next());
        var letter = Rule.word(words, number.next());
        if (letter.length() != 1) return figure;
        if (form.letters().contains(letter))
            return new Found(figure.written() + letter, number.next() + 1);
        var capital = letter.toUpperCase(Locale.ROOT);
        return form.letters().contains(capital)
                ? new Found(figure.written() + capital, number.next() + 1)
                : figure;
    }

    /// `til seks`, `og sju`, `komma åtte og ni`, `pluss to`
    private Optional<Found> another(List<Word> words, Found all, Form form) {
        for (var kind : List.of(TO, PLUS, AND, MARK)) {
            var link = table.find(kind, words, all.next());
            if (link.isEmpty() || kind == MARK && !link.get().written().equals(",")) continue;
            var joined =
                    switch (kind) {
                        case TO -> "–";
                        case PLUS -> "+";
                        case MARK -> ", ";
                        default -> " " + Rule.word(words, all.next()) + " ";
                    };
            int begin = link.get().next();
            var number = numbers.whole(words, begin).filter(n -> form.has(n.value()));
            if (number.isEmpty() || counts(words, number.get(), kind == TO)) continue;
            var next = lettered(words, number.get(), form);
            if (kind != MARK || another(words, next, form).isPresent())
                return Optional.of(next.after(all.written() + joined));
        }
        return Optional.empty();
    }

    private boolean counts(List<Word> words, Found number, boolean range) {
        boolean measured =
                table.is(SpokenTable.Kind.UNIT, words, number.next())
                        || table.is(SpokenTable.Kind.COUNTED, words, number.next());
        boolean letter = Rule.word(words, number.next()).length() == 1;
        return measured || !range && !letter && !decimals.noNoun(words, number.next());
    }
}
