package org.tyde.dimse.message;

import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Requests;
import org.tyde.dimse.command.Urgency;
import org.tyde.dimse.upper.AcceptedContext;
import org.tyde.refusal.Refusal;

import java.io.IOException;

/// Sends instances by C-STORE (PS3.4 B), each in its own transfer syntax or not at all.
public final class InstanceSender {
    private final Conversation talk;
    private final Urgency urgency;

    /// @param talk whose contexts were negotiated for them
    /// @param urgency of the requests
    public InstanceSender(Conversation talk, Urgency urgency) {
        this.talk = talk;
        this.urgency = urgency;
    }

    /// What went out and waits for its answer.
    ///
    /// @param context in which
    /// @param command the C-STORE-RQ
    public record Sent(AcceptedContext context, Command command) {}

    /// @param instance to send
    /// @return the context to send it in
    /// @throws Refusal where none was accepted, saying whether of its class or of its transfer syntax
    public AcceptedContext context(Outgoing instance) throws Refusal {
        var association = talk.association();
        var exact = association.context(instance.sopClass(), instance.syntax().uid());
        if (exact.isPresent()) return exact.get();
        boolean otherSyntax = association.context(instance.sopClass()).isPresent();
        throw refused(
                otherSyntax ? DimseReason.SYNTAX_NOT_ACCEPTED : DimseReason.KIND_NOT_ACCEPTED,
                talk.peer(),
                instance);
    }

    /// @param reason [DimseReason#SYNTAX_NOT_ACCEPTED] or [DimseReason#KIND_NOT_ACCEPTED]
    /// @param peer who does not accept it
    /// @param instance that is not sent
    /// @return the refusal that names its class and its transfer syntax
    public static Refusal refused(DimseReason reason, String peer, Outgoing instance) {
        return new Refusal(
                        reason,
                        peer,
                        SopClass.name(instance.sopClass()).orElse(instance.sopClass()),
                        instance.syntax().name())
                .withRule("PS3.8 9.3.3.2");
    }

    /// @param instance to send
    /// @return the request; its answer is to be waited for
    /// @throws IOException where no context suits, the file cannot be read, or the association breaks
    public Sent send(Outgoing instance) throws IOException {
        return send(instance, "", 0);
    }

    /// @param instance to send
    /// @param originator AE title of who asked for it by C-MOVE; empty where nobody did
    /// @param message the Message ID of that C-MOVE
    /// @return the request; its answer is to be waited for
    /// @throws IOException where no context suits, the file cannot be read, or the association breaks
    public Sent send(Outgoing instance, String originator, int message) throws IOException {
        var context = context(instance);
        var builder =
                Requests.store(talk.nextId(), instance.sopClass(), instance.sopInstance(), urgency);
        if (!originator.isEmpty())
            builder.text(Tag.MOVE_ORIGINATOR_APPLICATION_ENTITY_TITLE, originator)
                    .number(Tag.MOVE_ORIGINATOR_MESSAGE_ID, message);
        var command = builder.build();
        try (var data = instance.opening().open()) {
            talk.send(context, command, data);
        }
        return new Sent(context, command);
    }
}
