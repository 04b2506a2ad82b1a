package org.tyde.report.flow;

import org.tyde.measure.Quantity;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.check.Surroundings.Threshold;
import org.tyde.report.check.Surroundings.Value;
import org.tyde.report.flow.MeasuredText.Rounding;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How a lesion changed from an earlier study to this one, in a sentence whose numbers come from both
/// measurements.
public final class ChangeText {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private ChangeText() {}

    /// A lesion measured in two studies.
    ///
    /// @param before in the earlier study, mm
    /// @param now in this study, mm
    /// @param when the earlier study was
    public record Pair(Value before, Value now, Optional<LocalDate> when) {
        /// @return by how many mm it has grown; negative where it has shrunk
        public double millimetres() {
            return now.value() - before.value();
        }

        /// @return by how many per cent of what it was
        public double percent() {
            return 100 * millimetres() / before.value();
        }
    }

    /// @param pair of measurements
    /// @param threshold from when on it has changed
    /// @param locale of the report
    /// @return such as `Økt fra 8 til 12 mm siden 14.03.2026 (+4 mm, +50 %).`
    public static String sentence(Pair pair, Threshold threshold, Locale locale) {
        var before = number(pair.before(), locale);
        var now = MeasuredText.text(pair.now(), Rounding.WHOLE, locale);
        boolean changed = threshold.passed(pair.before().value(), pair.now().value());
        var word = !changed ? "unchanged" : pair.millimetres() > 0 ? "grown" : "shrunk";
        var since = pair.when().map(d -> word(locale, "since", DAY.format(d))).orElse("");
        var by =
                changed
                        ? word(
                                locale,
                                "by",
                                signed(pair.millimetres(), locale),
                                signed(pair.percent(), locale))
                        : "";
        return word(locale, word, before, now) + since + by + ".";
    }

    private static String word(Locale locale, String key, Object... arguments) {
        return Sentences.text(ChangeText.class, "change." + key, locale, arguments);
    }

    private static String number(Value value, Locale locale) {
        return Quantity.number(value.value(), locale, 0);
    }

    private static String signed(double value, Locale locale) {
        var number = Quantity.number(value, locale, 0);
        return value > 0 ? "+" + number : number;
    }

    /// Puts the sentence at the caret; its two numbers are marked as measured.
    ///
    /// @param report that gets it
    /// @param pair of measurements
    /// @param threshold from when on it has changed
    /// @param locale of the report
    /// @throws Refusal the report is signed, or has changed meanwhile
    public static void insert(Report report, Pair pair, Threshold threshold, Locale locale)
            throws Refusal {
        var sentence = sentence(pair, threshold, locale);
        report.insert(sentence, Set.of());
        var content = report.content();
        int end = content.caret().offset();
        int from = end - sentence.length();
        var marks = new ArrayList<>(content.marks());
        var before = number(pair.before(), locale);
        var now = MeasuredText.text(pair.now(), Rounding.WHOLE, locale);
        int first = sentence.indexOf(before);
        int second = sentence.indexOf(now, first + before.length());
        if (first >= 0 && second >= 0) {
            marks.add(mark(content.caret().section(), from + first, before, pair.before()));
            marks.add(mark(content.caret().section(), from + second, now, pair.now()));
        }
        report.hang(marks.subList(content.marks().size(), marks.size()));
    }

    private static Mark mark(org.tyde.report.Section section, int at, String text, Value value) {
        return new Mark(
                section,
                at,
                at + text.length(),
                new Meaning.Measured(value.tracking(), value.value(), value.unit()));
    }

    /// @param pairs of measurements
    /// @param locale of the reader
    /// @return a line for each: what it was, is, and by how much it changed
    public static List<String> table(List<Pair> pairs, Locale locale) {
        return pairs.stream()
                .map(
                        p ->
                                word(
                                        locale,
                                        "row",
                                        p.when().map(DAY::format).orElse("–"),
                                        number(p.before(), locale),
                                        number(p.now(), locale),
                                        signed(p.millimetres(), locale),
                                        signed(p.percent(), locale)))
                .toList();
    }
}
