package org.tyde.report.check;

import org.tyde.report.Section;
import org.tyde.report.check.Vocabulary.Hit;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a clause says of a finding.
///
/// @param finding meaning in the table of words
/// @param word as it is written
/// @param holds whether it is there
/// @param side on which side it is said to be
/// @param before whether the sentence speaks of an earlier examination
/// @param clause where
/// @param at its first `char` in the section
record Statement(
        String finding,
        String word,
        Holds holds,
        Optional<Laterality> side,
        boolean before,
        Sentence clause,
        int at) {
    /// Whether a finding is there.
    enum Holds {
        AFFIRMED,
        DENIED,
        OPEN
    }

    /// What a sentence says of findings.
    static List<Statement> of(Sentence sentence, Vocabulary words) {
        var found = new ArrayList<Statement>();
        boolean before = words.says("prior", sentence.text());
        var allSides = words.sides(sentence.text());
        for (var clause : sentence.clauses(words)) {
            var own = words.sides(clause.text());
            for (var hit : words.all("finding", clause.text())) {
                var side = own.isEmpty() ? only(allSides) : nearest(own, hit);
                found.add(
                        new Statement(
                                hit.meaning(),
                                hit.text(),
                                holds(clause.text(), hit, words),
                                side,
                                before,
                                clause,
                                clause.start() + hit.start()));
            }
        }
        return found;
    }

    private static Optional<Laterality> only(List<Hit> sides) {
        var named = sides.stream().map(Hit::meaning).distinct().toList();
        return named.size() == 1
                ? Optional.of(Laterality.valueOf(named.getFirst()))
                : Optional.empty();
    }

    /// Of a finding that stands alone between two sides it is said on both.
    private static Optional<Laterality> nearest(List<Hit> sides, Hit of) {
        var near =
                sides.stream()
                        .min(Comparator.comparingInt(s -> distance(s, of)))
                        .map(s -> Laterality.valueOf(s.meaning()));
        boolean joined =
                sides.stream().map(Hit::meaning).distinct().count() > 1
                        && sides.getLast().end() - sides.getFirst().start() < 20;
        return joined && sides.size() == 2 ? Optional.of(Laterality.BOTH) : near;
    }

    private static int distance(Hit side, Hit of) {
        return side.start() >= of.end() ? side.start() - of.end() : of.start() - side.end();
    }

    private static Holds holds(String clause, Hit hit, Vocabulary words) {
        if (words.says("no-denial", clause) || words.says("unsure", clause)) return Holds.OPEN;
        if (words.says("negation", clause)) return Holds.DENIED;
        boolean ahead =
                words.all("negation-ahead", clause).stream().anyMatch(n -> n.end() <= hit.start());
        return ahead ? Holds.DENIED : Holds.AFFIRMED;
    }

    Section section() {
        return clause.section();
    }
}
