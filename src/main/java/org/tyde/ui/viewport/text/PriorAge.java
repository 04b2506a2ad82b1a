package org.tyde.ui.viewport.text;

import org.tyde.ui.Messages;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/// How long before the current examination an earlier one was made, as a person says it: years and
/// months, months, weeks, days, or on one day hours and minutes.
///
/// @param prior when the earlier one was made
/// @param current when the one to be read was made
public record PriorAge(LocalDateTime prior, LocalDateTime current) {
    /// @param messages the words
    /// @return such as `8 months before`
    public String text(Messages messages) {
        var words = messages.in(PriorAge.class);
        if (!prior.isBefore(current)) return words.text("before.none");
        if (prior.toLocalDate().equals(current.toLocalDate())) {
            var time = Duration.between(prior, current);
            return time.toHours() == 0
                    ? words.text("before.minutes", "" + time.toMinutes())
                    : words.text("before.hours", "" + time.toHours(), "" + time.toMinutesPart());
        }
        var period = Period.between(prior.toLocalDate(), current.toLocalDate());
        long days = ChronoUnit.DAYS.between(prior.toLocalDate(), current.toLocalDate());
        if (period.getYears() >= 2 && period.getMonths() == 0 || period.getYears() >= 5)
            return words.text("before.years", period.getYears());
        if (period.getYears() >= 2)
            return words.text("before.yearsMonths", period.getYears(), period.getMonths());
        long months = period.toTotalMonths();
        if (months >= 2) return words.text("before.months", months);
        if (days >= 14) return words.text("before.weeks", days / 7);
        return words.text("before.days", days);
    }
}
