package org.tyde.dimse;

import org.tyde.dimse.message.Tally;

/// Follows a retrieval.
public interface RetrieveWatch {
    /// Watches nothing and lets it run to its end.
    RetrieveWatch NONE = _ -> {};

    /// @param tally told whenever the other tells its counts
    void counted(Tally tally);

    /// @return whether to ask the other to stop (C-CANCEL); asked after each message
    default boolean stop() {
        return false;
    }
}
