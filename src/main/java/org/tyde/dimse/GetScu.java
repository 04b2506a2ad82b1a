package org.tyde.dimse;

import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Requests;
import org.tyde.dimse.command.Urgency;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.InstanceSink;
import org.tyde.dimse.message.Proposals;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.StorageReceiver;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.time.Duration;

/// C-GET (PS3.4 C.4.3): instances come over the association that asked for them.
public final class GetScu {
    private final Peer peer;
    private final JobRunner runner;
    private final Duration patience;

    /// @param peer whom to ask
    /// @param runner watches the time
    /// @param patience how long nothing may come forward before it is given up
    public GetScu(Peer peer, JobRunner runner, Duration patience) {
        this.peer = peer;
        this.runner = runner;
        this.patience = patience;
    }

    /// @param query its unique keys count; at the level of images a list of UIDs
    /// @param mayCome as far as is known; of few SOP classes each may come in every transfer syntax
    /// @param sink takes the instances
    /// @param watch follows it, and may ask to stop
    /// @param job whose cancelling breaks it off
    /// @return how it ended; see [Retrieved#required()]
    /// @throws Refusal where the keys are not enough, or the association breaks
    public Retrieved get(
            Query query, MayCome mayCome, InstanceSink sink, RetrieveWatch watch, JobContext job)
            throws Refusal {
        var model = query.model();
        var identifier = query.retrieval();
        var waiting = new Patience(patience);
        var receiving = new Receiving(sink, Wanted.of(query.keys()), waiting);
        var receiver = new StorageReceiver(receiving);
        try (var talk =
                Conversation.open(
                        peer,
                        Proposals.getting(model, mayCome.sopClasses(), mayCome.syntaxes()),
                        runner,
                        job)) {
            var context = talk.context(model.get());
            var request =
                    Requests.query(Operation.C_GET_RQ, talk.nextId(), model.get(), Urgency.MEDIUM);
            talk.send(context, request, identifier);
            var progressing = new Progressing(talk.peer(), waiting);
            boolean stopping = false;
            while (true) {
                job.checkpoint();
                var message =
                        talk.next()
                                .orElseThrow(
                                        () ->
                                                new Refusal(
                                                        DimseReason.NO_LAST_ANSWER,
                                                        talk.peer(),
                                                        request.operation().title()));
                var operation = message.command().operation();
                if (operation == Operation.C_STORE_RQ) {
                    receiver.take(talk, message);
                    progressing.arrived();
                } else if (operation == Operation.C_GET_RSP) {
                    talk.requireAnswer(context, request, message);
                    if (message.command().status().last()) {
                        var end = receiving.end(message, Receiving.failed(message));
                        watch.counted(end.tally());
                        talk.release();
                        return end;
                    }
                    watch.counted(progressing.pending(message.command()));
                } else
                    throw new Refusal(
                            DimseReason.UNEXPECTED,
                            talk.peer(),
                            operation.title(),
                            Operation.C_GET_RSP.title());
                if (!stopping && watch.stop()) {
                    stopping = true;
                    talk.send(context, Requests.cancel(request.messageId()));
                }
            }
        }
    }
}
