package org.tyde.dimse.upper;

import org.tyde.work.JobContext;

/// Serves one association that was accepted.
@FunctionalInterface
public interface AssociationHandler {
    /// Reads messages until there are no more. What is still established when it returns is aborted.
    ///
    /// @param association that was accepted
    /// @param job cancelled when the server closes
    /// @throws Exception whatever ended it; the association is aborted then
    void handle(Association association, JobContext job) throws Exception;
}
