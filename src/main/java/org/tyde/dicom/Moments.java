package org.tyde.dicom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Dates and times of day as DICOM writes them (DA, TM; PS3.5 6.2). Empty where the text is none.
final class Moments {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("HHmmss.SSSSSS", Locale.ROOT);

    private Moments() {}

    static String text(LocalDate date) {
        return DATE.format(date);
    }

    /// With a fraction where there is one.
    static String text(LocalTime time) {
        return (time.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MICROS).format(time);
    }

    /// `YYYYMMDD`, and the `YYYY.MM.DD` of the standard's forerunner.
    static Optional<LocalDate> date(String text) {
        var digits =
                text.length() == 10 && text.charAt(4) == '.' && text.charAt(7) == '.'
                        ? text.replace(".", "")
                        : text;
        if (digits.length() != 8 || !digits.chars().allMatch(Moments::isDigit))
            return Optional.empty();
        try {
            return Optional.of(
                    LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// `HH[MM[SS[.F-FFFFFF]]]`, and the colons of the standard's forerunner; a leap second becomes
    /// 59.
    static Optional<LocalTime> time(String text) {
        var plain = text.replace(":", "");
        int point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var fraction = point < 0 ? "" : plain.substring(point + 1);
        int length = whole.length();
        if (length != 2 && length != 4 && length != 6) return Optional.empty();
        if (!fraction.isEmpty() && length != 6 || fraction.length() > 9) return Optional.empty();
        if (!(whole + fraction).chars().allMatch(Moments::isDigit)) return Optional.empty();
        int second = length > 4 ? number(whole, 4, 6) : 0;
        int nano =
                fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        try {
            int minute = length > 2 ? number(whole, 2, 4) : 0;
            return Optional.of(
                    LocalTime.of(number(whole, 0, 2), minute, second == 60 ? 59 : second, nano));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
