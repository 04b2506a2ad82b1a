package org.tyde.dimse.upper;

/// Decides on requests for associations. [Offer] is the usual one.
@FunctionalInterface
public interface Acceptor {
    /// @param request what is asked
    /// @return the answer
    Answer answer(AssociationRequest request);
}
