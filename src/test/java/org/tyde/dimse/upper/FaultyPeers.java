package org.tyde.dimse.upper;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dimse.upper.CommandBytes.CT;
import static org.tyde.dimse.upper.CommandBytes.EXPLICIT;
import static org.tyde.dimse.upper.CommandBytes.IMPLICIT;
import static org.tyde.dimse.upper.CommandBytes.VERIFICATION;

import org.junit.jupiter.api.AfterEach;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;

/// A requestor of ours and other sides that fail.
abstract class FaultyPeers {
    static final Duration SHORT = Duration.ofMillis(300);
    static final Limits QUICK =
            Limits.USUAL.withConnect(SHORT).withNegotiate(SHORT).withSilence(SHORT).withIdle(SHORT);

    final JobRunner runner = new JobRunner(1);
    final LinkedBlockingQueue<Pdu> seen = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        runner.close();
    }

    Association associate(RawPeer.Server server, Limits limits) throws Refusal {
        return associate(server.peer(limits));
    }

    Association associate(Peer peer) throws Refusal {
        return Association.request(
                peer,
                Proposal.of().with(VERIFICATION, IMPLICIT).with(CT, EXPLICIT),
                runner,
                JobContext.NONE);
    }

    UpperReason notAssociated(RawPeer.Script script) throws IOException {
        try (var server = RawPeer.listen(runner, script)) {
            return reason(assertThrows(Refusal.class, () -> associate(server, QUICK)));
        }
    }

    static UpperReason reason(Refusal refusal) {
        assertTrue(refusal.getMessage().contains("the archive"), refusal.getMessage());
        return (UpperReason) refusal.reason();
    }

    /// What becomes of `next` once the association stands.
    UpperReason nextFails(RawPeer.Script script) throws IOException {
        try (var server =
                RawPeer.listen(
                        runner,
                        peer -> {
                            peer.accept(0);
                            script.run(peer);
                        })) {
            var association = associate(server, QUICK);
            var reason =
                    reason(
                            assertThrows(
                                    Refusal.class,
                                    () -> association.next().orElseThrow().data().readAllBytes()));
            assertFalse(association.established());
            return reason;
        }
    }
}
