package org.tyde.dimse.message;

import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Responses;
import org.tyde.dimse.command.Status;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.Optional;

/// Answers C-STORE requests (PS3.7 9.1.1, PS3.4 B.2): each instance goes to the sink as it comes, and
/// then its status goes back.
public final class StorageReceiver {
    private final InstanceSink sink;

    /// @param sink takes the instances
    public StorageReceiver(InstanceSink sink) {
        this.sink = sink;
    }

    /// How one went.
    ///
    /// @param status what the sender was told
    /// @param failure why it was not kept, where the sink said so by throwing
    public record Taken(Status status, Optional<IOException> failure) {}

    /// @param talk over which it comes
    /// @param request a C-STORE-RQ
    /// @return how it went; the answer has been sent
    /// @throws Refusal where the association breaks
    public Taken take(Conversation talk, Received request) throws Refusal {
        var taken = taken(talk, request);
        talk.send(request.context(), answer(request.command(), taken));
        return taken;
    }

    private static Command answer(Command request, Taken taken) throws Refusal {
        return switch (taken.status().kind()) {
            case SUCCESS, PENDING, CANCELLED -> Responses.to(request, taken.status()).build();
            case WARNING, FAILURE ->
                    taken.failure().isPresent()
                            ? Responses.refusing(
                                    request, taken.status(), comment(taken.failure().get()))
                            : Responses.to(request, taken.status()).build();
        };
    }

    /// Never what an exception of the system says: it may hold a path.
    private static String comment(IOException failure) {
        return failure instanceof Refusal refusal ? refusal.reason().name() : "cannot be kept";
    }

    private Taken taken(Conversation talk, Received request) throws Refusal {
        var command = request.command();
        if (!command.sopClass().equals(request.context().abstractSyntax()))
            return refused(Status.CLASS_NOT_SUPPORTED);
        if (!Uids.wellFormed(command.sopInstance())) return refused(Status.INVALID_INSTANCE);
        if (!command.hasDataSet()) return refused(Status.CANNOT_UNDERSTAND);
        var syntax = request.syntax();
        var arrival =
                new Arrival(
                        command.sopClass(),
                        command.sopInstance(),
                        syntax,
                        talk.peerTitle(),
                        command.text(Tag.MOVE_ORIGINATOR_APPLICATION_ENTITY_TITLE).orElse(""),
                        command.number(Tag.MOVE_ORIGINATOR_MESSAGE_ID));
        var head = DicomWriter.head(command.sopClass(), command.sopInstance(), syntax);
        var partTen = new PartTenStream(head, request.data());
        try {
            return new Taken(sink.take(arrival, partTen), Optional.empty());
        } catch (IOException failed) {
            if (partTen.broken().isPresent()) throw broken(talk, partTen.broken().get());
            var status =
                    failed instanceof DicomFormatException
                            ? Status.CANNOT_UNDERSTAND
                            : Status.OUT_OF_RESOURCES;
            return new Taken(status, Optional.of(failed));
        }
    }

    private static Refusal broken(Conversation talk, IOException why) {
        return why instanceof Refusal known
                ? known
                : new Refusal(DimseReason.NO_LAST_ANSWER, talk.peer(), "C-STORE-RQ").because(why);
    }

    private static Taken refused(Status status) {
        return new Taken(status, Optional.empty());
    }
}
