package org.tyde.dimse;

import org.tyde.dimse.command.Command;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.Tally;
import org.tyde.refusal.Refusal;

/// Sees to it that pending responses bring a retrieval forward: a count that changes, or an instance.
final class Progressing {
    /// Pending responses in a row that change nothing.
    private static final int MOST = 100_000;

    private final String peer;
    private final Patience patience;
    private Tally last = Tally.NONE;
    private int idle;

    Progressing(String peer, Patience patience) {
        this.peer = peer;
        this.patience = patience;
    }

    void arrived() {
        idle = 0;
        patience.moved();
    }

    /// @return the counts told
    /// @throws Refusal [DimseReason#STUCK] where nothing has moved for too long
    Tally pending(Command response) throws Refusal {
        var tally = Tally.of(response);
        if (!tally.equals(last)) arrived();
        last = tally;
        if (++idle > MOST || patience.spent()) throw stuck();
        return tally;
    }

    Refusal stuck() {
        return new Refusal(DimseReason.STUCK, peer, patience.limit().toSeconds());
    }
}
