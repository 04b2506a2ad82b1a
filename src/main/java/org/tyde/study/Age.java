package org.tyde.study;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// An age as it is said: days under one month, months under two years, else years.
///
/// @param number never negative
/// @param unit of the number
public record Age(long number, Unit unit) {
    /// Units of an age.
    public enum Unit {
        /// Days.
        DAYS,
        /// Whole months.
        MONTHS,
        /// Whole years.
        YEARS
    }

    /// @param birth date of birth
    /// @param date of the examination
    /// @return the age that day, empty when it lies before the birth
    public static Optional<Age> at(LocalDate birth, LocalDate date) {
        if (date.isBefore(birth)) return Optional.empty();
        long months = ChronoUnit.MONTHS.between(birth, date);
        if (months < 1)
            return Optional.of(new Age(ChronoUnit.DAYS.between(birth, date), Unit.DAYS));
        if (months < 24) return Optional.of(new Age(months, Unit.MONTHS));
        return Optional.of(new Age(months / 12, Unit.YEARS));
    }
}
