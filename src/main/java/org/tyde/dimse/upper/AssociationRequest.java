package org.tyde.dimse.upper;

/// What a requestor asks of us.
///
/// @param calledTitle AE title it calls
/// @param callingTitle AE title it says it has
/// @param address it comes from, in numbers
/// @param proposal what it proposes
/// @param encrypted whether it comes over TLS
public record AssociationRequest(
        String calledTitle,
        String callingTitle,
        String address,
        Proposal proposal,
        boolean encrypted) {}
