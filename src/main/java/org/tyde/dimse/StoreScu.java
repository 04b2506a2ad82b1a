package org.tyde.dimse;

import org.tyde.dimse.command.Urgency;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.InstanceSender;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Proposals;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// C-STORE (PS3.4 B): instances go out as they are. What the other does not accept is named and left out;
/// the rest is sent.
public final class StoreScu {
    private final Peer peer;
    private final JobRunner runner;

    /// @param peer whom to send to
    /// @param runner watches the time
    public StoreScu(Peer peer, JobRunner runner) {
        this.peer = peer;
        this.runner = runner;
    }

    /// @param instances to send, over one association
    /// @param each told of each as it is done
    /// @param job told of the count; whose cancelling ends it
    /// @return how each went, in order
    /// @throws Refusal where the other cannot be reached, or the association breaks
    public List<StoreResult> send(
            List<Outgoing> instances, Consumer<StoreResult> each, JobContext job) throws Refusal {
        var results = new ArrayList<StoreResult>();
        if (instances.isEmpty()) return results;
        try {
            send(instances, results, each, job);
        } catch (Refusal refused) {
            if (refused.reason() != DimseReason.CLASS_NOT_ACCEPTED) throw refused;
            for (var instance : instances) results.add(notAccepted(instance));
            results.forEach(each);
        }
        return results;
    }

    private StoreResult notAccepted(Outgoing instance) {
        var reason = DimseReason.KIND_NOT_ACCEPTED;
        var why = InstanceSender.refused(reason, peer.name(), instance);
        return new StoreResult(instance, new StoreResult.Outcome.NotSent(why));
    }

    private void send(
            List<Outgoing> instances,
            List<StoreResult> results,
            Consumer<StoreResult> each,
            JobContext job)
            throws Refusal {
        try (var talk = Conversation.open(peer, Proposals.storing(instances), runner, job)) {
            var sender = new InstanceSender(talk, Urgency.MEDIUM);
            for (var instance : instances) {
                job.checkpoint();
                var result = send(talk, sender, instance);
                results.add(result);
                each.accept(result);
                job.progress(results.size(), instances.size());
            }
            talk.release();
        }
    }

    /// @param instances to send, over one association
    /// @param job told of the count; whose cancelling ends it
    /// @throws Refusal where one of them was not taken
    public void sendAll(List<Outgoing> instances, JobContext job) throws Refusal {
        var refused = send(instances, _ -> {}, job).stream().filter(r -> !r.stored()).toList();
        if (refused.isEmpty()) return;
        throw switch (refused.getFirst().outcome()) {
            case StoreResult.Outcome.NotSent(var why) -> why;
            case StoreResult.Outcome.Answered(var status) ->
                    new Refusal(
                                    DimseReason.NOT_STORED,
                                    peer.name(),
                                    refused.size(),
                                    instances.size(),
                                    status.hex())
                            .withRule("PS3.4 B.2.3");
        };
    }

    private static StoreResult send(Conversation talk, InstanceSender sender, Outgoing instance)
            throws Refusal {
        InstanceSender.Sent sent;
        try {
            sent = sender.send(instance);
        } catch (IOException failed) {
            if (!talk.association().established())
                throw failed instanceof Refusal known
                        ? known
                        : new Refusal(DimseReason.NO_LAST_ANSWER, talk.peer(), "C-STORE-RQ")
                                .because(failed);
            return new StoreResult(
                    instance, new StoreResult.Outcome.NotSent(why(instance, failed)));
        }
        var status = talk.answer(sent.context(), sent.command()).command().status();
        return new StoreResult(instance, new StoreResult.Outcome.Answered(status));
    }

    private static Refusal why(Outgoing instance, IOException failed) {
        return failed instanceof Refusal known
                ? known
                : new Refusal(
                                DimseReason.NOT_SENDABLE,
                                instance.name(),
                                failed.getClass().getName())
                        .because(failed);
    }
}
