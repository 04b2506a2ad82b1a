package org.tyde.dimse;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Requests;
import org.tyde.dimse.command.Responses;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Proposals;
import org.tyde.dimse.upper.Peer;
import org.tyde.dimse.upper.UpperReason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Storage commitment, push model (PS3.4 J): asks an archive to take over the keeping of what was sent to it.
/// It says so later, on this association or on one of its own.
public final class CommitmentScu {
    /// The one instance of the push model's SOP class (PS3.4 J.3.5).
    private static final String WELL_KNOWN = "1.2.840.10008.1.20.1.1";

    private static final int REQUEST = 1;

    private final Peer peer;
    private final CommitmentDesk desk;
    private final JobRunner runner;

    /// @param peer whom to ask
    /// @param desk takes the reports; behind our own port where the archive is to call back
    /// @param runner watches the time
    public CommitmentScu(Peer peer, CommitmentDesk desk, JobRunner runner) {
        this.peer = peer;
        this.desk = desk;
        this.runner = runner;
    }

    /// @param instances that were stored there
    /// @param stay how long to keep the association for the report; zero: the archive calls back
    /// @param job whose cancelling ends it
    /// @return the transaction UID, for [CommitmentDesk#await]
    /// @throws Refusal where the archive does not take the request
    public String request(List<Outgoing> instances, Duration stay, JobContext job) throws Refusal {
        var transaction = Uids.create();
        desk.expect(transaction);
        var limits = peer.limits();
        var asked = stay.isPositive() ? peer.withLimits(limits.withIdle(stay)) : peer;
        var sopClass = SopClass.STORAGE_COMMITMENT_PUSH_MODEL;
        try (var talk = Conversation.open(asked, Proposals.of(sopClass), runner, job)) {
            var context = talk.context(sopClass);
            var request = Requests.action(talk.nextId(), sopClass, WELL_KNOWN, REQUEST);
            talk.send(context, request, information(transaction, instances));
            var status = talk.answer(context, request).command().status();
            if (status.kind() != Status.Kind.SUCCESS && status.kind() != Status.Kind.WARNING)
                throw DimseReason.of(talk.peer(), request.operation().title(), status);
            if (stay.isPositive()) stay(talk);
            if (talk.association().established()) talk.release();
        }
        return transaction;
    }

    /// @param instances that were stored there
    /// @param longest wait for the report
    /// @param stay how long to keep the association for it
    /// @param job whose cancelling ends it
    /// @return what the archive says
    /// @throws Refusal [DimseReason#NO_COMMITMENT] where it says nothing in that time; it may still say it
    ///     later
    public Commitment commit(
            List<Outgoing> instances, Duration longest, Duration stay, JobContext job)
            throws Refusal {
        long start = System.nanoTime();
        var transaction = request(instances, stay, job);
        var left = longest.minusNanos(System.nanoTime() - start);
        return desk.await(transaction, left.isNegative() ? Duration.ZERO : left)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        DimseReason.NO_COMMITMENT,
                                        peer.name(),
                                        longest.toSeconds()));
    }

    private void stay(Conversation talk) throws Refusal {
        try {
            var message = talk.next();
            if (message.isEmpty()) return;
            var event = message.get();
            if (event.command().operation() != Operation.N_EVENT_REPORT_RQ)
                throw new Refusal(
                        DimseReason.UNEXPECTED,
                        talk.peer(),
                        event.command().operation().title(),
                        Operation.N_EVENT_REPORT_RQ.title());
            talk.send(event.context(), Responses.to(event.command(), desk.take(event)).build());
        } catch (Refusal silent) {
            if (silent.reason() != UpperReason.IDLE) throw silent;
        }
    }

    private static DataSet information(String transaction, List<Outgoing> instances) {
        var items = new ArrayList<DataSet>();
        for (var one : instances)
            items.add(
                    DataSet.builder()
                            .text(Tag.REFERENCED_SOP_CLASS_UID, one.sopClass())
                            .text(Tag.REFERENCED_SOP_INSTANCE_UID, one.sopInstance())
                            .build());
        return DataSet.builder()
                .text(Tag.TRANSACTION_UID, transaction)
                .sequence(Tag.REFERENCED_SOP_SEQUENCE, items)
                .build();
    }
}
