package org.tyde.dimse.provider;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.Tag;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.command.Urgency;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.InstanceSender;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Proposals;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.upper.Peer;
import org.tyde.dimse.upper.Support;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// C-MOVE in patient root and study root (PS3.4 C.4.2), to destinations that are configured and to no
/// others.
public final class MoveService implements DimseService {
    private static final Logger LOG = LoggerFactory.getLogger(MoveService.class);

    private final Stock stock;
    private final Map<String, Peer> destinations;
    private final JobRunner runner;

    /// @param stock what is given out
    /// @param destinations by application entity title
    /// @param runner gives associations their time
    public MoveService(Stock stock, Map<String, Peer> destinations, JobRunner runner) {
        this.stock = stock;
        this.destinations = Map.copyOf(destinations);
        this.runner = runner;
    }

    @Override
    public Optional<Support> supports(String abstractSyntax) {
        return QueryCheck.supports(abstractSyntax, Operation.C_MOVE_RQ);
    }

    @Override
    public boolean answers(Command command) {
        return command.operation() == Operation.C_MOVE_RQ;
    }

    @Override
    public void answer(Request request) throws Refusal {
        var query = QueryCheck.read(request, true);
        if (query.isEmpty()) return;
        var title = request.command().text(Tag.MOVE_DESTINATION).orElse("");
        var destination = Optional.ofNullable(destinations.get(title));
        if (destination.isEmpty()) request.end(Status.DESTINATION_UNKNOWN);
        else request.later(turn -> move(request, query.get(), destination.get(), turn));
    }

    private void move(Request request, Query query, Peer destination, Turn turn) throws Refusal {
        List<Outgoing> held;
        try {
            held = stock.held(query.level(), query.keys());
        } catch (Refusal failed) {
            request.end(Status.CANNOT_COUNT_MATCHES, failed.reason().name());
            return;
        }
        if (held.isEmpty()) {
            new SubOperations(request, turn, held).run(_ -> Status.SUCCESS, () -> false);
            return;
        }
        var originator = request.talk().association().callingTitle();
        int message = request.command().messageId();
        Conversation talk;
        try {
            talk = Conversation.open(destination, Proposals.storing(held), runner, JobContext.NONE);
        } catch (Refusal unreachable) {
            request.end(Status.CANNOT_PERFORM, unreachable.reason().name());
            return;
        }
        try (talk) {
            var sender = new InstanceSender(talk, Urgency.MEDIUM);
            new SubOperations(request, turn, held)
                    .run(
                            instance -> {
                                var sent = sender.send(instance, originator, message);
                                return talk.answer(sent.context(), sent.command())
                                        .command()
                                        .status();
                            },
                            () -> !talk.association().established());
            release(talk);
        }
    }

    /// All is said by then: the destination may be gone already.
    private static void release(Conversation talk) {
        try {
            if (talk.association().established()) talk.release();
        } catch (Refusal gone) {
            LOG.debug("a destination went away: {}", gone.reason().name());
        }
    }
}
