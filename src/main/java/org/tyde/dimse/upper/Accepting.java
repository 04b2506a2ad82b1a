package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;

import java.util.Optional;
import java.util.stream.Stream;

/// The acceptor's way from Sta1 to Sta6.
final class Accepting {
    private final Session session;
    private final Limits limits;

    Accepting(Session session, Limits limits) {
        this.session = session;
        this.limits = limits;
    }

    /// @return the association; empty where it was rejected
    /// @throws Refusal why nothing came of it
    Optional<Association> associate(String address, boolean encrypted, Acceptor acceptor)
            throws Refusal {
        session.on(Event.TRANSPORT_INDICATED);
        try {
            var request =
                    session.receiving(
                            () -> {
                                session.awaitNegotiation();
                                return (Pdu.AssociateRq) session.acceptable(Accepting::acceptable);
                            });
            if (session.state() == State.STA13) {
                session.write(unacceptable(request).orElse(Rejection.NO_REASON).pdu());
                session.waitForClose();
                return Optional.empty();
            }
            return answered(request, acceptor, address, encrypted);
        } catch (Refusal refusal) {
            session.timedOut();
            throw refusal;
        }
    }

    private Optional<Association> answered(
            Pdu.AssociateRq request, Acceptor acceptor, String address, boolean encrypted)
            throws Refusal {
        var asked =
                new AssociationRequest(
                        request.calledTitle(),
                        request.callingTitle(),
                        address,
                        proposal(request),
                        encrypted);
        return switch (acceptor.answer(asked)) {
            case Answer.Reject(var why) -> {
                session.on(Event.ASSOCIATE_REJECTED);
                session.write(why.pdu());
                session.waitForClose();
                yield Optional.empty();
            }
            case Answer.Accept accepted -> Optional.of(accepted(request, accepted));
        };
    }

    private Association accepted(Pdu.AssociateRq request, Answer.Accept answer) throws Refusal {
        Negotiated negotiated;
        try {
            negotiated = Negotiated.ofAcceptor(session.peer(), limits, request, answer);
        } catch (Refusal strange) {
            session.abort(AbortReason.INVALID_PARAMETER);
            throw strange;
        }
        session.on(Event.ASSOCIATE_ACCEPTED);
        session.write(
                new Pdu.AssociateAc(
                        Requesting.PROTOCOL_VERSION,
                        request.calledTitle(),
                        request.callingTitle(),
                        Requesting.APPLICATION_CONTEXT,
                        answer.contexts(),
                        UserInformation.ofAcceptance(answer, limits.maxReceive())));
        return new Association(session, negotiated);
    }

    private static Proposal proposal(Pdu.AssociateRq request) {
        var user = request.user();
        return new Proposal(
                request.contexts(),
                user.roles(),
                user.window(),
                user.extended(),
                user.commonExtended(),
                user.identity());
    }

    /// Whether the service provider accepts it (AE-6).
    private static boolean acceptable(Pdu.AssociateRq request) {
        return unacceptable(request).isEmpty();
    }

    private static Optional<Rejection> unacceptable(Pdu.AssociateRq request) {
        boolean version = (request.protocolVersion() & Requesting.PROTOCOL_VERSION) != 0;
        boolean context = request.applicationContext().equals(Requesting.APPLICATION_CONTEXT);
        return Stream.of(
                        version
                                ? Optional.<Rejection>empty()
                                : Optional.of(Rejection.PROTOCOL_VERSION),
                        context
                                ? Optional.<Rejection>empty()
                                : Optional.of(Rejection.APPLICATION_CONTEXT))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
