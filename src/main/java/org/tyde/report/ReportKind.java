package org.tyde.report;

import org.tyde.evidence.Act;

import java.util.Optional;

/// What is being written: a first report, or something that follows a report that stands already.
public enum ReportKind {
    /// Technique, comparison, findings, conclusion.
    REPORT(Optional.empty()),
    /// One text, which names the report it adds to.
    ADDENDUM(Optional.empty()),
    /// A whole report in the place of a signed one.
    AMENDMENT(Optional.of(Act.AMENDS)),
    /// What somebody in training has written, taken over by a specialist.
    COUNTERSIGNATURE(Optional.of(Act.COUNTERSIGNS)),
    /// What a colleague has signed, read by a second one who agrees.
    SECOND_READING(Optional.of(Act.CONFIRMS)),
    /// Two independent readings joined into the result.
    CONSENSUS(Optional.of(Act.CONCLUDES));

    private final Optional<Act> act;

    ReportKind(Optional<Act> act) {
        this.act = act;
    }

    /// @return what it does to the reports it follows, where that has a name
    public Optional<Act> act() {
        return act;
    }

    /// @param count of reports followed
    /// @return whether one of this kind follows that many
    boolean follows(int count) {
        return switch (this) {
            case REPORT -> count == 0;
            case ADDENDUM, AMENDMENT, COUNTERSIGNATURE, SECOND_READING -> count == 1;
            case CONSENSUS -> count >= 2;
        };
    }
}
