package org.tyde.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a person decided about something that an algorithm or device found. It is a [Decision], so that it stands
/// in the draft and in what is kept of the signed report. The last one about a finding counts.
public enum AiDecision {
    /// Put into the report.
    AI_ACCEPTED,
    /// Not to be in the report.
    AI_REJECTED;

    /// @param finding its identity, without spaces
    /// @param tracking Tracking Unique Identifier of it, where it has one
    /// @param what was found and by what, in words
    /// @param when it was decided
    /// @param by who; empty where nobody is entered
    /// @return the decision as it is kept
    public Decision on(
            String finding, Optional<String> tracking, String what, Instant when, String by) {
        var about = name() + " " + finding + tracking.map(t -> " " + t).orElse("");
        return new Decision(about, what, when, by);
    }

    /// @param decisions about a report, in the order of time
    /// @param finding as given to [#on]
    /// @return what was decided about it last
    public static Optional<AiDecision> last(List<Decision> decisions, String finding) {
        for (var decision : decisions.reversed())
            for (var kind : values()) {
                var parts = decision.about().split(" ");
                if (parts.length > 1 && parts[0].equals(kind.name()) && parts[1].equals(finding))
                    return Optional.of(kind);
            }
        return Optional.empty();
    }

    /// A document that is signed or stored does not change, so a number out of it cannot be out of date.
    ///
    /// @param decisions about a report
    /// @param tracking of a number in it
    /// @return whether the number came out of a document: of a finding that was taken over, or of a group there (its
    ///     SOP Instance UID, `#` and number)
    public static boolean stands(List<Decision> decisions, String tracking) {
        return tracking.contains("#")
                || decisions.stream()
                        .map(d -> d.about().split(" "))
                        .anyMatch(
                                p ->
                                        p.length > 2
                                                && p[0].equals(AI_ACCEPTED.name())
                                                && p[2].equals(tracking));
    }
}
