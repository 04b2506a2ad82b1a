package org.tyde.evidence;

import java.util.Optional;

/// Where a report stands between its author and those who answer for it beside him.
///
/// @param awaits which act of somebody else it waits for
/// @param act what it does to its predecessors
/// @param reason why it does that, in its author's words, possibly empty
public record Life(Optional<Awaits> awaits, Optional<Act> act, String reason) {
    /// By one, for himself.
    public static final Life PLAIN = new Life(Optional.empty(), Optional.empty(), "");

    /// @param one act of somebody else
    /// @return a first report that waits for it
    public static Life awaiting(Awaits one) {
        return new Life(Optional.of(one), Optional.empty(), "");
    }

    /// @param one done to the predecessors
    /// @param reason in its author's words, possibly empty
    /// @return a report that does it
    public static Life doing(Act one, String reason) {
        return new Life(Optional.empty(), Optional.of(one), reason);
    }
}
