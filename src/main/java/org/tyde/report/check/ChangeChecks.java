package org.tyde.report.check;

import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.check.Surroundings.Lesion;
import org.tyde.report.sign.SigningCheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is called unchanged has not changed: neither by the sizes of its sentence, nor by what was measured of it
/// in this study and the one before.
final class ChangeChecks implements Check {
    @Override
    public List<SigningCheck> of(Examined examined) {
        var found = new ArrayList<SigningCheck>();
        for (var sentence : examined.saying())
            for (var clause : sentence.clauses(examined.words())) {
                var word = examined.words().first("unchanged", clause.text());
                if (word.isEmpty() || examined.words().says("changed-too", clause.text())) continue;
                changed(examined, clause)
                        .ifPresent(
                                c ->
                                        found.add(
                                                Examined.at(
                                                        CheckKind.NOT_UNCHANGED,
                                                        clause.section(),
                                                        clause.start() + word.get().start(),
                                                        Examined.lower(word.get().text()),
                                                        millimetres(c.before()),
                                                        millimetres(c.now()))));
            }
        return found;
    }

    private static Quantity millimetres(double value) {
        return new Quantity(value, Unit.MM);
    }

    private static Optional<Lesion> changed(Examined examined, Sentence clause) {
        var said = inWords(examined, clause);
        return said.isPresent() ? said : measured(examined, clause);
    }

    /// Two sizes in the clause, of which one is said to be the earlier.
    private static Optional<Lesion> inWords(Examined examined, Sentence clause) {
        var lengths =
                Amount.in(clause).stream()
                        .filter(a -> a.dimension().equals("mm") && a.values().size() == 1)
                        .toList();
        if (lengths.size() != 2) return Optional.empty();
        var was = examined.words().first("was", clause.text());
        if (was.isEmpty()) return Optional.empty();
        double one = lengths.getFirst().values().getFirst();
        double other = lengths.getLast().values().getFirst();
        boolean firstIsEarlier = clause.start() + was.get().start() < lengths.getFirst().start();
        var change =
                new Lesion(
                        "",
                        firstIsEarlier ? one : other,
                        firstIsEarlier ? other : one,
                        Optional.empty());
        return passed(examined, change) ? Optional.of(change) : Optional.empty();
    }

    /// The lesion whose measurement stands in the clause; else the only one, where the clause has a lesion.
    private static Optional<Lesion> measured(Examined examined, Sentence clause) {
        var lesions = examined.around().lesions();
        for (var mark : examined.report().content().marks())
            if (mark.meaning() instanceof Meaning.Measured(var tracking, _, _)
                    && within(mark, clause))
                return lesions.stream()
                        .filter(l -> l.tracking().equals(tracking))
                        .filter(l -> passed(examined, l))
                        .findFirst();
        var amounts = Amount.in(clause);
        for (var amount : amounts)
            for (var lesion : lesions)
                if (amount.values().stream().anyMatch(v -> Amount.same(v, lesion.now(), "mm")))
                    return Optional.of(lesion).filter(l -> passed(examined, l));
        boolean names = examined.words().says("lesion", clause.text());
        return names && lesions.size() == 1 && amounts.isEmpty()
                ? lesions.stream().filter(l -> passed(examined, l)).findFirst()
                : Optional.empty();
    }

    private static boolean within(Mark mark, Sentence clause) {
        return mark.section() == clause.section()
                && mark.start() >= clause.start()
                && mark.end() <= clause.end();
    }

    private static boolean passed(Examined examined, Lesion lesion) {
        return examined.around().threshold().passed(lesion.before(), lesion.now());
    }
}
