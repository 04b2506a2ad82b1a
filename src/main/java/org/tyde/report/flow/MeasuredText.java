package org.tyde.report.flow;

import org.tyde.measure.Quantity;
import org.tyde.refusal.Refusal;
import org.tyde.report.AiDecision;
import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.ReportContent;
import org.tyde.report.check.Surroundings.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Measured numbers in the text of a report.
public final class MeasuredText {
    /// As long as `cm`, and the space before it.
    private static final String UNIT = " mm";

    private static final Pattern LENGTH_UNIT = Pattern.compile("\\b[cm]m\\b");

    private MeasuredText() {}

    /// How numbers are rounded.
    ///
    /// @param centimetres whether lengths stand in cm instead of mm
    /// @param decimals of a length in that unit
    /// @param percentDecimals of a change in per cent
    public record Rounding(boolean centimetres, int decimals, int percentDecimals) {
        /// To whole mm and whole per cents.
        public static final Rounding WHOLE = new Rounding(false, 0, 0);

        /// To a tenth of a mm.
        public static final Rounding TENTH = new Rounding(false, 1, 0);

        /// @param other whether lengths stand in cm
        /// @return this in that unit, as exact
        Rounding in(boolean other) {
            if (other == centimetres) return this;
            int exact = other ? decimals + 1 : Math.max(0, decimals - 1);
            return new Rounding(other, exact, percentDecimals);
        }

        /// @param millimetres a length
        /// @param locale of the report
        /// @return the number in the unit of lengths
        String number(double millimetres, Locale locale) {
            double shown = centimetres ? millimetres / 10 : millimetres;
            return Quantity.number(shown, locale, decimals);
        }

        /// @return unit of lengths
        String unit() {
            return centimetres ? "cm" : "mm";
        }
    }

    /// A number in the text whose measurement says something else now.
    ///
    /// @param mark of the number
    /// @param text as it stands
    /// @param now the measurement, empty where it was deleted
    public record Stale(Mark mark, String text, Optional<Value> now) {}

    /// Puts a number at the caret, or in the numeric field there, in the field's unit. Right behind another
    /// length it becomes the second axis: `12 mm` becomes `12 × 8 mm`.
    ///
    /// @param report that gets it
    /// @param value measured
    /// @param rounding of lengths
    /// @param locale of the report
    /// @throws Refusal the field takes another unit, or the report is signed
    public static void insert(Report report, Value value, Rounding rounding, Locale locale)
            throws Refusal {
        var content = report.content();
        var meaning = meaning(value);
        var field = field(content);
        if (field.isPresent()) {
            var mark = field.get();
            var text = inField(mark.field().orElseThrow(), value, rounding, locale);
            report.become(
                    content,
                    content.replaced(
                            mark.section(), mark.start(), mark.end(), text, Set.of(meaning)));
            return;
        }
        var axis = axis(content, value, rounding);
        if (axis.isPresent())
            report.become(content, twoAxes(content, axis.get(), value, rounding, locale));
        else report.insert(text(value, rounding, locale), Set.of(meaning));
    }

    private static Meaning.Measured meaning(Value value) {
        return new Meaning.Measured(value.tracking(), value.value(), value.unit());
    }

    private static Optional<Mark> field(ReportContent content) {
        return content.fields().stream()
                .filter(m -> m.section() == content.caret().section())
                .filter(m -> m.touches(content.caret().offset()))
                .filter(m -> m.field().orElseThrow().kind() instanceof Field.Kind.Numeric)
                .findFirst();
    }

    private static String inField(Field field, Value value, Rounding rounding, Locale locale)
            throws Refusal {
        if (!(field.kind() instanceof Field.Kind.Numeric(var unit, _, _)))
            throw new IllegalArgumentException("no number: " + field.id());
        var wanted = unit.orElse(value.unit());
        boolean length = wanted.equals("mm") || wanted.equals("cm");
        if (length && value.unit().equals("mm"))
            return number(value, rounding.in(wanted.equals("cm")), locale);
        if (wanted.equals(value.unit())) return number(value, rounding, locale);
        if (wanted.equals("cm2") && value.unit().equals("mm2"))
            return Quantity.number(value.value() / 100, locale, 1);
        throw new Refusal(FlowReason.OTHER_UNIT, text(value, rounding, locale), wanted);
    }

    private static Optional<Mark> axis(ReportContent content, Value value, Rounding rounding) {
        var caret = content.caret();
        if (!value.unit().equals("mm")) return Optional.empty();
        var text = content.text().of(caret.section());
        return content.marks().stream()
                .filter(m -> m.section() == caret.section() && m.end() == caret.offset())
                .filter(
                        m ->
                                m.meaning() instanceof Meaning.Measured(var tracking, _, var unit)
                                        && unit.equals("mm")
                                        && !tracking.equals(value.tracking()))
                .filter(
                        m ->
                                text.substring(m.start(), m.end())
                                        .matches("[\\d.,]+ " + rounding.unit()))
                .filter(m -> m.start() < 2 || text.charAt(m.start() - 2) != '×')
                .findFirst();
    }

    private static ReportContent twoAxes(
            ReportContent content, Mark first, Value value, Rounding rounding, Locale locale) {
        var section = first.section();
        var one = content.text().of(section).substring(first.start(), first.end() - UNIT.length());
        var both = one + " × " + text(value, rounding, locale);
        var next = content.replaced(section, first.start(), first.end(), both, Set.of());
        var marks = new ArrayList<>(next.marks());
        int second = first.start() + one.length() + " × ".length();
        marks.add(new Mark(section, first.start(), first.start() + one.length(), first.meaning()));
        marks.add(new Mark(section, second, first.start() + both.length(), meaning(value)));
        return next.with(marks);
    }

    /// @param value measured
    /// @param rounding of lengths
    /// @param locale of the report
    /// @return as it stands in a report: `12 mm`, `−12 HU`, `SUV 8,2`, `34°`
    public static String text(Value value, Rounding rounding, Locale locale) {
        var number = number(value, rounding, locale);
        return switch (value.unit()) {
            case "mm" -> number + " " + rounding.unit();
            case "deg" -> number + "°";
            case "mm2" -> number + " mm²";
            case "cm2" -> number + " cm²";
            case "[hnsf'U]" -> number + " HU";
            case "1" -> number;
            default -> value.unit().contains("SUV") ? "SUV " + number : number + " " + value.unit();
        };
    }

    private static String number(Value value, Rounding rounding, Locale locale) {
        return switch (value.unit()) {
            case "mm" -> rounding.number(value.value(), locale);
            case "mm2", "deg", "[hnsf'U]" -> Quantity.number(value.value(), locale, 0);
            default -> Quantity.number(value.value(), locale, 1);
        };
    }

    /// @param content of a report
    /// @param measured what the measurements of the case say now
    /// @return the numbers in it that their measurements no longer say
    public static List<Stale> stale(ReportContent content, List<Value> measured) {
        var found = new ArrayList<Stale>();
        for (var mark : content.marks()) {
            if (!(mark.meaning() instanceof Meaning.Measured(var tracking, var value, var unit)))
                continue;
            if (AiDecision.stands(content.decisions(), tracking)) continue;
            var now =
                    measured.stream()
                            .filter(v -> v.tracking().equals(tracking) && v.unit().equals(unit))
                            .findFirst();
            if (now.isPresent() && Math.abs(now.get().value() - value) <= 0.05) continue;
            var text = content.text().of(mark.section()).substring(mark.start(), mark.end());
            found.add(new Stale(mark, text, now));
        }
        return found;
    }

    /// Takes over what the measurement says now, in the form in which the number stands: one step of undo.
    ///
    /// @param report that holds the number
    /// @param stale the number
    /// @param rounding of lengths
    /// @param locale of the report
    /// @throws Refusal the report has changed meanwhile, or is signed
    public static void update(Report report, Stale stale, Rounding rounding, Locale locale)
            throws Refusal {
        var content = report.content();
        if (stale.now().isEmpty() || !content.marks().contains(stale.mark())) return;
        var value = stale.now().get();
        boolean alone = stale.text().chars().noneMatch(c -> Character.isLetter(c) || c == '°');
        var text =
                alone
                        ? inFieldOf(content, stale, value, rounding, locale)
                        : text(value, rounding, locale);
        var mark = stale.mark();
        var next =
                content.replaced(
                        mark.section(), mark.start(), mark.end(), text, Set.of(meaning(value)));
        report.become(content, next);
    }

    private static String inFieldOf(
            ReportContent content, Stale stale, Value value, Rounding rounding, Locale locale)
            throws Refusal {
        for (var mark : content.fields())
            if (mark.section() == stale.mark().section()
                    && mark.touches(stale.mark().start())
                    && mark.field().orElseThrow().kind() instanceof Field.Kind.Numeric)
                return inField(mark.field().orElseThrow(), value, rounding, locale);
        return number(value, rounding.in(behind(content, stale.mark()).equals("cm")), locale);
    }

    /// The unit of lengths that stands behind a number, as in `12 × 8 mm`.
    private static String behind(ReportContent content, Mark mark) {
        var unit = LENGTH_UNIT.matcher(content.text().of(mark.section()));
        return unit.find(mark.end()) ? unit.group() : "mm";
    }
}
