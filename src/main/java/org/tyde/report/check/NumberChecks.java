package org.tyde.report.check;

import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.report.AiDecision;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Section;
import org.tyde.report.sign.SigningCheck;

import java.util.ArrayList;
import java.util.List;

/// Numbers with a unit against what was measured: tenfold or a tenth of a measurement, its two digits changed
/// about, another number in the conclusion than in the findings, a measurement that is another one now.
final class NumberChecks implements Check {
    @Override
    public List<SigningCheck> of(Examined examined) {
        var found = new ArrayList<SigningCheck>();
        marks(examined, found);
        for (var sentence : examined.saying())
            if (!examined.before(sentence)) slips(examined, sentence, found);
        sections(examined, found);
        return found;
    }

    private static void marks(Examined examined, List<SigningCheck> found) {
        for (var mark : examined.report().content().marks()) {
            if (!(mark.meaning() instanceof Meaning.Measured(var tracking, var value, var unit)))
                continue;
            if (AiDecision.stands(examined.report().content().decisions(), tracking)) continue;
            var now =
                    examined.around().measured().stream()
                            .filter(v -> v.tracking().equals(tracking) && v.unit().equals(unit))
                            .findFirst();
            if (now.isEmpty()) found.add(at(CheckKind.MEASUREMENT_GONE, mark, examined.of(mark)));
            else if (Math.abs(now.get().value() - value) > 0.05)
                found.add(
                        at(
                                CheckKind.MEASUREMENT_CHANGED,
                                mark,
                                examined.of(mark),
                                text(now.get())));
        }
    }

    private static SigningCheck at(CheckKind kind, Mark mark, Object... arguments) {
        return Examined.at(kind, mark.section(), mark.start(), arguments);
    }

    private static void slips(Examined examined, Sentence sentence, List<SigningCheck> found) {
        for (var amount : Amount.in(sentence)) {
            if (marked(examined, amount, sentence.section())) continue;
            if (bounded(examined, sentence, amount)) continue;
            var measured =
                    examined.around().measured().stream()
                            .filter(v -> dimension(v).equals(amount.dimension()))
                            .toList();
            for (double said : amount.values()) {
                boolean known =
                        measured.stream().anyMatch(m -> Amount.same(said, m.value(), dimension(m)));
                if (known) continue;
                var slipped = measured.stream().filter(m -> slipped(said, m.value())).findFirst();
                if (slipped.isEmpty()) continue;
                found.add(
                        Examined.at(
                                CheckKind.NUMBER_SLIP,
                                sentence.section(),
                                amount.start(),
                                amount.text(),
                                text(slipped.get())));
                break;
            }
        }
    }

    private static boolean marked(Examined examined, Amount amount, Section section) {
        return examined.report().content().marks().stream()
                .filter(m -> m.section() == section && m.meaning() instanceof Meaning.Measured)
                .anyMatch(m -> m.start() < amount.end() && amount.start() < m.end());
    }

    /// `under 5 mm` and `2 mm snitt` are no measurements.
    private static boolean bounded(Examined examined, Sentence sentence, Amount amount) {
        int from = amount.start() - sentence.start();
        int to = amount.end() - sentence.start();
        var before = sentence.text().substring(Math.max(0, from - 16), from);
        var after = sentence.text().substring(to, Math.min(sentence.text().length(), to + 14));
        return examined.words().says("bound", before)
                || before.endsWith("<")
                || before.stripTrailing().endsWith("<")
                || before.stripTrailing().endsWith(">")
                || examined.words().says("slice", after);
    }

    private static boolean slipped(double said, double measured) {
        if (said <= 0 || measured <= 0) return said == -measured && said != 0;
        double ratio = said / measured;
        if (Math.abs(ratio - 10) < 0.7 || Math.abs(ratio - 0.1) < 0.007) return true;
        long a = Math.round(said);
        long b = Math.round(measured);
        return a >= 10 && a < 100 && b >= 10 && b < 100 && a != b && a == b % 10 * 10 + b / 10;
    }

    /// The conclusion gives a finding a size that the findings do not.
    private static void sections(Examined examined, List<SigningCheck> found) {
        var findings = sized(examined, Section.FINDINGS);
        for (var concluded : sized(examined, Section.IMPRESSION)) {
            var same =
                    findings.stream()
                            .filter(f -> f.finding().equals(concluded.finding()))
                            .filter(f -> dimension(f).equals(dimension(concluded)))
                            .toList();
            if (same.isEmpty()) continue;
            boolean agreed =
                    concluded.amount().values().stream()
                            .allMatch(
                                    v ->
                                            same.stream()
                                                    .flatMap(f -> f.amount().values().stream())
                                                    .anyMatch(
                                                            f ->
                                                                    Amount.same(
                                                                            v,
                                                                            f,
                                                                            dimension(concluded))));
            if (!agreed)
                found.add(
                        Examined.at(
                                CheckKind.NUMBERS_DIFFER,
                                Section.IMPRESSION,
                                concluded.amount().start(),
                                Examined.lower(concluded.word()),
                                concluded.amount().text(),
                                same.getFirst().amount().text()));
        }
    }

    private record Sized(String finding, String word, Amount amount) {}

    private static String dimension(Sized sized) {
        return sized.amount().dimension();
    }

    private static List<Sized> sized(Examined examined, Section section) {
        var sized = new ArrayList<Sized>();
        for (var sentence : examined.in(section)) {
            if (examined.before(sentence)) continue;
            for (var clause : sentence.clauses(examined.words())) {
                var findings = examined.words().all("finding", clause.text());
                if (findings.size() != 1) continue;
                for (var amount : Amount.in(clause))
                    if (!bounded(examined, clause, amount))
                        sized.add(
                                new Sized(
                                        findings.getFirst().meaning(),
                                        findings.getFirst().text(),
                                        amount));
            }
        }
        return sized;
    }

    private static String dimension(Surroundings.Value value) {
        return value.unit().contains("SUV")
                ? "SUV"
                : value.unit().equals("[hnsf'U]") ? "HU" : value.unit();
    }

    private static Quantity text(Surroundings.Value value) {
        var shown = dimension(value);
        return new Quantity(value.value(), new Unit(value.unit(), shown));
    }
}
