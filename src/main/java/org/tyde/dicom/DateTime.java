package org.tyde.dicom;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A date and time as far as it is told, be it only a year, with the offset from UTC where that is
/// told (DT, PS3.5 6.2; or DA and TM together with (0008,0201)).
///
/// @param earliest the first moment it may mean
/// @param precision its last component
/// @param offset from UTC; empty means the place where it was written
public record DateTime(LocalDateTime earliest, Precision precision, Optional<ZoneOffset> offset) {
    /// The last component that is told.
    public enum Precision {
        YEAR(4, ChronoUnit.YEARS),
        MONTH(6, ChronoUnit.MONTHS),
        DAY(8, ChronoUnit.DAYS),
        HOUR(10, ChronoUnit.HOURS),
        MINUTE(12, ChronoUnit.MINUTES),
        SECOND(14, ChronoUnit.SECONDS),
        /// Fractions of a second, taken as exact to the microsecond.
        FRACTION(21, ChronoUnit.MICROS);

        private final int characters;
        private final ChronoUnit unit;

        Precision(int characters, ChronoUnit unit) {
            this.characters = characters;
            this.unit = unit;
        }
    }

    private static final Pattern FORM =
            Pattern.compile("([0-9]{4,14})(\\.[0-9]{1,6})?([+-][0-9]{4})?");
    private static final Pattern OFFSET = Pattern.compile("([+-])([0-9]{2})([0-9]{2})");

    /// @throws IllegalArgumentException where `earliest` is finer than the precision, or the offset is
    ///     beyond -12:00 to +14:00 or no whole minute (PS3.5 6.2)
    public DateTime {
        boolean finer =
                switch (precision) {
                    case YEAR -> earliest.getDayOfYear() > 1 || !isMidnight(earliest);
                    case MONTH -> earliest.getDayOfMonth() > 1 || !isMidnight(earliest);
                    case DAY, HOUR, MINUTE, SECOND, FRACTION ->
                            !earliest.equals(earliest.truncatedTo(precision.unit));
                };
        if (finer) throw new IllegalArgumentException("finer than its " + precision);
        offset.ifPresent(
                zone -> {
                    if (!allowed(zone)) throw new IllegalArgumentException("no offset: " + zone);
                });
    }

    private static boolean isMidnight(LocalDateTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.DAYS));
    }

    private static boolean allowed(ZoneOffset zone) {
        int minutes = zone.getTotalSeconds() / 60;
        boolean whole = zone.getTotalSeconds() % 60 == 0;
        return whole && minutes >= -12 * 60 && minutes <= 14 * 60;
    }

    /// @param text `YYYY[MM[DD[HH[MM[SS[.F-FFFFFF]]]]]][&ZZXX]`; a leap second becomes 59
    /// @return the date and time, empty where the text is none
    public static Optional<DateTime> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) return Optional.empty();
        var digits = form.group(1);
        boolean fraction = form.group(2) != null;
        if (digits.length() % 2 != 0 || fraction && digits.length() != 14) return Optional.empty();
        var zone = form.group(3) == null ? Optional.<ZoneOffset>empty() : offset(form.group(3));
        if (form.group(3) != null && zone.isEmpty()) return Optional.empty();
        var all = digits + "00010101000000".substring(digits.length());
        int second = number(all, 12);
        try {
            var earliest =
                    LocalDateTime.of(
                            Integer.parseInt(all, 0, 4, 10),
                            number(all, 4),
                            number(all, 6),
                            number(all, 8),
                            number(all, 10),
                            second == 60 ? 59 : second);
            if (fraction) earliest = earliest.plusNanos(nanos(form.group(2).substring(1)));
            var precision = fraction ? Precision.FRACTION : precision(digits.length());
            return Optional.of(new DateTime(earliest, precision, zone));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /// @param text of Timezone Offset From UTC (0008,0201): `&ZZXX`
    /// @return the offset, empty where the text is none
    static Optional<ZoneOffset> offset(String text) {
        var form = OFFSET.matcher(text);
        if (!form.matches() || text.equals("-0000")) return Optional.empty();
        int minutes = Integer.parseInt(form.group(3));
        int total = Integer.parseInt(form.group(2)) * 60 + minutes;
        if (minutes > 59 || total > 14 * 60) return Optional.empty();
        int signed = form.group(1).equals("-") ? -total : total;
        return Optional.of(ZoneOffset.ofTotalSeconds(signed * 60)).filter(DateTime::allowed);
    }

    private static Precision precision(int characters) {
        for (var precision : Precision.values())
            if (precision.characters == characters) return precision;
        throw new IllegalArgumentException("no precision of " + characters + " characters");
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits, at, at + 2, 10);
    }

    private static int nanos(String fraction) {
        return Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    /// @return the first moment after all that it may mean
    public LocalDateTime end() {
        return earliest.plus(1, precision.unit);
    }

    /// @param here the offset where none is told
    /// @return the first moment it may mean
    public OffsetDateTime at(ZoneOffset here) {
        return earliest.atOffset(offset.orElse(here));
    }

    /// @return as a DT writes it, no more than is known
    public String encoded() {
        var all =
                String.format(
                        Locale.ROOT,
                        "%04d%02d%02d%02d%02d%02d.%06d",
                        earliest.getYear(),
                        earliest.getMonthValue(),
                        earliest.getDayOfMonth(),
                        earliest.getHour(),
                        earliest.getMinute(),
                        earliest.getSecond(),
                        earliest.getNano() / 1000);
        var zone = offset.map(ZoneOffset::getTotalSeconds).map(DateTime::zone).orElse("");
        return all.substring(0, precision.characters) + zone;
    }

    private static String zone(int seconds) {
        int minutes = Math.abs(seconds / 60);
        return String.format(
                Locale.ROOT, "%s%02d%02d", seconds < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }
}
