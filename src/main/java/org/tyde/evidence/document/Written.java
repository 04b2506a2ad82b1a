package org.tyde.evidence.document;

import org.tyde.dicom.Code;
import org.tyde.dicom.DateTime;
import org.tyde.evidence.content.ContentValue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Numbers, units and times as people write them. What is not of its form stays as it was written.
final class Written {
    private static final int DIGITS = 6;
    private static final MathContext SHORT = new MathContext(4);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Written() {}

    /// @return the number with at most six digits, longer ones rounded to four
    static String number(String written, Locale locale) {
        var number = decimal(written);
        if (number.isEmpty()) return written;
        var shown =
                number.get().precision() > DIGITS
                        ? number.get().round(SHORT).stripTrailingZeros().toPlainString()
                        : number.get().toPlainString();
        return norwegian(locale) ? shown.replace('.', ',') : shown;
    }

    /// @return whether [#number] shows less than was written
    static boolean shortened(String written) {
        return decimal(written).filter(n -> n.precision() > DIGITS).isPresent();
    }

    private static Optional<BigDecimal> decimal(String written) {
        try {
            var number = new BigDecimal(written.strip());
            boolean sensible = Math.abs(number.scale()) < 20 && number.precision() < 40;
            return sensible ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException otherwise) {
            return Optional.empty();
        }
    }

    /// @return a UCUM unit as it is printed, such as `mm²`; empty for what has none
    static String unit(Code unit, Locale locale) {
        if (!unit.scheme().equals("UCUM")) return ConceptNames.of(unit, locale);
        var ucum = unit.value();
        if (ucum.equals("1")) return "";
        if (ucum.startsWith("{") && ucum.endsWith("}"))
            return ConceptNames.of(new Code("", "", ucum.substring(1, ucum.length() - 1)), locale);
        return switch (ucum) {
            case "deg" -> "°";
            case "Cel" -> "°C";
            case "um" -> "µm";
            case "[hnsf'U]" -> "HU";
            default ->
                    ucum.matches("[a-z]{1,3}[23]")
                            ? ucum.replace('2', '²').replace('3', '³')
                            : ucum.replace('.', '·');
        };
    }

    static String moment(ContentValue.Moment moment) {
        return switch (moment.type()) {
            case "DATE" -> day(moment.written());
            case "TIME" -> time(moment.written());
            default -> DateTime.parse(moment.written()).map(Written::of).orElse(moment.written());
        };
    }

    static String of(DateTime when) {
        var from = when.earliest();
        return switch (when.precision()) {
            case YEAR -> String.valueOf(from.getYear());
            case MONTH -> "%02d.%d".formatted(from.getMonthValue(), from.getYear());
            case DAY -> DAY.format(from);
            case HOUR, MINUTE -> DAY.format(from) + " " + MINUTE.format(from);
            case SECOND, FRACTION -> DAY.format(from) + " " + SECOND.format(from);
        };
    }

    private static String day(String written) {
        return DateTime.parse(written).map(Written::of).orElse(written);
    }

    private static String time(String written) {
        if (!written.matches("[0-9]{4}([0-9]{2}([.][0-9]{1,6})?)?")) return written;
        return DateTime.parse("20000101" + written)
                .map(DateTime::earliest)
                .map(t -> (written.length() > 4 ? SECOND : MINUTE).format(t))
                .orElse(written);
    }

    private static boolean norwegian(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nb", "no", "nn" -> true;
            default -> false;
        };
    }
}
