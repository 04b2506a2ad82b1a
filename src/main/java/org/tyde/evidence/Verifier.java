package org.tyde.evidence;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// Somebody who has put his name to a report (Verifying Observer Sequence, PS3.3 C.17.2).
///
/// @param who with organisation, which a verifier must have
/// @param when in the time of this place; empty where a foreign report does not say it readably
public record Verifier(Observer who, Optional<LocalDateTime> when) {
    /// @param state of a report whose author answers for it alone
    /// @param author who wrote it
    /// @param when it was written
    /// @return its verifiers: the author of a signed one, nobody of any other
    public static List<Verifier> alone(
            DocumentState state, Optional<Observer> author, LocalDateTime when) {
        if (state != DocumentState.SIGNED) return List.of();
        return author.stream().map(a -> new Verifier(a, Optional.of(when))).toList();
    }
}
