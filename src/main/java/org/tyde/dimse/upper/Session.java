package org.tyde.dimse.upper;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// One side of the protocol on one connection: does what the state machine says (PS3.8 9.2).
final class Session {
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final String peer;
    private final Wire wire;
    private final Limits limits;
    private final PduReader reader;
    private final StateMachine machine;
    private final JobRunner runner;
    private final Runnable atEnd;
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable Job<Boolean> ending;

    /// @param machine in Sta4 or Sta2
    /// @param atEnd run once when the connection is closed
    Session(
            String peer,
            Wire wire,
            Limits limits,
            StateMachine machine,
            JobRunner runner,
            Runnable atEnd) {
        this.peer = peer;
        this.wire = wire;
        this.limits = limits;
        this.reader = new PduReader(peer, wire, limits.maxReceive());
        this.machine = machine;
        this.runner = runner;
        this.atEnd = atEnd;
    }

    String peer() {
        return peer;
    }

    PduReader reader() {
        return reader;
    }

    State state() {
        return machine.state();
    }

    Action on(Event event) {
        return machine.on(event);
    }

    /// Reads, and ends the association where that fails.
    <T> T receiving(Receiving<T> receive) throws Refusal {
        reading.lock();
        try {
            if (machine.state() == State.STA1 || machine.state() == State.STA13)
                throw new Refusal(UpperReason.OVER, peer);
            return receive.receive();
        } catch (CancellationException cancelled) {
            abort(AbortReason.USER);
            throw cancelled;
        } catch (IOException failed) {
            throw ended(failed);
        } finally {
            reading.unlock();
        }
    }

    /// What reads.
    @FunctionalInterface
    interface Receiving<T> {
        T receive() throws IOException;
    }

    private Refusal ended(IOException failed) {
        boolean byUs = machine.state() == State.STA13;
        if (!(failed instanceof Refusal refusal)) {
            closed();
            var reason = byUs ? UpperReason.OVER : UpperReason.BROKEN_OFF;
            return new Refusal(reason, peer).because(failed);
        }
        if (refusal.reason() instanceof UpperReason reason
                && reason.told() != AbortReason.NOT_SPECIFIED) {
            // where the association is over already (AA-7) the one that waits for the close tells
            // the peer
            var action = machine.onIfPossible(Event.INVALID_PDU);
            if (action.isPresent() && action.get() != Action.AA_7) tellAndWait(reason.told());
        } else if (refusal.reason() == UpperReason.BROKEN_OFF) {
            closed();
            if (byUs) return new Refusal(UpperReason.OVER, peer).because(failed);
        } else abort(AbortReason.USER);
        return refusal;
    }

    /// The transport connection is closed (Evt17).
    private void closed() {
        machine.onIfPossible(Event.TRANSPORT_CLOSED);
        close();
    }

    void close() {
        wire.close();
        atEnd.run();
    }

    /// @return what came, the state changed by it; AA actions are done here and end in a refusal
    Arrival arrival() throws IOException {
        var next = reader.next();
        if (next.isEmpty()) throw new EOFException();
        var pdu = next.get();
        var before = machine.state();
        var action = machine.on(Event.of(pdu));
        if (pdu instanceof Pdu.Abort abort) {
            close();
            throw aborted(abort);
        }
        if (action == Action.AA_1 || action == Action.AA_8) {
            tellAndWait(AbortReason.UNEXPECTED_PDU);
            throw unexpected(pdu, before);
        }
        if (action == Action.AA_7) wire.tell(AbortReason.UNEXPECTED_PDU.pdu());
        return new Arrival(pdu, action);
    }

    private Refusal unexpected(Pdu pdu, State state) {
        return new Refusal(
                        UpperReason.UNEXPECTED_PDU,
                        peer,
                        ItemReader.hex(pdu.type()),
                        state.toString())
                .withRule("PS3.8 9.2.3");
    }

    /// Waits for an A-ASSOCIATE-RQ; in Sta13 then where the service provider does not accept it.
    Pdu acceptable(Predicate<Pdu.AssociateRq> test) throws IOException {
        var next = reader.next();
        if (next.isEmpty()) throw new EOFException();
        var pdu = next.get();
        boolean acceptable = pdu instanceof Pdu.AssociateRq request && test.test(request);
        var action = machine.on(Event.of(pdu), acceptable);
        if (action == Action.AE_6) return pdu;
        if (pdu instanceof Pdu.Abort abort) {
            close();
            throw aborted(abort);
        }
        tellAndWait(AbortReason.USER);
        throw unexpected(pdu, State.STA2);
    }

    /// The ARTIM timer expired before a request came, or the request could not be read.
    void timedOut() {
        if (machine.state() != State.STA2) return;
        machine.on(Event.ARTIM_EXPIRED);
        close();
    }

    /// What came and what is to be done.
    record Arrival(Pdu pdu, Action action) {}

    private Refusal aborted(Pdu.Abort abort) {
        if (abort.source() == 2)
            return new Refusal(UpperReason.ABORTED_BY_PROVIDER, peer, abort.reason());
        return new Refusal(UpperReason.ABORTED, peer);
    }

    void awaitMessage() {
        wire.await(limits.idle(), UpperReason.IDLE);
    }

    void awaitNegotiation() {
        wire.awaitAll(limits.negotiate(), UpperReason.NEGOTIATION_TIMEOUT);
    }

    /// Moves on to the next P-DATA-TF; answers a release.
    ///
    /// @param within whether a message has begun and not ended
    boolean nextData(boolean within) throws IOException {
        while (true) {
            var arrived = arrival();
            if (arrived.action() == Action.DT_2) return true;
            if (arrived.action() != Action.AR_2) continue;
            if (within) throw unexpected(arrived.pdu(), State.STA6);
            machine.on(Event.RELEASE_RESPONSE);
            write(new Pdu.ReleaseRp());
            waitForClose();
            return false;
        }
    }

    void writeData(byte[] bytes, int offset, int length) throws Refusal {
        if (machine.onIfPossible(Event.DATA_REQUEST).isEmpty())
            throw new Refusal(UpperReason.OVER, peer);
        writing.lock();
        try {
            wire.write(bytes, offset, length);
        } catch (Refusal broken) {
            throw lastWords(broken);
        } finally {
            writing.unlock();
        }
    }

    void write(Pdu pdu) throws Refusal {
        writing.lock();
        try {
            wire.write(pdu);
        } finally {
            writing.unlock();
        }
    }

    /// A peer that aborts closes at once; what it said of it may still lie here unread.
    private Refusal lastWords(Refusal broken) {
        if (!reading.tryLock()) return broken;
        try {
            wire.awaitAll(LAST_WORDS, UpperReason.BROKEN_OFF);
            while (true) arrival();
        } catch (Refusal said) {
            boolean abort =
                    said.reason() == UpperReason.ABORTED
                            || said.reason() == UpperReason.ABORTED_BY_PROVIDER;
            return abort ? said : broken;
        } catch (IOException nothing) {
            return broken;
        } finally {
            reading.unlock();
        }
    }

    void release() throws Refusal {
        receiving(
                () -> {
                    if (machine.onIfPossible(Event.RELEASE_REQUEST).isEmpty())
                        throw new Refusal(UpperReason.OVER, peer);
                    write(new Pdu.ReleaseRq());
                    awaitNegotiation();
                    while (!released(arrival().action())) {}
                    return true;
                });
    }

    /// PS3.8 7.2.2: where both ask at once, the requestor answers first.
    private boolean released(Action action) throws Refusal {
        if (action == Action.AR_3) close();
        boolean collision = action == Action.AR_8 && machine.state() == State.STA9;
        if (collision || action == Action.AR_10) {
            machine.on(Event.RELEASE_RESPONSE);
            write(new Pdu.ReleaseRp());
        }
        if (action == Action.AR_10) waitForClose();
        return action == Action.AR_3 || action == Action.AR_10; // else data that was under way
    }

    /// As the local user (Evt15).
    void abort(AbortReason reason) {
        if (machine.onIfPossible(Event.ABORT_REQUEST).isEmpty()) return;
        if (machine.state() == State.STA13) tellAndWait(reason);
        else close();
    }

    /// An interrupt that is still pending would close the connection before the word is out.
    void tellAndWait(AbortReason reason) {
        boolean interrupted = Thread.interrupted();
        try {
            if (!writing.tryLock()) {
                close();
                return;
            }
            try {
                wire.tell(reason.pdu());
            } finally {
                writing.unlock();
            }
            waitForClose();
        } catch (IOException gone) {
            closed();
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /// In Sta13: the peer closes, or the ARTIM timer ends it.
    void waitForClose() {
        wire.detach();
        ending = runner.waiting("tyde-artim", _ -> untilClosed());
    }

    private boolean untilClosed() throws InterruptedException {
        long artim = limits.negotiate().toNanos();
        try {
            if (!reading.tryLock(artim, TimeUnit.NANOSECONDS)) return false;
            try {
                wire.awaitAll(limits.negotiate(), UpperReason.NEGOTIATION_TIMEOUT);
                while (machine.state() == State.STA13) arrival();
            } catch (Refusal refusal) {
                if (refusal.reason() instanceof UpperReason reason
                        && reason.told() != AbortReason.NOT_SPECIFIED) passOverTheRest(reason);
            } catch (IOException closed) {
                machine.onIfPossible(Event.TRANSPORT_CLOSED);
            } finally {
                reading.unlock();
            }
            return true;
        } finally {
            machine.onIfPossible(Event.ARTIM_EXPIRED);
            close();
        }
    }

    /// After an invalid PDU nobody knows where the next one begins.
    private void passOverTheRest(UpperReason reason) {
        try {
            wire.tell(reason.told().pdu());
            wire.skipNBytes(Long.MAX_VALUE);
        } catch (IOException closed) {
            machine.onIfPossible(Event.TRANSPORT_CLOSED);
        }
    }

    /// Waits until the connection is closed where that is under way.
    void awaitEnd() {
        var job = ending;
        if (job == null) return;
        try {
            job.await();
        } catch (Refusal interrupted) {
            close();
        }
    }
}
