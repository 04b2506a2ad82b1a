package org.tyde.report.check;

import org.tyde.refusal.Refusal;
import org.tyde.report.ReportHead;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningChecker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All checks before signing. Thread-safe.
public final class ReportChecker implements SigningChecker {
    private static final List<Check> ALL =
            List.of(
                    new DeskChecks(),
                    new FieldChecks(),
                    new PersonChecks(),
                    new SideChecks(),
                    new AgreementChecks(),
                    new NegationChecks(),
                    new NumberChecks(),
                    new ChangeChecks(),
                    new CategoryChecks(),
                    new DateChecks(),
                    new UnfinishedChecks(),
                    new DoubledChecks());

    /// Knows what is around a report.
    public interface Around {
        /// @param head of the report
        /// @return what is known of its patient, study and case
        /// @throws Refusal something cannot be read
        Surroundings of(ReportHead head) throws Refusal;
    }

    private final Around around;

    /// @param around knows what is around a report
    public ReportChecker(Around around) {
        this.around = around;
    }

    @Override
    public List<SigningCheck> check(Candidate candidate) throws Refusal {
        var examined = Examined.of(candidate, around.of(candidate.head()));
        var found = new ArrayList<SigningCheck>();
        for (var check : ALL) found.addAll(check.of(examined));
        found.sort(Comparator.comparing(c -> c.kind().weight()));
        return found.stream().distinct().toList();
    }
}
