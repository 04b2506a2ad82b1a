package org.tyde.report.check;

import org.tyde.report.Section;
import org.tyde.report.check.Statement.Holds;
import org.tyde.report.sign.SigningCheck;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;

/// Findings and conclusion say the same of the same finding: its side, and whether it is there.
final class AgreementChecks implements Check {
    @Override
    public List<SigningCheck> of(Examined examined) {
        var findings = now(examined.statements(Section.FINDINGS));
        var conclusion = now(examined.statements(Section.IMPRESSION));
        var found = new ArrayList<SigningCheck>();
        var told = new HashSet<String>();
        for (var concluded : conclusion) {
            var same =
                    findings.stream().filter(s -> s.finding().equals(concluded.finding())).toList();
            if (same.isEmpty()) continue;
            sides(concluded, same, found);
            if (told.add(concluded.finding())) presence(concluded, conclusion, same, found);
        }
        return found;
    }

    private static List<Statement> now(List<Statement> statements) {
        return statements.stream().filter(s -> !s.before()).toList();
    }

    private static void sides(Statement concluded, List<Statement> same, List<SigningCheck> found) {
        if (concluded.holds() == Holds.DENIED || concluded.side().isEmpty()) return;
        var there = same.stream().filter(s -> s.holds() != Holds.DENIED).toList();
        if (there.isEmpty() || there.stream().anyMatch(s -> s.side().isEmpty())) return;
        var sides = EnumSet.noneOf(Laterality.class);
        for (var s : there) sides.add(s.side().orElseThrow());
        if (sides.contains(Laterality.BOTH) || sides.size() > 1) return;
        var said = concluded.side().get();
        if (sides.contains(said)) return;
        found.add(
                Examined.at(
                        CheckKind.SIDES_CONTRADICT,
                        concluded.section(),
                        concluded.at(),
                        Examined.lower(concluded.word()),
                        said,
                        sides.iterator().next()));
    }

    private static void presence(
            Statement concluded,
            List<Statement> conclusion,
            List<Statement> same,
            List<SigningCheck> found) {
        var here =
                conclusion.stream().filter(s -> s.finding().equals(concluded.finding())).toList();
        if (all(here, Holds.AFFIRMED) && all(same, Holds.DENIED))
            found.add(at(CheckKind.DENIED_AND_CONCLUDED, concluded));
        if (all(here, Holds.DENIED) && all(same, Holds.AFFIRMED))
            found.add(at(CheckKind.FOUND_AND_DENIED, concluded));
    }

    private static boolean all(List<Statement> statements, Holds holds) {
        return statements.stream().allMatch(s -> s.holds() == holds);
    }

    private static SigningCheck at(CheckKind kind, Statement statement) {
        return Examined.at(
                kind, statement.section(), statement.at(), Examined.lower(statement.word()));
    }
}
