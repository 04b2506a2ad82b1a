package org.tyde.dimse.message;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.MessageIds;
import org.tyde.dimse.upper.AcceptedContext;
import org.tyde.dimse.upper.Association;
import org.tyde.dimse.upper.Peer;
import org.tyde.dimse.upper.Proposal;
import org.tyde.dimse.upper.UpperReason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.InputStream;
import java.util.Optional;

/// Messages over one association (PS3.7 8.1). One thread reads; others may send. Closing it aborts what
/// has not been released.
public final class Conversation implements AutoCloseable {
    private final Association association;
    private final String peerTitle;
    private final MessageIds ids = new MessageIds();

    private Conversation(Association association, String peerTitle) {
        this.association = association;
        this.peerTitle = peerTitle;
    }

    /// @param peer whom to call
    /// @param proposal what to negotiate
    /// @param runner watches the time
    /// @param job whose cancelling ends the association
    /// @return the conversation, its association established
    /// @throws Refusal where the other cannot be reached or declines; [DimseReason#CLASS_NOT_ACCEPTED]
    ///     naming the first class proposed where it accepts none
    public static Conversation open(Peer peer, Proposal proposal, JobRunner runner, JobContext job)
            throws Refusal {
        try {
            var association = Association.request(peer, proposal, runner, job);
            return new Conversation(association, association.calledTitle());
        } catch (Refusal refused) {
            if (refused.reason() != UpperReason.NO_CONTEXT) throw refused;
            var asked = proposal.contexts().getFirst().abstractSyntax();
            throw notAccepted(peer.name(), asked).because(refused);
        }
    }

    /// @param association that another asked for
    /// @return the conversation over it
    public static Conversation over(Association association) {
        return new Conversation(association, association.callingTitle());
    }

    /// @return the association it runs over
    public Association association() {
        return association;
    }

    /// @return the other's name
    public String peer() {
        return association.peerName();
    }

    /// @return the other's application entity title
    public String peerTitle() {
        return peerTitle;
    }

    /// @return a Message ID that no message waiting for an answer has
    public int nextId() {
        return ids.next();
    }

    /// @param sopClass abstract syntax
    /// @return the context in which to speak of it
    /// @throws Refusal [DimseReason#CLASS_NOT_ACCEPTED] where there is none
    public AcceptedContext context(String sopClass) throws Refusal {
        return association.context(sopClass).orElseThrow(() -> notAccepted(peer(), sopClass));
    }

    private static Refusal notAccepted(String peer, String sopClass) {
        return new Refusal(
                        DimseReason.CLASS_NOT_ACCEPTED,
                        peer,
                        SopClass.name(sopClass).orElse(sopClass))
                .withRule("PS3.8 9.3.3.2");
    }

    /// @param context an accepted one
    /// @param command without a data set
    /// @throws Refusal where it cannot be sent
    public void send(AcceptedContext context, Command command) throws Refusal {
        association.send(context.id(), command.encoded());
    }

    /// @param context an accepted one
    /// @param command that announces a data set
    /// @param identifier written in the context's transfer syntax
    /// @throws Refusal where it cannot be sent
    public void send(AcceptedContext context, Command command, DataSet identifier) throws Refusal {
        var syntax = TransferSyntax.of(context.transferSyntax());
        association.send(
                context.id(),
                command.encoded(),
                out -> DicomWriter.writeDataSet(out, identifier, syntax));
    }

    /// @param context an accepted one
    /// @param command that announces a data set
    /// @param data already in the context's transfer syntax; read to its end, not closed
    /// @throws Refusal where it cannot be sent
    public void send(AcceptedContext context, Command command, InputStream data) throws Refusal {
        association.send(context.id(), command.encoded(), data);
    }

    /// @return the next message; empty where the other has let go of the association
    /// @throws Refusal where the association breaks, or the message is none
    public Optional<Received> next() throws Refusal {
        var message = association.next();
        if (message.isEmpty()) return Optional.empty();
        int id = message.get().contextId();
        var context = association.context(id).orElseThrow(() -> wrongContext(id));
        var command = Command.decoded(message.get().command());
        var data = command.hasDataSet() ? message.get().data() : InputStream.nullInputStream();
        return Optional.of(new Received(peer(), context, command, data));
    }

    /// @param context in which the request went
    /// @param request that waits
    /// @return the next message, which answers it
    /// @throws Refusal where the association breaks, or another message comes
    public Received answer(AcceptedContext context, Command request) throws Refusal {
        var due = request.operation().response();
        var message =
                next().orElseThrow(
                                () ->
                                        new Refusal(
                                                DimseReason.NO_LAST_ANSWER,
                                                peer(),
                                                request.operation().title()));
        if (message.command().operation() != due)
            throw new Refusal(
                            DimseReason.UNEXPECTED,
                            peer(),
                            message.command().operation().title(),
                            due.title())
                    .withRule("PS3.7 8.1");
        requireAnswer(context, request, message);
        return message;
    }

    /// @param context in which the request went
    /// @param request that waits
    /// @param message a response of its kind
    /// @throws Refusal where it answers another request, or comes in another context
    public void requireAnswer(AcceptedContext context, Command request, Received message)
            throws Refusal {
        if (message.context().id() != context.id()) throw wrongContext(message.context().id());
        int answers = message.command().answersTo();
        if (answers != request.messageId())
            throw new Refusal(
                            DimseReason.ANSWERS_ANOTHER,
                            peer(),
                            String.valueOf(answers),
                            String.valueOf(request.messageId()))
                    .withRule("PS3.7 9.1");
    }

    private Refusal wrongContext(int id) {
        return new Refusal(DimseReason.WRONG_CONTEXT, peer(), id).withRule("PS3.8 9.3.5.1");
    }

    /// Ends the association in good order.
    ///
    /// @throws Refusal where the other does not play along
    public void release() throws Refusal {
        association.release();
    }

    @Override
    public void close() {
        association.close();
    }
}
