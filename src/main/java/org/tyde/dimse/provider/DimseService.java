package org.tyde.dimse.provider;

import org.tyde.dimse.command.Command;
import org.tyde.dimse.upper.Support;
import org.tyde.refusal.Refusal;

import java.util.Optional;

/// One service behind a port. Called from one thread an association.
public interface DimseService {
    /// @param abstractSyntax a SOP class
    /// @return how it is spoken of, where this service knows it
    Optional<Support> supports(String abstractSyntax);

    /// @param command a request
    /// @return whether this service answers it
    boolean answers(Command command);

    /// Answers, now or with [Request#later].
    ///
    /// @param request one that this service answers
    /// @throws Refusal where the association is to be given up
    void answer(Request request) throws Refusal;
}
