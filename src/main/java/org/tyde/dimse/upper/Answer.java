package org.tyde.dimse.upper;

import java.util.List;
import java.util.Optional;

/// The answer to a request for an association.
public sealed interface Answer {
    /// Accepts it.
    ///
    /// @param contexts one for each proposed, in their order
    /// @param roles the requestor may take; only of those it proposed
    /// @param window of operations, where it proposed one
    /// @param extended our answers to what it said of SOP classes
    /// @param identityAnswer where it asked for one
    record Accept(
            List<ContextAnswer> contexts,
            List<RoleSelection> roles,
            Optional<AsyncWindow> window,
            List<ExtendedNegotiation> extended,
            Optional<byte[]> identityAnswer)
            implements Answer {
        /// Keeps copies of the lists.
        public Accept {
            contexts = List.copyOf(contexts);
            roles = List.copyOf(roles);
            extended = List.copyOf(extended);
        }
    }

    /// Rejects it.
    ///
    /// @param why told to the requestor
    record Reject(Rejection why) implements Answer {}
}
