package org.tyde.report.flow;

import org.tyde.measure.Quantity;
import org.tyde.reading.LesionRemark;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.check.Surroundings.Value;
import org.tyde.report.flow.ChangeText.Manner;
import org.tyde.report.lesion.Cell;
import org.tyde.report.lesion.Change;
import org.tyde.report.lesion.Diameters;
import org.tyde.report.lesion.LesionRow;
import org.tyde.report.lesion.LesionTable;
import org.tyde.report.lesion.Recist;
import org.tyde.report.lesion.SizeKind;
import org.tyde.report.lesion.TimePoint;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Lesions over time in words, for the screen and for a report. In a report each number is marked as measured.
public final class LesionText {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private LesionText() {}

    /// @param column of a table
    /// @param locale of the reader
    /// @return its day
    public static String day(TimePoint column, Locale locale) {
        return column.day().map(DAY::format).orElse(word(locale, "lesion.undated"));
    }

    /// @param size of a lesion, in the unit of its kind
    /// @param kind what was measured
    /// @param manner how it is said
    /// @return such as `12 mm` or `1,5 ml`
    public static String size(double size, SizeKind kind, Manner manner) {
        return MeasuredText.text(value("", size, kind), manner.rounding(), manner.locale());
    }

    private static Value value(String key, double size, SizeKind kind) {
        return new Value(key, size, kind.unit(), Optional.empty());
    }

    /// @param change of a size
    /// @param kind what was measured
    /// @param manner how it is said
    /// @return such as `+4 mm, +50 %`
    public static String change(Change change, SizeKind kind, Manner manner) {
        var percent =
                change.percent().isPresent()
                        ? Optional.of(change.percent().getAsDouble())
                        : Optional.<Double>empty();
        if (kind.length()) return ChangeText.by(change.by(), percent, manner);
        var by = size(change.by(), kind, manner);
        var signed = change.by() > 0 ? "+" + by : by;
        return percent.map(
                        p ->
                                signed
                                        + ", "
                                        + (p > 0 ? "+" : "")
                                        + Quantity.number(
                                                p,
                                                manner.locale(),
                                                manner.rounding().percentDecimals())
                                        + " %")
                .orElse(signed);
    }

    /// @param row of a table
    /// @param locale of the reader
    /// @return what the lesion is called, what and where it is, and what of it was measured, where that is not its
    ///     length: `S7, nodul, lunge, venstre, korteste akse`
    public static String name(LesionRow row, Locale locale) {
        var parts = new ArrayList<String>();
        var lesion = row.lesion();
        parts.add(lesion.identifier());
        lesion.finding().ifPresent(f -> parts.add(CodedWords.of(f, locale)));
        lesion.site().ifPresent(s -> parts.add(CodedWords.of(s, locale)));
        lesion.side().ifPresent(s -> parts.add(word(locale, "ai.side." + s.name())));
        kind(row.kind(), locale).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    /// @param kind what was measured
    /// @param locale of the reader
    /// @return what it is called; empty for a length as it is
    public static Optional<String> kind(SizeKind kind, Locale locale) {
        boolean plain = kind.concept().value().equals("410668003") && kind.derivation().isEmpty();
        if (plain) return Optional.empty();
        var said = CodedWords.of(kind.concept(), locale);
        return Optional.of(
                kind.derivation().map(d -> said + ", " + CodedWords.of(d, locale)).orElse(said));
    }

    /// Puts how one lesion changed into the report: a sentence for a length that was measured before, else the
    /// line of the table.
    ///
    /// @param report that gets it
    /// @param table of lesions
    /// @param row of it
    /// @param manner how it is said
    /// @throws Refusal the report is signed
    public static void insert(Report report, LesionTable table, LesionRow row, Manner manner)
            throws Refusal {
        var now = newest(row);
        var measured = now.flatMap(Cell::measured);
        var change = measured.flatMap(Cell.Measured::change);
        if (!row.kind().length() || change.isEmpty() || before(row).isEmpty()) {
            line(table, row, manner).into(report);
            return;
        }
        var pair =
                new ChangeText.Pair(
                        value(before(row).get().key(), change.get().before(), row.kind()),
                        value(measured.get().key(), change.get().now(), row.kind()),
                        change.get().since().flatMap(TimePoint::day));
        ChangeText.insert(report, name(row, manner.locale()), pair, manner);
    }

    private static Optional<Cell> newest(LesionRow row) {
        return row.cells().stream().findFirst();
    }

    private static Optional<Cell.Measured> before(LesionRow row) {
        return row.cells().stream().skip(1).flatMap(c -> c.measured().stream()).findFirst();
    }

    /// Puts all rows into the report, a line each, and the sum of diameters where there are targets.
    ///
    /// @param report that gets it
    /// @param table of lesions
    /// @param manner how it is said
    /// @throws Refusal the report is signed, or nothing was measured
    public static void insert(Report report, LesionTable table, Manner manner) throws Refusal {
        if (table.rows().isEmpty()) throw new Refusal(FlowReason.NOTHING_MEASURED);
        var all = new MarkedText();
        for (var row : table.rows()) {
            if (!all.isEmpty()) all.say("\n");
            line(all, table, row, manner);
        }
        var sum = sum(table, manner);
        if (!sum.isEmpty()) all.say("\n" + sum);
        all.into(report);
    }

    private static MarkedText line(LesionTable table, LesionRow row, Manner manner) {
        var text = new MarkedText();
        line(text, table, row, manner);
        return text;
    }

    /// `S7: 8 mm (14.03.2026) → 12 mm (23.11.2026), +4 mm, +50 %.`; what was not measured stands in the newest
    /// column alone.
    private static void line(MarkedText text, LesionTable table, LesionRow row, Manner manner) {
        var locale = manner.locale();
        text.say(name(row, locale) + ": ");
        boolean first = true;
        for (int i = table.columns().size() - 1; i >= 0; i--) {
            var day = day(table.columns().get(i), locale);
            var cell = row.cells().get(i);
            if (i > 0 && cell.measured().isEmpty()) continue;
            if (!first) text.say(" → ");
            first = false;
            switch (cell) {
                case Cell.Measured m -> {
                    text.number(
                            size(m.size().value(), row.kind(), manner),
                            new Meaning.Measured(m.key(), m.size().value(), row.kind().unit()));
                    text.say(" (" + day + ")");
                }
                case Cell.Otherwise(var kind) ->
                        text.say(word(locale, "lesion.otherwise", day, any(kind, locale)));
                case Cell.NotMeasured() -> text.say(word(locale, "lesion.notMeasured", day));
                case Cell.Gone() -> text.say(word(locale, "lesion.gone", day));
            }
        }
        standing(row, manner).ifPresent(s -> text.say(", " + s));
        text.say(".");
    }

    /// @param kind what was measured
    /// @param locale of the reader
    /// @return what it is called, also a length
    public static String any(SizeKind kind, Locale locale) {
        return kind(kind, locale).orElseGet(() -> CodedWords.of(kind.concept(), locale));
    }

    /// @param row of a table
    /// @param manner how it is said
    /// @return how it stands in the newest study: its change, `ny` where the reader says so, else that it was
    ///     measured for the first time
    public static Optional<String> standing(LesionRow row, Manner manner) {
        var now = newest(row).flatMap(Cell::measured);
        if (now.isEmpty()) return Optional.empty();
        var change = now.get().change();
        if (change.isPresent()) return Optional.of(change(change.get(), row.kind(), manner));
        boolean isNew = row.remarks().contains(LesionRemark.Kind.NEW);
        boolean otherwise = row.cells().stream().anyMatch(c -> c instanceof Cell.Otherwise);
        return otherwise
                ? Optional.empty()
                : Optional.of(word(manner.locale(), isNew ? "lesion.new" : "lesion.first"));
    }

    /// @param table of lesions
    /// @param manner how it is said
    /// @return the sums of diameters in the order of time; empty without targets
    public static String sum(LesionTable table, Manner manner) {
        var locale = manner.locale();
        var diameters = Diameters.of(table);
        int count = diameters.targets().size() + diameters.unclear().size();
        if (count == 0) return "";
        var parts = new ArrayList<String>();
        for (int i = table.columns().size() - 1; i >= 0; i--) {
            var sum = diameters.sums().get(i);
            if (i > 0 && sum.millimetres().isEmpty()) continue;
            var day = day(table.columns().get(i), locale);
            parts.add(
                    sum.millimetres().isPresent()
                            ? millimetres(sum.millimetres(), manner) + " (" + day + ")"
                            : word(locale, "lesion.sum.missing", day));
        }
        return word(locale, "lesion.sum", count) + ": " + String.join(" → ", parts) + ".";
    }

    private static String millimetres(OptionalDouble sum, Manner manner) {
        return manner.rounding().number(sum.orElseThrow(), manner.locale())
                + " "
                + manner.rounding().unit();
    }

    /// @param table of lesions
    /// @param manner how it is said
    /// @return what RECIST 1.1 calls the target lesions in the newest study; empty where it calls them nothing
    public static String response(LesionTable table, Manner manner) {
        var locale = manner.locale();
        var all = Diameters.of(table).assessed();
        if (all.isEmpty()) return "";
        var now = all.getFirst();
        var baseline = baseline(all);
        var from =
                now.fromBaseline().isPresent() && baseline.isPresent()
                        ? word(
                                locale,
                                "lesion.recist.from",
                                percent(now.fromBaseline(), manner),
                                day(table.columns().get(baseline.getAsInt()), locale),
                                now.fromLeast().isPresent() && now.fromLeast().getAsDouble() > 0
                                        ? word(
                                                locale,
                                                "lesion.recist.least",
                                                percent(now.fromLeast(), manner))
                                        : "")
                        : "";
        return word(locale, "lesion.recist", word(locale, "recist." + now.response()), from);
    }

    private static OptionalInt baseline(List<Recist.Assessment> all) {
        for (int i = 0; i < all.size(); i++)
            if (all.get(i).response() == Recist.Response.BASELINE) return OptionalInt.of(i);
        return OptionalInt.empty();
    }

    private static String percent(OptionalDouble value, Manner manner) {
        double by = value.orElseThrow();
        return (by > 0 ? "+" : "")
                + Quantity.number(by, manner.locale(), manner.rounding().percentDecimals())
                + " %";
    }

    /// Puts what RECIST 1.1 calls the target lesions into the report.
    ///
    /// @param report that gets it
    /// @param table of lesions
    /// @param manner how it is said
    /// @throws Refusal the report is signed, or it calls them nothing
    public static void insertResponse(Report report, LesionTable table, Manner manner)
            throws Refusal {
        var said = response(table, manner);
        if (said.isEmpty()) throw new Refusal(FlowReason.NO_RESPONSE);
        new MarkedText().say(said).into(report);
    }

    private static String word(Locale locale, String key, Object... arguments) {
        return Sentences.text(LesionText.class, key, locale, arguments);
    }
}
