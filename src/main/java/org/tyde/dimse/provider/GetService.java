package org.tyde.dimse.provider;

import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.command.Urgency;
import org.tyde.dimse.message.InstanceSender;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.upper.Support;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Optional;

/// C-GET in patient root and study root (PS3.4 C.4.3): instances go back over the association that asked,
/// each as it is held, or not where no such context was accepted.
public final class GetService implements DimseService {
    private final Stock stock;

    /// @param stock what is given out
    public GetService(Stock stock) {
        this.stock = stock;
    }

    @Override
    public Optional<Support> supports(String abstractSyntax) {
        var query = QueryCheck.supports(abstractSyntax, Operation.C_GET_RQ);
        return query.isPresent() ? query : QueryCheck.sending(abstractSyntax);
    }

    @Override
    public boolean answers(Command command) {
        return command.operation() == Operation.C_GET_RQ;
    }

    @Override
    public void answer(Request request) throws Refusal {
        var query = QueryCheck.read(request, true);
        if (query.isPresent()) request.later(turn -> get(request, query.get(), turn));
    }

    private void get(Request request, Query query, Turn turn) throws Refusal {
        List<Outgoing> held;
        try {
            held = stock.held(query.level(), query.keys());
        } catch (Refusal failed) {
            request.end(Status.CANNOT_COUNT_MATCHES, failed.reason().name());
            return;
        }
        var sender = new InstanceSender(request.talk(), Urgency.MEDIUM);
        new SubOperations(request, turn, held)
                .run(
                        instance -> turn.answer(sender.send(instance).command()).status(),
                        () -> !request.talk().association().established());
    }
}
