package org.tyde.dimse;

import org.tyde.dicom.SopClass;
import org.tyde.dimse.command.Requests;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.Proposals;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.time.Duration;

/// C-ECHO (PS3.4 A): is there one who answers?
public final class EchoScu {
    private final Peer peer;
    private final JobRunner runner;

    /// @param peer whom to call
    /// @param runner watches the time
    public EchoScu(Peer peer, JobRunner runner) {
        this.peer = peer;
        this.runner = runner;
    }

    /// @param job whose cancelling ends it
    /// @return from the call to the answer
    /// @throws Refusal where nobody answers, or not with success
    public Duration echo(JobContext job) throws Refusal {
        long start = System.nanoTime();
        try (var talk = Conversation.open(peer, Proposals.echo(), runner, job)) {
            var context = talk.context(SopClass.VERIFICATION);
            var request = Requests.echo(talk.nextId(), SopClass.VERIFICATION);
            talk.send(context, request);
            var status = talk.answer(context, request).command().status();
            if (status.kind() != Status.Kind.SUCCESS)
                throw DimseReason.of(talk.peer(), request.operation().title(), status);
            talk.release();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
