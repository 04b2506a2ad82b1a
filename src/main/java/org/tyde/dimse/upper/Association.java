package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;

/// An association, of either side. One thread reads; messages may be sent by others, each goes out whole. After a
/// refusal it is over, the peer told with an A-ABORT where the line still stands.
public final class Association implements AutoCloseable {
    private final Session session;
    private final Negotiated negotiated;
    private final Incoming incoming;
    private final ReentrantLock sending = new ReentrantLock();
    private final MessageOutput output;

    Association(Session session, Negotiated negotiated) {
        this.session = session;
        this.negotiated = negotiated;
        this.incoming =
                new Incoming(session.peer(), session.reader(), session::nextData, negotiated.ids());
        this.output = new MessageOutput(session::writeData, negotiated.maxSend());
    }

    /// Waits for the connection and for the answer; never on the JavaFX thread.
    ///
    /// @param peer of whom
    /// @param proposal with at least one presentation context
    /// @param runner waits for the end of connections and watches over writes
    /// @param job whose cancellation ends the association, by interrupting the virtual thread that waits for it
    /// @return the association, with at least one accepted presentation context
    /// @throws Refusal why there is none
    /// @throws CancellationException where the job was cancelled
    public static Association request(
            Peer peer, Proposal proposal, JobRunner runner, JobContext job) throws Refusal {
        return Requesting.associate(peer, proposal, runner, job);
    }

    /// @return the name of the other side, for sentences
    public String peerName() {
        return session.peer();
    }

    /// @return AE title of who asked
    public String callingTitle() {
        return negotiated.callingTitle();
    }

    /// @return AE title of who was asked
    public String calledTitle() {
        return negotiated.calledTitle();
    }

    /// @return what both sides agreed on, by id
    public List<AcceptedContext> contexts() {
        return negotiated.contexts();
    }

    /// @param id of a presentation context
    /// @return the accepted one
    public Optional<AcceptedContext> context(int id) {
        return contexts().stream().filter(c -> c.id() == id).findFirst();
    }

    /// @param abstractSyntax UID
    /// @return the first accepted one of it
    public Optional<AcceptedContext> context(String abstractSyntax) {
        return contexts().stream()
                .filter(c -> c.abstractSyntax().equals(abstractSyntax))
                .findFirst();
    }

    /// @param abstractSyntax UID
    /// @param transferSyntax UID
    /// @return the first accepted one of both
    public Optional<AcceptedContext> context(String abstractSyntax, String transferSyntax) {
        return contexts().stream()
                .filter(c -> c.abstractSyntax().equals(abstractSyntax))
                .filter(c -> c.transferSyntax().equals(transferSyntax))
                .findFirst();
    }

    /// @return how many operations may be under way at once
    public AsyncWindow window() {
        return negotiated.window();
    }

    /// @return what the other side said of its SOP classes
    public List<ExtendedNegotiation> extended() {
        return negotiated.peer().extended();
    }

    /// @return who asked, where this side accepted
    public Optional<UserIdentity> identity() {
        return negotiated.peer().identity();
    }

    /// @return the answer to who we are, where this side asked (PS3.7 D.3.3.7.2)
    public Optional<byte[]> identityAnswer() {
        return negotiated.peer().identityAnswer();
    }

    /// @return the other side's implementation class UID, where it says it
    public Optional<String> implementationClass() {
        return negotiated.peer().implementationClass();
    }

    /// @return the other side's implementation version name, where it says it
    public Optional<String> implementationVersion() {
        return negotiated.peer().implementationVersion();
    }

    /// @return whether messages can be sent
    public boolean established() {
        return session.state() == State.STA6;
    }

    /// Sends a command without a data set.
    ///
    /// @param contextId of an accepted presentation context
    /// @param command the command set, in Implicit VR Little Endian (PS3.7 6.3)
    /// @throws Refusal why it could not be sent; the association is over
    /// @throws IllegalArgumentException for a presentation context that is not accepted
    public void send(int contextId, byte[] command) throws Refusal {
        send(contextId, command, Optional.empty());
    }

    /// Sends a command with its data set.
    ///
    /// @param contextId of an accepted presentation context
    /// @param command the command set, in Implicit VR Little Endian (PS3.7 6.3)
    /// @param data in the transfer syntax of the context; read to its end, not closed
    /// @throws Refusal why it could not be sent, or what `data` refused; the association is over
    /// @throws IllegalArgumentException for a presentation context that is not accepted
    public void send(int contextId, byte[] command, InputStream data) throws Refusal {
        send(contextId, command, Optional.of(out -> output.copy(data)));
    }

    /// Sends a command with its data set.
    ///
    /// @param contextId of an accepted presentation context
    /// @param command the command set, in Implicit VR Little Endian (PS3.7 6.3)
    /// @param data writes it in the transfer syntax of the context
    /// @throws Refusal why it could not be sent, or what `data` refused; the association is over
    /// @throws IllegalArgumentException for a presentation context that is not accepted
    public void send(int contextId, byte[] command, DataWriter data) throws Refusal {
        send(contextId, command, Optional.of(data));
    }

    private void send(int contextId, byte[] command, Optional<DataWriter> data) throws Refusal {
        if (context(contextId).isEmpty())
            throw new IllegalArgumentException("not an accepted context: " + contextId);
        sending.lock();
        try {
            output.begin(contextId, true);
            output.write(command, 0, command.length);
            output.end();
            if (data.isEmpty()) return;
            output.begin(contextId, false);
            data.get().writeTo(output);
            output.end();
        } catch (Refusal refusal) {
            session.abort(AbortReason.USER);
            throw refusal;
        } catch (IOException unreadable) {
            session.abort(AbortReason.USER);
            throw new Refusal(UpperReason.DATA_UNREADABLE, peerName()).because(unreadable);
        } catch (RuntimeException | Error failed) {
            session.abort(AbortReason.USER);
            throw failed;
        } finally {
            sending.unlock();
        }
    }

    /// Waits for the next message. What was not read of the last one's data set is passed over.
    ///
    /// @return the message; empty where the peer released the association, which is answered and over then
    /// @throws Refusal why none can come; the association is over
    public Optional<Message> next() throws Refusal {
        return session.receiving(
                        () -> {
                            session.awaitMessage();
                            return incoming.message();
                        })
                .map(m -> new Message(m.contextId(), m.command(), new Guarded(m.data())));
    }

    /// Ends the association in order (PS3.8 7.2), also where both sides ask for it at once. Messages that still come
    /// are passed over.
    ///
    /// @throws Refusal why it did not end in order; it is over all the same
    public void release() throws Refusal {
        sending.lock();
        try {
            session.release();
        } finally {
            sending.unlock();
        }
    }

    /// Ends the association at once, as its user.
    public void abort() {
        abort(AbortReason.USER);
    }

    /// Ends the association at once (PS3.8 7.3). No effect where it is over.
    ///
    /// @param reason told to the peer
    public void abort(AbortReason reason) {
        session.abort(reason);
    }

    /// Aborts where it has not ended.
    @Override
    public void close() {
        abort();
    }

    /// Waits until the connection is closed, at most as long as the ARTIM timer runs.
    void awaitEnd() {
        session.awaitEnd();
    }

    /// Ends the association where the data set cannot be read.
    private final class Guarded extends FilterInputStream {
        Guarded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return session.receiving(in::read);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return session.receiving(() -> in.read(into, offset, length));
        }

        @Override
        public void close() {}
    }
}
