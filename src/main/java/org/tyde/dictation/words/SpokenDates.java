package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.MONTH;
import static org.tyde.dictation.words.SpokenTable.Kind.ONE;
import static org.tyde.dictation.words.SpokenTable.Kind.UNIT;
import static org.tyde.dictation.words.SpokenTable.Kind.YEAR_AFTER;

import org.tyde.speech.Word;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Dates said in words: with a year as dd.MM.yyyy, without as day and month; a year alone behind a month
/// or a word such as `i`. What is no day of the calendar stays as said and is marked.
final class SpokenDates implements Rule {
    private static final int ANY_LEAP_YEAR = 2024;
    private final SpokenTable table;
    private final NumberWords numbers;
    private final boolean norwegian;

    private record Day(int day, int month, String monthWord, boolean needsYear, int next) {}

    SpokenDates(SpokenTable table, NumberWords numbers, Locale locale) {
        this.table = table;
        this.numbers = numbers;
        this.norwegian = !locale.getLanguage().equals("en");
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        return dayThenMonth(words, at)
                .or(() -> monthThenDay(words, at))
                .flatMap(day -> written(words, at, day))
                .or(() -> yearAlone(words, at));
    }

    /// `mars tjue tjue fire`, `i nitten åttifire`
    private Optional<Found> yearAlone(List<Word> words, int at) {
        var before = Rule.word(words, at - 1);
        if (!table.is(YEAR_AFTER, before) && !table.is(MONTH, before)) return Optional.empty();
        return pair(words, at).filter(y -> !table.is(UNIT, words, y.next()));
    }

    /// `fjortende mars`, `fourteenth of march`, and with ordinals only `fjortende i tredje`.
    private Optional<Day> dayThenMonth(List<Word> words, int at) {
        var day = numbers.ordinal(words, at);
        if (day.isEmpty() && !table.is(ONE, words, at)) day = numbers.belowHundred(words, at);
        if (day.isEmpty()) return Optional.empty();
        int number = day.get().value();
        int next = skip(words, day.get().next(), norwegian ? "i" : "of");
        var month = table.find(MONTH, words, next);
        if (month.isPresent() && isVerb(words, at, next)) return Optional.empty();
        if (month.isPresent())
            return Optional.of(
                    new Day(
                            number,
                            month.get().value(),
                            word(words, next),
                            false,
                            month.get().next()));
        if (numbers.ordinal(words, at).isEmpty()) return Optional.empty();
        return numbers.ordinal(words, next)
                .filter(m -> m.value() <= 12)
                .map(m -> new Day(number, m.value(), "", true, m.next()));
    }

    /// "lesion five may be benign" is no date.
    private boolean isVerb(List<Word> words, int at, int month) {
        boolean maybe = List.of("may", "march").contains(Rule.word(words, month));
        return maybe
                && numbers.ordinal(words, at).isEmpty()
                && year(words, month + 1).isEmpty()
                && !Rule.word(words, month - 1).equals("of");
    }

    /// `march fourteenth`
    private Optional<Day> monthThenDay(List<Word> words, int at) {
        if (norwegian) return Optional.empty();
        var month = table.find(MONTH, words, at);
        return month.flatMap(m -> numbers.ordinal(words, m.next()))
                .map(
                        d ->
                                new Day(
                                        d.value(),
                                        month.get().value(),
                                        word(words, at),
                                        false,
                                        d.next()));
    }

    private Optional<Found> written(List<Word> words, int at, Day day) {
        var year = year(words, day.next());
        if (year.isEmpty() && day.needsYear()) return Optional.empty();
        try {
            var date =
                    LocalDate.of(
                            year.map(Found::value).orElse(ANY_LEAP_YEAR), day.month(), day.day());
            var text =
                    year.isPresent()
                            ? "%02d.%02d.%04d"
                                    .formatted(
                                            date.getDayOfMonth(),
                                            date.getMonthValue(),
                                            date.getYear())
                            : day.day() + (norwegian ? ". " : " ") + day.monthWord();
            return Optional.of(new Found(text, year.map(Found::next).orElse(day.next())));
        } catch (DateTimeException noSuchDay) {
            int next = year.map(Found::next).orElse(day.next());
            return Optional.of(new Found(Rule.said(words, at, next), next, true));
        }
    }

    /// `to tusen og tjue seks` or `tjue tjue seks`
    private Optional<Found> year(List<Word> words, int at) {
        return pair(words, at)
                .or(
                        () ->
                                numbers.whole(words, at)
                                        .filter(y -> y.value() >= 1900 && y.value() <= 2099));
    }

    private Optional<Found> pair(List<Word> words, int at) {
        var century =
                numbers.belowHundred(words, at).filter(c -> c.value() == 19 || c.value() == 20);
        return century.flatMap(c -> numbers.belowHundred(words, c.next()))
                .filter(y -> y.value() >= 10)
                .map(y -> y.after(century.get().written()));
    }

    private String word(List<Word> words, int at) {
        var text = words.get(at).text();
        return norwegian ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static int skip(List<Word> words, int at, String word) {
        return at < words.size() && words.get(at).text().equals(word) ? at + 1 : at;
    }
}
