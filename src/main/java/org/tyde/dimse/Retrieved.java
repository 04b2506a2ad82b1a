package org.tyde.dimse;

import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.Tally;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// How a C-GET or C-MOVE ended.
///
/// @param peer who was asked
/// @param operation what was asked, as the standard writes it
/// @param status of the last response
/// @param tally the other's last counts
/// @param received instances that came here
/// @param kept of those, taken by the sink
/// @param foreign instances that came and belong to another study or patient than asked for; never kept
/// @param failed the instances the other names as failed
/// @param failure why the first that was not kept was not
public record Retrieved(
        String peer,
        String operation,
        Status status,
        Tally tally,
        int received,
        int kept,
        List<String> foreign,
        List<String> failed,
        Optional<IOException> failure) {
    /// @param foreign copied
    /// @param failed copied
    public Retrieved {
        foreign = List.copyOf(foreign);
        failed = List.copyOf(failed);
    }

    /// @return whether all that was asked for came and was kept
    public boolean whole() {
        return status.kind() == Status.Kind.SUCCESS
                && foreign.isEmpty()
                && tally.failed() == 0
                && kept == received;
    }

    /// @return this, where it is whole or was cancelled
    /// @throws Refusal that says what is missing, or what came that should not have
    public Retrieved required() throws Refusal {
        if (!foreign.isEmpty()) throw new Refusal(DimseReason.OTHER_PATIENT, peer, foreign.size());
        if (failure.isPresent() && failure.get() instanceof Refusal known) throw known;
        if (status.kind() == Status.Kind.FAILURE) throw DimseReason.of(peer, operation, status);
        int lost = Math.max(tally.failed(), received - kept);
        if (lost == 0) return this;
        var not = new Refusal(DimseReason.NOT_ALL_SENT, peer, lost, tally.done());
        throw failure.isPresent() ? not.because(failure.get()) : not;
    }
}
