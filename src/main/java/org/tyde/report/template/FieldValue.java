package org.tyde.report.template;

import org.tyde.refusal.Refusal;
import org.tyde.report.Field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person writes into a field, checked and in the form in which it stands in the report.
public final class FieldValue {
    private static final Pattern NUMBER =
            Pattern.compile("([+\\-−–]?\\s*\\d+(?:[.,]\\d+)?)\\s*(\\S.*)?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})[./ -](\\d{1,2})[./ -](\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private FieldValue() {}

    /// @param field it is written into
    /// @param typed as it was typed or said
    /// @param locale of the report: decimal comma or point
    /// @param today for `i dag` and years of two digits
    /// @return as it stands in the report: a number with its unit, a day as dd.MM.yyyy, an option's text
    /// @throws Refusal saying in words what the field takes
    public static String written(Field field, String typed, Locale locale, LocalDate today)
            throws Refusal {
        var said = typed.strip();
        return switch (field.kind()) {
            case Field.Kind.Words() -> said;
            case Field.Kind.Day() -> day(said, today);
            case Field.Kind.Numeric numeric -> number(numeric, said, locale);
            case Field.Kind.Choice(var options, var several) ->
                    several ? chosen(options, said) : option(options, said);
        };
    }

    private static String number(Field.Kind.Numeric kind, String said, Locale locale)
            throws Refusal {
        var parts = NUMBER.matcher(said);
        if (!parts.matches()) throw new Refusal(TemplateReason.NOT_A_NUMBER, said);
        var number = Numbers.parse(parts.group(1).replace(" ", ""));
        if (number.isEmpty()) throw new Refusal(TemplateReason.NOT_A_NUMBER, said);
        var unit = kind.unit().map(FieldValue::unit).orElse("");
        var behind = Optional.ofNullable(parts.group(2)).map(String::strip).orElse("");
        if (!behind.isEmpty()
                && !behind.equalsIgnoreCase(unit)
                && !kind.unit().equals(Optional.of(behind)))
            throw unit.isEmpty()
                    ? new Refusal(TemplateReason.NOT_A_NUMBER, said)
                    : new Refusal(TemplateReason.OTHER_UNIT, said, unit);
        double value = number.get();
        boolean low = kind.least().filter(b -> value < b).isPresent();
        boolean high = kind.most().filter(b -> value > b).isPresent();
        if (low || high)
            throw new Refusal(
                    TemplateReason.OUT_OF_RANGE,
                    number(value, locale),
                    kind.least().map(b -> number(b, locale)).orElse("−∞"),
                    kind.most().map(b -> number(b, locale)).orElse("∞"));
        var digits = number(value, locale);
        return unit.isEmpty() ? digits : unit.equals("%") ? digits + " %" : digits + " " + unit;
    }

    private static String number(double value, Locale locale) {
        var plain = Numbers.plain(value);
        return locale.getLanguage().equals("en") ? plain : plain.replace('.', ',');
    }

    /// @param ucum a unit (UCUM)
    /// @return as it is written in a report
    public static String unit(String ucum) {
        return switch (ucum) {
            case "[hnsf'U]" -> "HU";
            case "mL" -> "ml";
            case "ng/mL" -> "ng/ml";
            case "ng/mL2" -> "ng/ml²";
            case "s/mm2" -> "s/mm²";
            case "Gy.cm2" -> "Gy·cm²";
            case "Cel" -> "°C";
            case "deg" -> "°";
            case "1" -> "";
            default -> ucum.startsWith("{") ? "" : ucum;
        };
    }

    private static String day(String said, LocalDate today) throws Refusal {
        if (List.of("i dag", "idag", "today").contains(said.toLowerCase(Locale.ROOT)))
            return WRITTEN.format(today);
        var iso = ISO.matcher(said);
        if (iso.matches()) return day(said, iso.group(3), iso.group(2), iso.group(1), today);
        for (var form : List.of(DAY, DIGITS)) {
            var parts = form.matcher(said);
            if (parts.matches())
                return day(said, parts.group(1), parts.group(2), parts.group(3), today);
        }
        throw new Refusal(TemplateReason.NOT_A_DAY, said);
    }

    private static String day(String said, String day, String month, String year, LocalDate today)
            throws Refusal {
        int of = Integer.parseInt(year);
        if (year.length() == 2) {
            of += today.getYear() / 100 * 100;
            // a year to come is of the century before, but for what is planned
            if (of > today.getYear() + 10) of -= 100;
        }
        try {
            return WRITTEN.format(LocalDate.of(of, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            throw new Refusal(TemplateReason.NOT_A_DAY, said);
        }
    }

    private static String chosen(List<Field.Option> options, String said) throws Refusal {
        var wanted = new ArrayList<String>();
        for (var one : said.split("\\s*[,;]\\s*"))
            if (!one.isBlank()) wanted.add(option(options, one));
        return options.stream()
                .map(Field.Option::text)
                .filter(wanted::contains)
                .collect(Collectors.joining(", "));
    }

    /// An option by its text, or by the only one that begins so.
    private static String option(List<Field.Option> options, String said) throws Refusal {
        for (var option : options) if (option.text().equalsIgnoreCase(said)) return option.text();
        var lower = said.toLowerCase(Locale.ROOT);
        var like =
                options.stream()
                        .map(Field.Option::text)
                        .filter(t -> t.toLowerCase(Locale.ROOT).startsWith(lower))
                        .toList();
        if (like.size() == 1) return like.getFirst();
        throw new Refusal(
                TemplateReason.NOT_AN_OPTION,
                said,
                options.stream().map(Field.Option::text).collect(Collectors.joining(", ")));
    }
}
