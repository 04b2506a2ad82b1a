package org.tyde.report.check;

import org.tyde.report.Section;
import org.tyde.report.sign.SigningCheck;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Dates are days that exist and are not to come; where a prior is compared, it is of a day of which there is
/// one.
final class DateChecks implements Check {
    private static final Pattern DATE =
            Pattern.compile(
                    "(?<![\\d.])(?:(\\d{1,2})\\.\\s?(\\d{1,2})\\.(\\d{4}|\\d{2})|(\\d{4})-(\\d{2})-(\\d{2}))(?![\\d-])");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final Pattern PLANNED =
            Pattern.compile(
                    "kontroll|time|planlagt|anbefal|scheduled|planned|follow-up|appointment|recommend",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public List<SigningCheck> of(Examined examined) {
        var found = new ArrayList<SigningCheck>();
        for (var sentence : examined.sentences()) {
            var date = DATE.matcher(sentence.text());
            while (date.find()) {
                int at = sentence.start() + date.start();
                LocalDate day;
                try {
                    day = day(date);
                } catch (DateTimeException none) {
                    found.add(impossible(sentence, at, date.group()));
                    continue;
                }
                look(examined, sentence, at, date.group(), day, found);
            }
        }
        return found;
    }

    private static LocalDate day(java.util.regex.MatchResult date) {
        if (date.group(4) != null)
            return LocalDate.of(number(date, 4), number(date, 5), number(date, 6));
        int year = number(date, 3);
        return LocalDate.of(year < 100 ? 2000 + year : year, number(date, 2), number(date, 1));
    }

    private static int number(java.util.regex.MatchResult date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static SigningCheck impossible(Sentence sentence, int at, String date) {
        return Examined.at(CheckKind.DATE_IMPOSSIBLE, sentence.section(), at, date);
    }

    private static void look(
            Examined examined,
            Sentence sentence,
            int at,
            String written,
            LocalDate day,
            List<SigningCheck> found) {
        boolean planned =
                sentence.section() == Section.RECOMMENDATION
                        || PLANNED.matcher(sentence.text()).find();
        if (day.isAfter(examined.around().today())) {
            if (!planned) found.add(impossible(sentence, at, written));
            return;
        }
        var head = examined.report().head();
        boolean compares =
                sentence.section() == Section.COMPARISON
                        || examined.words().says("contrast", sentence.text());
        boolean known =
                examined.around().priors().contains(day)
                        || head.studyDate().equals(java.util.Optional.of(day))
                        || head.birthDate().equals(java.util.Optional.of(day));
        if (!compares || known) return;
        examined.around().priors().stream()
                .min(Comparator.comparingLong(p -> Math.abs(ChronoUnit.DAYS.between(p, day))))
                .ifPresent(
                        near ->
                                found.add(
                                        Examined.at(
                                                CheckKind.PRIOR_UNKNOWN,
                                                sentence.section(),
                                                at,
                                                written,
                                                DAY.format(near))));
    }
}
