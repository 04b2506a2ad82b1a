package org.tyde.dimse;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Requests;
import org.tyde.dimse.command.Responses;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.command.Urgency;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.Received;
import org.tyde.dimse.message.Tally;
import org.tyde.dimse.upper.AssociationServer;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Offer;
import org.tyde.dimse.upper.Peer;
import org.tyde.dimse.upper.Support;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A provider that says what a test makes it say, right or wrong, and then lets the other go.
final class ScriptedScp implements AutoCloseable {
    /// What it says to the first request.
    @FunctionalInterface
    interface Script {
        void play(Conversation talk, Received request) throws Exception;
    }

    private final AssociationServer server;

    private ScriptedScp(AssociationServer server) {
        this.server = server;
    }

    static ScriptedScp start(JobRunner runner, Script script) throws Refusal {
        Offer offer =
                Offer.supporting(
                        uid ->
                                Optional.of(
                                        new Support(
                                                uid,
                                                List.of(
                                                        TransferSyntax.EXPLICIT_LITTLE.uid(),
                                                        TransferSyntax.IMPLICIT_LITTLE.uid()),
                                                true,
                                                true)));
        return new ScriptedScp(
                AssociationServer.start(
                        Listening.loopback("scripted", 0),
                        offer,
                        (association, _) -> {
                            var talk = Conversation.over(association);
                            var request = talk.next();
                            if (request.isEmpty()) return;
                            script.play(talk, request.get());
                            while (association.established() && talk.next().isPresent()) {
                                // what the other still says is heard and not answered
                            }
                        },
                        runner));
    }

    Peer peer() {
        return Peer.of("scripted", "127.0.0.1", server.port(), "SCP", "TYDE");
    }

    static Command response(Received request, Status status) throws Refusal {
        return Responses.to(request.command(), status).build();
    }

    static Command pending(Received request, int remaining, int completed) throws Refusal {
        var tally = new Tally(OptionalInt.of(remaining), completed, 0, 0);
        return tally.tell(Responses.to(request.command(), Status.PENDING)).build();
    }

    static Command done(Received request, int completed) throws Refusal {
        var tally = new Tally(OptionalInt.empty(), completed, 0, 0);
        return tally.tell(Responses.to(request.command(), Status.SUCCESS)).build();
    }

    /// Sends an instance over the association that asked for it, and hears the answer.
    static Status give(Conversation talk, DataSet instance) throws Refusal {
        var context = talk.context(SopClass.CT_IMAGE_STORAGE);
        var store =
                Requests.store(
                                talk.nextId(),
                                SopClass.CT_IMAGE_STORAGE,
                                instance.textOr(Tag.SOP_INSTANCE_UID, ""),
                                Urgency.MEDIUM)
                        .build();
        talk.send(context, store, instance);
        return talk.answer(context, store).command().status();
    }

    static boolean is(Received message, Operation operation) {
        return message.command().operation() == operation;
    }

    @Override
    public void close() {
        server.close();
    }
}
