package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

/// The requestor's way from Sta1 to Sta6.
final class Requesting {
    /// The DICOM application context (PS3.7 A.2.1).
    static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

    /// Bit 0: version 1 (PS3.8 9.3.2).
    static final int PROTOCOL_VERSION = 1;

    private Requesting() {}

    static Association associate(Peer peer, Proposal proposal, JobRunner runner, JobContext job)
            throws Refusal {
        var request = request(peer, proposal);
        job.checkpoint();
        var machine = new StateMachine(true);
        machine.on(Event.ASSOCIATE_REQUEST);
        var watch = new LineWatch(runner);
        var connecting = new Connecting(peer, watch);
        var wire = connected(connecting, watch, job);
        var open = peer.tls().isEmpty() && !wire.local();
        var session = new Session(peer.name(), wire, peer.limits(), machine, runner, watch::close);
        try {
            if (open && proposal.identity().filter(UserIdentity::secret).isPresent())
                throw new Refusal(UpperReason.IDENTITY_IN_CLEAR, peer.name());
            session.on(Event.TRANSPORT_CONFIRMED);
            session.write(request);
            return new Association(session, negotiated(peer, request, session));
        } catch (Refusal failed) {
            end(session);
            throw connecting.lastWords(failed);
        } catch (RuntimeException failed) {
            end(session);
            throw failed;
        }
    }

    private static Wire connected(Connecting connecting, LineWatch watch, JobContext job)
            throws Refusal {
        try {
            var wire = connecting.connect(job);
            watch.writes(wire); // until the watch ends, with the connection
            return wire;
        } catch (Refusal | RuntimeException failed) {
            watch.close();
            throw failed;
        }
    }

    private static void end(Session session) {
        session.abort(AbortReason.USER);
        if (session.state() != State.STA13) session.close();
    }

    private static Pdu.AssociateRq request(Peer peer, Proposal proposal) {
        if (proposal.contexts().isEmpty())
            throw new IllegalArgumentException("a proposal without presentation contexts");
        return new Pdu.AssociateRq(
                PROTOCOL_VERSION,
                peer.calledTitle(),
                peer.callingTitle(),
                APPLICATION_CONTEXT,
                proposal.contexts(),
                UserInformation.ofRequest(proposal, peer.limits().maxReceive()));
    }

    private static Negotiated negotiated(Peer peer, Pdu.AssociateRq request, Session session)
            throws Refusal {
        var answer =
                session.receiving(
                        () -> {
                            session.awaitNegotiation();
                            return session.arrival().pdu();
                        });
        if (answer instanceof Pdu.AssociateRj rejected) throw rejection(peer, rejected);
        Negotiated negotiated;
        try {
            negotiated =
                    Negotiated.ofRequestor(
                            peer.name(), peer.limits(), request, (Pdu.AssociateAc) answer);
        } catch (Refusal strange) {
            session.abort(AbortReason.INVALID_PARAMETER);
            throw strange;
        }
        if (negotiated.contexts().isEmpty()) {
            session.release();
            throw new Refusal(UpperReason.NO_CONTEXT, peer.name());
        }
        return negotiated;
    }

    private static Refusal rejection(Peer peer, Pdu.AssociateRj rejected) {
        return new Refusal(
                        Rejection.reason(rejected),
                        peer.name(),
                        peer.callingTitle(),
                        peer.calledTitle(),
                        rejected.result(),
                        rejected.source(),
                        rejected.reason())
                .withRule("PS3.8 9.3.4");
    }
}
