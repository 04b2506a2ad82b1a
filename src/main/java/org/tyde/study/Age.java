package org.tyde.study;

import org.tyde.refusal.Sentences;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// A patient's age at an examination: days under 1 month, months under 2 years, then years.
///
/// @param number not negative
/// @param unit its unit
public record Age(long number, Unit unit) {
    /// What an age is counted in.
    public enum Unit {
        DAYS,
        WEEKS,
        MONTHS,
        YEARS
    }

    /// @param birth the patient's day of birth
    /// @param examination the day of the examination
    /// @return the age, empty where the examination lies before the birth
    public static Optional<Age> at(LocalDate birth, LocalDate examination) {
        if (examination.isBefore(birth)) return Optional.empty();
        long months = ChronoUnit.MONTHS.between(birth, examination);
        if (months < 1)
            return Optional.of(new Age(ChronoUnit.DAYS.between(birth, examination), Unit.DAYS));
        if (months < 24) return Optional.of(new Age(months, Unit.MONTHS));
        return Optional.of(new Age(months / 12, Unit.YEARS));
    }

    /// @param text of Patient's Age (0010,1010), such as `018M` (AS, PS3.5 6.2)
    /// @return the age as the source gives it
    public static Optional<Age> parse(String text) {
        if (!text.matches("[0-9]{3}[DWMY]")) return Optional.empty();
        int number = Integer.parseInt(text, 0, 3, 10);
        var unit =
                switch (text.charAt(3)) {
                    case 'D' -> Unit.DAYS;
                    case 'W' -> Unit.WEEKS;
                    case 'M' -> Unit.MONTHS;
                    default -> Unit.YEARS;
                };
        return Optional.of(new Age(number, unit));
    }

    /// @param locale the reader's language
    /// @return such as `7 months`
    public String text(Locale locale) {
        return Sentences.text(Age.class, "age." + unit.name(), locale, number);
    }
}
