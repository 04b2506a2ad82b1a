package org.tyde.report.check;

import org.tyde.report.Section;
import org.tyde.report.sign.SigningCheck;

import java.util.ArrayList;
import java.util.List;

/// A clause denies once; where it names one finding *or* another it denies or doubts both; and a finding that
/// stands alone, without place or size, is concluded from.
final class NegationChecks implements Check {
    @Override
    public List<SigningCheck> of(Examined examined) {
        var words = examined.words();
        var found = new ArrayList<SigningCheck>();
        for (var sentence : examined.saying())
            for (var clause : sentence.clauses(words)) {
                var text = clause.text();
                if (words.says("no-denial", text) || words.says("unsure", text)) continue;
                twice(clause, words, found);
                either(clause, words, found);
            }
        bare(examined, found);
        return found;
    }

    private static void bare(Examined examined, List<SigningCheck> found) {
        var words = examined.words();
        var concluded = examined.statements(Section.IMPRESSION);
        for (var sentence : examined.in(Section.FINDINGS)) {
            var all = words.all("finding", sentence.text());
            if (all.size() != 1) continue;
            var hit = all.getFirst();
            var rest = sentence.text().substring(hit.end()).replaceAll("[\\s.,]", "");
            boolean named = concluded.stream().anyMatch(c -> c.finding().equals(hit.meaning()));
            if (hit.start() > 0 || !rest.isEmpty() || named) continue;
            found.add(
                    Examined.at(
                            CheckKind.BARE_FINDING,
                            sentence.section(),
                            sentence.start(),
                            hit.text()));
        }
    }

    private static void twice(Sentence clause, Vocabulary words, List<SigningCheck> found) {
        var not = words.first("negation", clause.text());
        var ahead = words.all("negation-ahead", clause.text());
        if (not.isEmpty() || ahead.isEmpty()) return;
        int from = Math.min(not.get().start(), ahead.getFirst().start());
        int to = Math.max(not.get().end(), ahead.getFirst().end());
        var between = clause.text().substring(from, to);
        // two parts of a list deny each for itself
        if (between.contains(",") || words.says("finding", between)) return;
        found.add(
                Examined.at(
                        CheckKind.TWICE_DENIED, clause.section(), clause.start() + from, between));
    }

    private static void either(Sentence clause, Vocabulary words, List<SigningCheck> found) {
        var text = clause.text();
        if (words.says("negation", text) || words.says("negation-ahead", text)) return;
        var or = words.first("either", text);
        var findings = words.all("finding", text);
        if (or.isEmpty() || findings.size() < 2 || text.contains("?")) return;
        var first = findings.getFirst();
        var last = findings.getLast();
        boolean joined = first.end() <= or.get().start() && last.start() >= or.get().end();
        if (!joined || first.meaning().equals(last.meaning())) return;
        found.add(
                Examined.at(
                        CheckKind.EITHER_WITHOUT_NOT,
                        clause.section(),
                        clause.start() + first.start(),
                        text.substring(first.start(), last.end())));
    }
}
