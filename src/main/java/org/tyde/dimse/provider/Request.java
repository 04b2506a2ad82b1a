package org.tyde.dimse.provider;

import org.tyde.dicom.DataSet;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Responses;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.Received;
import org.tyde.refusal.Refusal;

import java.util.function.BiConsumer;

/// One request to a service, and the ways to answer it.
public final class Request {
    private final Conversation talk;
    private final Received received;
    private final Turn turn;
    private final BiConsumer<Turn, Lasting> later;

    Request(Conversation talk, Received received, Turn turn, BiConsumer<Turn, Lasting> later) {
        this.talk = talk;
        this.received = received;
        this.turn = turn;
        this.later = later;
    }

    /// What takes its time: it may be cancelled, and may wait for answers to sub-operations.
    @FunctionalInterface
    public interface Lasting {
        /// @param turn tells what came meanwhile
        /// @throws Refusal where the association is to be given up
        void run(Turn turn) throws Refusal;
    }

    /// @return over which it came
    public Conversation talk() {
        return talk;
    }

    /// @return the message
    public Received received() {
        return received;
    }

    /// @return its command set
    public Command command() {
        return received.command();
    }

    /// @param response to send in the request's context
    /// @throws Refusal where the association breaks
    public void send(Command response) throws Refusal {
        if (response.status().last()) turn.answered();
        talk.send(received.context(), response);
    }

    /// @param response that announces an identifier
    /// @param identifier written in the request's context
    /// @throws Refusal where the association breaks
    public void send(Command response, DataSet identifier) throws Refusal {
        if (response.status().last()) turn.answered();
        talk.send(received.context(), response, identifier);
    }

    /// @param status of a response that says nothing more
    /// @throws Refusal where the association breaks
    public void end(Status status) throws Refusal {
        send(Responses.to(command(), status).build());
    }

    /// @param status of a response that says nothing more
    /// @param comment for people; no patient's data
    /// @throws Refusal where the association breaks
    public void end(Status status, String comment) throws Refusal {
        send(Responses.refusing(command(), status, comment));
    }

    /// Goes on beside the reading of the association; the request's data set must have been read.
    ///
    /// @param work sends the answers, the last one too
    public void later(Lasting work) {
        later.accept(turn, work);
    }
}
