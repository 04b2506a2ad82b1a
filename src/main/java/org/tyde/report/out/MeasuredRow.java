package org.tyde.report.out;

import org.tyde.dicom.Code;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.ReadGroup;
import org.tyde.measure.Quantity;
import org.tyde.refusal.Sentences;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that was measured, as people read it.
///
/// @param name what it is called
/// @param what it is and where, possibly empty
/// @param values such as `Lengde 8,4 mm`
/// @param where the images it was measured on, possibly empty
public record MeasuredRow(String name, String what, List<String> values, String where) {
    /// Codes of what is measured here, by their place in the messages.
    private static final Map<String, String> KNOWN =
            Map.of(
                    "410668003", "length",
                    "1483009", "angle",
                    "42798000", "area",
                    "112031", "attenuation",
                    "126401", "suv",
                    "PIXELVALUE", "pixel",
                    "373098007", "mean",
                    "386136009", "deviation",
                    "255605001", "minimum",
                    "56851009", "maximum");

    /// As [org.tyde.reading.Marks] numbers them.
    private static final Pattern UNNAMED = Pattern.compile("(?:\\d{4}-\\d\\d-\\d\\d )?#(\\d+)");

    /// Copies the values.
    public MeasuredRow {
        values = List.copyOf(values);
    }

    /// @param group as a measurement report says it
    /// @param images it may name
    /// @param locale the reader's language
    /// @return what people read
    static MeasuredRow of(ReadGroup group, Illustrations images, Locale locale) {
        var side = group.side().map(s -> side(s, locale));
        var what =
                Stream.of(
                                group.finding().map(Code::meaning),
                                group.site().map(Code::meaning),
                                side,
                                found(group, locale))
                        .flatMap(Optional::stream)
                        .filter(w -> !w.isBlank())
                        .collect(Collectors.joining(", "));
        var where =
                group.images().stream()
                        .flatMap(i -> images.name(i, locale).stream())
                        .distinct()
                        .collect(Collectors.joining("; "));
        return new MeasuredRow(name(group, locale), what, values(group, locale), where);
    }

    /// A measurement that nobody named is called by its number.
    private static String name(ReadGroup group, Locale locale) {
        var unnamed = UNNAMED.matcher(group.identifier());
        return unnamed.matches()
                ? text("measured.number", locale, unnamed.group(1))
                : group.identifier();
    }

    private static Optional<String> found(ReadGroup group, Locale locale) {
        if (group.by().isEmpty()) return Optional.empty();
        var who = group.by().stream().map(b -> b.text()).collect(Collectors.joining(", "));
        return Optional.of(text("measured.by", locale, who));
    }

    private static List<String> values(ReadGroup group, Locale locale) {
        var values = new ArrayList<String>();
        for (var value : group.values()) values.add(value(value, locale));
        return values;
    }

    static String value(MeasuredValue value, Locale locale) {
        var quantity = new Quantity(value.value(), value.unit());
        return called(value, locale) + " " + quantity.text(locale);
    }

    /// @return what was measured: `Lengde`, `Tetthet, gjennomsnitt`
    static String called(MeasuredValue value, Locale locale) {
        var concept = word(value.concept(), locale);
        return value.derivation().map(d -> concept + ", " + word(d, locale)).orElse(concept);
    }

    static String side(Laterality side, Locale locale) {
        return text("side." + side.name(), locale);
    }

    private static String word(Code code, Locale locale) {
        var known = KNOWN.get(code.value());
        return known == null ? code.meaning() : text("measured." + known, locale);
    }

    private static String text(String key, Locale locale, Object... arguments) {
        return Sentences.text(MeasuredRow.class, key, locale, arguments);
    }

    /// @return as one line
    String line() {
        return Stream.of(name, what, String.join("; ", values), where)
                .filter(w -> !w.isBlank())
                .collect(Collectors.joining(" | "))
                .replace('\u00a0', ' ');
    }
}
