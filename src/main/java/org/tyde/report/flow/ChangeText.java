package org.tyde.report.flow;

import org.tyde.measure.Quantity;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.check.Surroundings.Threshold;
import org.tyde.report.check.Surroundings.Value;
import org.tyde.report.flow.MeasuredText.Rounding;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

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

    /// How numbers and changes are said.
    ///
    /// @param threshold from when on it has changed
    /// @param rounding of numbers
    /// @param locale of the report
    public record Manner(Threshold threshold, Rounding rounding, Locale locale) {
        /// @param locale of the report
        /// @return with whole mm and the usual threshold
        public static Manner usual(Locale locale) {
            return new Manner(Threshold.USUAL, Rounding.WHOLE, locale);
        }
    }

    /// @param pair of measurements
    /// @param manner how it is said
    /// @return such as `Økt fra 8 til 12 mm siden 14.03.2026 (+4 mm, +50 %).`
    public static String sentence(Pair pair, Manner manner) {
        return written("", pair, manner).toString();
    }

    private static MarkedText written(String lesion, Pair pair, Manner manner) {
        var locale = manner.locale();
        boolean changed = manner.threshold().passed(pair.before().value(), pair.now().value());
        var word = !changed ? "unchanged" : pair.millimetres() > 0 ? "grown" : "shrunk";
        var lead = word(locale, word);
        var text = new MarkedText();
        if (lesion.isEmpty()) text.say(lead);
        else text.say(lesion + ": " + lead.substring(0, 1).toLowerCase(locale) + lead.substring(1));
        text.say(word(locale, "from"));
        text.number(
                manner.rounding().number(pair.before().value(), locale), meaning(pair.before()));
        text.say(word(locale, "to"));
        text.number(MeasuredText.text(pair.now(), manner.rounding(), locale), meaning(pair.now()));
        pair.when().ifPresent(d -> text.say(word(locale, "since", DAY.format(d))));
        if (changed) text.say(" (" + by(pair.millimetres(), percent(pair), manner) + ")");
        return text.say(".");
    }

    private static Optional<Double> percent(Pair pair) {
        return pair.before().value() > 0 ? Optional.of(pair.percent()) : Optional.empty();
    }

    private static Meaning.Measured meaning(Value value) {
        return new Meaning.Measured(value.tracking(), value.value(), value.unit());
    }

    private static String word(Locale locale, String key, Object... arguments) {
        return Sentences.text(ChangeText.class, "change." + key, locale, arguments);
    }

    /// @param millimetres of growth
    /// @param percent of growth, where there is one
    /// @param manner how it is said
    /// @return such as `+4 mm, +50 %`
    public static String by(double millimetres, Optional<Double> percent, Manner manner) {
        var rounding = manner.rounding();
        var length =
                signed(millimetres, rounding.number(millimetres, manner.locale()))
                        + " "
                        + rounding.unit();
        return percent.map(
                        p ->
                                length
                                        + ", "
                                        + signed(
                                                p,
                                                Quantity.number(
                                                        p,
                                                        manner.locale(),
                                                        rounding.percentDecimals()))
                                        + " %")
                .orElse(length);
    }

    private static String signed(double value, String number) {
        boolean nothing = number.matches("[0.,]+");
        return value > 0 && !nothing ? "+" + number : number;
    }

    /// Puts the sentence at the caret; its two numbers are marked as measured.
    ///
    /// @param report that gets it
    /// @param lesion what it is called; empty for no name
    /// @param pair of measurements
    /// @param manner how it is said
    /// @throws Refusal the report is signed, or has changed meanwhile
    public static void insert(Report report, String lesion, Pair pair, Manner manner)
            throws Refusal {
        written(lesion, pair, manner).into(report);
    }
}
