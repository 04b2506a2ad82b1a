package org.tyde.dimse.upper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dimse.upper.CommandBytes.CT;
import static org.tyde.dimse.upper.CommandBytes.IMPLICIT;
import static org.tyde.dimse.upper.CommandBytes.VERIFICATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.refusal.Refusal;
import org.tyde.work.WorkReason;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/// What a requestor of ours does when it gets no association.
@Timeout(30)
class RequestorFaultsTest extends FaultyPeers {
    @Test
    void nobodyListens() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var peer = Peer.of("the archive", "127.0.0.1", port, "A", "B");
        var refusal = assertThrows(Refusal.class, () -> associate(peer));
        assertEquals(UpperReason.UNREACHABLE, refusal.reason());
        assertTrue(refusal.getMessage().contains("127.0.0.1:" + port), refusal.getMessage());
    }

    @Test
    void noSuchHost() {
        var peer = Peer.of("the archive", "no-such-host.invalid", 104, "A", "B");
        assertEquals(
                UpperReason.UNKNOWN_HOST,
                assertThrows(Refusal.class, () -> associate(peer)).reason());
    }

    @Test
    void aHostThatNeverAnswersTheConnection() throws Exception {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = new ArrayList<Socket>();
            try {
                for (int i = 0; i < 2; i++)
                    waiting.add(new Socket(InetAddress.getLoopbackAddress(), full.getLocalPort()));
                var peer =
                        Peer.of("the archive", "127.0.0.1", full.getLocalPort(), "A", "B")
                                .withLimits(QUICK);
                assertEquals(
                        UpperReason.CONNECT_TIMEOUT,
                        assertThrows(Refusal.class, () -> associate(peer)).reason());
            } finally {
                for (var socket : waiting) socket.close();
            }
        }
    }

    @Test
    void noAnswerToTheRequest() throws Exception {
        assertEquals(UpperReason.NEGOTIATION_TIMEOUT, notAssociated(RawPeer::closed));
    }

    @Test
    void anAnswerThatComesByteByByte() throws Exception {
        assertEquals(
                UpperReason.NEGOTIATION_TIMEOUT,
                notAssociated(
                        peer -> {
                            seen.add(peer.receive());
                            for (int i = 0; i < 100; i++) {
                                peer.send(i == 0 ? "02" : i == 4 ? "01" : "00");
                                Thread.sleep(50);
                            }
                        }));
    }

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void rejected(Rejection why) throws Exception {
        var reason =
                notAssociated(
                        peer -> {
                            seen.add(peer.receive());
                            peer.send(why.pdu());
                        });
        assertEquals(Rejection.reason(why.pdu()), reason);
    }

    @Test
    void closedInsteadOfAnswered() throws Exception {
        assertEquals(UpperReason.BROKEN_OFF, notAssociated(peer -> seen.add(peer.receive())));
    }

    @Test
    void resetInsteadOfAnswered() throws Exception {
        assertEquals(
                UpperReason.BROKEN_OFF,
                notAssociated(
                        peer -> {
                            seen.add(peer.receive());
                            peer.reset();
                        }));
    }

    @Test
    void abortedInsteadOfAnswered() throws Exception {
        assertEquals(
                UpperReason.ABORTED_BY_PROVIDER,
                notAssociated(
                        peer -> {
                            seen.add(peer.receive());
                            peer.send(AbortReason.NOT_SPECIFIED.pdu());
                        }));
    }

    @Test
    void somethingElseAnswers() throws Exception {
        assertEquals(
                UpperReason.UNKNOWN_PDU,
                notAssociated(
                        peer -> {
                            seen.add(peer.receive());
                            peer.send("48545450 2f312e31 20343030");
                            seen.add(peer.receive());
                        }));
        seen.take();
        assertEquals(AbortReason.UNRECOGNIZED_PDU.pdu(), seen.take());
    }

    @Test
    void anAlertOfTlsInsteadOfAnAnswer() throws Exception {
        assertEquals(
                UpperReason.SPEAKS_TLS,
                notAssociated(
                        peer -> {
                            seen.add(peer.receive());
                            peer.send("15 0303 0002 0246");
                        }));
    }

    @Test
    void dataInsteadOfAnAnswer() throws Exception {
        assertEquals(
                UpperReason.UNEXPECTED_PDU,
                notAssociated(
                        peer -> {
                            seen.add(peer.receive());
                            peer.value(1, 3, new byte[10]);
                            seen.add(peer.receive());
                        }));
        seen.take();
        assertEquals(AbortReason.UNEXPECTED_PDU.pdu(), seen.take());
    }

    @Test
    void anAnswerToWhatWasNotAsked() throws Exception {
        assertEquals(
                UpperReason.CONTEXT_UNASKED,
                notAssociated(
                        peer -> {
                            var request = (Pdu.AssociateRq) peer.receive();
                            peer.send(
                                    new Pdu.AssociateAc(
                                            1,
                                            "A",
                                            "B",
                                            request.applicationContext(),
                                            List.of(
                                                    new ContextAnswer(
                                                            1,
                                                            ContextAnswer.Result.ACCEPTANCE,
                                                            "1.2.3")),
                                            request.user()));
                            seen.add(peer.receive());
                        }));
        assertEquals(AbortReason.INVALID_PARAMETER.pdu(), seen.take());
    }

    @Test
    void noneOfTheContextsAccepted() throws Exception {
        assertEquals(
                UpperReason.NO_CONTEXT,
                notAssociated(
                        peer -> {
                            var request = (Pdu.AssociateRq) peer.receive();
                            peer.send(
                                    new Pdu.AssociateAc(
                                            1,
                                            "A",
                                            "B",
                                            request.applicationContext(),
                                            List.of(
                                                    new ContextAnswer(
                                                            1,
                                                            ContextAnswer.Result.USER_REJECTION,
                                                            "")),
                                            request.user()));
                            seen.add(peer.receive());
                            peer.send(new Pdu.ReleaseRp());
                        }));
        assertEquals(new Pdu.ReleaseRq(), seen.take());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 6, 7})
    void aPeerWhosePdusCarryNothing(long maxLength) throws Exception {
        assertEquals(UpperReason.PEER_PDU_TOO_SHORT, notAssociated(peer -> peer.accept(maxLength)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 8, 65_536, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL})
    void aPeerThatTakesPdusOfAnyLength(long maxLength) throws Exception {
        var longest = new LinkedBlockingQueue<Long>();
        try (var server =
                RawPeer.listen(
                        runner,
                        peer -> {
                            peer.accept(maxLength);
                            long most = 0;
                            while (peer.receive() instanceof Pdu.PDataTf data)
                                most = Math.max(most, data.length());
                            longest.add(most);
                            peer.send(new Pdu.ReleaseRp());
                        })) {
            var association = associate(server, Limits.USUAL);
            association.send(
                    3,
                    CommandBytes.storeRequest(1, CT, "2.25.1"),
                    new ByteArrayInputStream(new byte[maxLength == 8 ? 100 : 1_000_000]));
            association.release();
            long most = longest.take();
            assertTrue(maxLength == 0 || most <= maxLength);
            assertTrue(most <= Limits.USUAL.maxSend());
            assertTrue(most >= Math.min(maxLength == 0 ? 1 << 17 : maxLength, 1 << 17) - 1);
        }
    }

    @Test
    void cancelledWhileWeConnect() throws Exception {
        try (var server = RawPeer.listen(runner, RawPeer::closed)) {
            var job =
                    runner.waiting(
                            "wait",
                            context ->
                                    Association.request(
                                            server.peer(Limits.USUAL),
                                            Proposal.of().with(VERIFICATION, IMPLICIT),
                                            runner,
                                            context));
            Thread.sleep(100);
            job.cancel();
            assertEquals(WorkReason.CANCELLED, assertThrows(Refusal.class, job::await).reason());
        }
    }
}
