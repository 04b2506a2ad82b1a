package org.tyde.report.check;

import org.tyde.report.Meaning;
import org.tyde.report.Section;
import org.tyde.report.sign.SigningCheck;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where one side was examined, the report speaks of that side: of the other only beside it, in a comparison or
/// of an earlier examination.
final class SideChecks implements Check {
    private static final List<Section> LOOKED_AT =
            List.of(Section.PROCEDURE, Section.FINDINGS, Section.IMPRESSION, Section.ADDENDUM);

    @Override
    public List<SigningCheck> of(Examined examined) {
        var found = new ArrayList<SigningCheck>();
        var side = side(examined);
        side.ifPresent(s -> otherSides(examined, s, found));
        side.ifPresent(s -> order(examined, s, found));
        measured(examined, found);
        return found;
    }

    /// The one side of the examination: by its name, what was ordered, and the Laterality of its series.
    private static Optional<Laterality> side(Examined examined) {
        var sides = EnumSet.noneOf(Laterality.class);
        sides.addAll(named(examined.report().head().examination()));
        sides.addAll(named(examined.around().procedure()));
        if (sides.isEmpty()) sides.addAll(examined.around().sides());
        return sides.size() == 1 && !sides.contains(Laterality.BOTH)
                ? Optional.of(sides.iterator().next())
                : Optional.empty();
    }

    /// Names of examinations are of either language.
    private static Set<Laterality> named(String text) {
        var sides = EnumSet.noneOf(Laterality.class);
        for (var words : List.of(Vocabulary.NORWEGIAN, Vocabulary.ENGLISH))
            for (var hit : words.sides(text)) sides.add(Laterality.valueOf(hit.meaning()));
        return sides;
    }

    private static void otherSides(Examined examined, Laterality side, List<SigningCheck> found) {
        var words = examined.words();
        var asked = words.sides(examined.text(Section.ORDER));
        for (var sentence : examined.sentences()) {
            if (!LOOKED_AT.contains(sentence.section())) continue;
            boolean compares = words.says("contrast", sentence.text());
            if (compares || examined.before(sentence)) continue;
            for (var clause : sentence.clauses(words)) {
                var sides = words.sides(clause.text());
                if (sides.stream().anyMatch(s -> s.meaning().equals(side.name()))) continue;
                for (var hit : sides) {
                    if (hit.meaning().equals(Laterality.BOTH.name())) continue;
                    if (asked.stream().anyMatch(a -> a.meaning().equals(hit.meaning()))) continue;
                    found.add(
                            Examined.at(
                                    CheckKind.OTHER_SIDE,
                                    clause.section(),
                                    clause.start() + hit.start(),
                                    Examined.lower(hit.text()),
                                    side));
                }
            }
        }
    }

    private static void order(Examined examined, Laterality side, List<SigningCheck> found) {
        var order = examined.text(Section.ORDER);
        if (examined.words().says("contrast", order) || examined.words().says("prior", order))
            return;
        var asked = named(order);
        if (asked.size() != 1 || asked.contains(side) || asked.contains(Laterality.BOTH)) return;
        found.add(
                Examined.at(
                        CheckKind.SIDE_OF_ORDER, Section.ORDER, 0, asked.iterator().next(), side));
    }

    /// A number from an image of one side stands in a clause about the other.
    private static void measured(Examined examined, List<SigningCheck> found) {
        for (var mark : examined.report().content().marks()) {
            if (!(mark.meaning() instanceof Meaning.Measured(var tracking, _, _))) continue;
            var side =
                    examined.around().measured().stream()
                            .filter(v -> v.tracking().equals(tracking))
                            .flatMap(v -> v.side().stream())
                            .filter(s -> s != Laterality.BOTH)
                            .findFirst();
            if (side.isEmpty()) continue;
            for (var sentence : examined.in(mark.section())) {
                if (mark.start() < sentence.start() || mark.start() >= sentence.end()) continue;
                var sides = examined.words().sides(sentence.text());
                boolean other =
                        !sides.isEmpty()
                                && sides.stream()
                                        .noneMatch(
                                                s ->
                                                        s.meaning().equals(side.get().name())
                                                                || s.meaning().equals("BOTH"));
                if (other)
                    found.add(
                            Examined.at(
                                    CheckKind.MEASURED_SIDE,
                                    mark.section(),
                                    mark.start(),
                                    examined.of(mark),
                                    Examined.lower(sides.getFirst().text()),
                                    side.get()));
            }
        }
    }
}
