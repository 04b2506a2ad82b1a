package org.tyde.dimse.upper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dimse.upper.CommandBytes.CT;
import static org.tyde.dimse.upper.CommandBytes.IMPLICIT;
import static org.tyde.dimse.upper.CommandBytes.VERIFICATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.refusal.Refusal;
import org.tyde.work.WorkReason;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/// What a requestor of ours does when the other side fails once the association stands.
@Timeout(30)
class MessageFaultsTest extends FaultyPeers {
    @Test
    void abortedWhileWeWait() throws Exception {
        assertEquals(UpperReason.ABORTED, nextFails(peer -> peer.send(AbortReason.USER.pdu())));
    }

    @Test
    void abortedWithinAMessage() throws Exception {
        assertEquals(
                UpperReason.ABORTED_BY_PROVIDER,
                nextFails(
                        peer ->
                                peer.value(3, 3, CommandBytes.echoResponse(1))
                                        .value(3, 0, new byte[100])
                                        .send(AbortReason.UNEXPECTED_PDU.pdu())));
    }

    @Test
    void closedWhileWeWait() throws Exception {
        assertEquals(UpperReason.BROKEN_OFF, nextFails(_ -> {}));
    }

    @Test
    void closedWithinAValue() throws Exception {
        assertEquals(
                UpperReason.BROKEN_OFF,
                nextFails(peer -> peer.send("04 00 00000100 000000fc 03 03 00")));
    }

    @Test
    void resetWithinAMessage() throws Exception {
        assertEquals(
                UpperReason.BROKEN_OFF,
                nextFails(
                        peer -> {
                            peer.value(3, 3, CommandBytes.echoResponse(1))
                                    .value(3, 0, new byte[100]);
                            Thread.sleep(100);
                            peer.reset();
                        }));
    }

    @Test
    void silentWithinAMessage() throws Exception {
        assertEquals(
                UpperReason.SILENT,
                nextFails(
                        peer -> {
                            peer.value(3, 3, CommandBytes.echoResponse(1))
                                    .value(3, 0, new byte[100]);
                            seen.add(peer.receive());
                        }));
        assertEquals(AbortReason.USER.pdu(), seen.take());
    }

    @Test
    void silentBetweenMessages() throws Exception {
        assertEquals(UpperReason.IDLE, nextFails(peer -> seen.add(peer.receive())));
        assertEquals(AbortReason.USER.pdu(), seen.take());
    }

    @Test
    void halfClosedAfterItsMessage() throws Exception {
        assertEquals(
                UpperReason.BROKEN_OFF,
                nextFails(
                        peer -> {
                            peer.value(3, 3, CommandBytes.echoResponse(1));
                            peer.socket().shutdownOutput();
                            peer.closed();
                        }));
    }

    @Test
    void aValueInAContextThatIsNotAccepted() throws Exception {
        assertEquals(
                UpperReason.PDV_CONTEXT,
                nextFails(
                        peer -> {
                            peer.value(5, 3, CommandBytes.echoResponse(1));
                            seen.add(peer.receive());
                        }));
        assertEquals(AbortReason.INVALID_PARAMETER.pdu(), seen.take());
    }

    @Test
    void aDataSetWithoutItsCommand() throws Exception {
        assertEquals(
                UpperReason.PDV_ORDER,
                nextFails(
                        peer -> {
                            peer.value(3, 2, new byte[10]);
                            seen.add(peer.receive());
                        }));
        assertEquals(AbortReason.UNEXPECTED_PARAMETER.pdu(), seen.take());
    }

    @Test
    void aCommandWithinADataSet() throws Exception {
        assertEquals(
                UpperReason.PDV_ORDER,
                nextFails(
                        peer -> {
                            peer.value(3, 3, CommandBytes.echoResponse(1))
                                    .value(3, 0, new byte[10])
                                    .value(3, 3, CommandBytes.echoResponse(2));
                            seen.add(peer.receive());
                        }));
    }

    @Test
    void aCommandInTwoContexts() throws Exception {
        assertEquals(
                UpperReason.PDV_ORDER,
                nextFails(
                        peer -> {
                            peer.value(3, 1, new byte[10]).value(1, 3, new byte[10]);
                            seen.add(peer.receive());
                        }));
    }

    @Test
    void aCommandWithoutEnd() throws Exception {
        assertEquals(
                UpperReason.COMMAND_TOO_LONG,
                nextFails(
                        peer -> {
                            for (int i = 0; i < 20; i++) peer.value(3, 1, new byte[16_000]);
                            seen.add(peer.receive());
                        }));
    }

    @Test
    void aPduLongerThanAgreed() throws Exception {
        try (var server =
                RawPeer.listen(
                        runner,
                        peer -> {
                            peer.accept(0).value(3, 3, new byte[5000]);
                            seen.add(peer.receive());
                        })) {
            var association = associate(server, Limits.USUAL.withMaxReceive(4096));
            assertEquals(
                    UpperReason.PDU_TOO_LONG,
                    assertThrows(Refusal.class, association::next).reason());
        }
    }

    @Test
    void aPeerThatTakesNoMoreBytes() throws Exception {
        var over = new CountDownLatch(1);
        try (var server =
                RawPeer.listen(
                        runner,
                        peer -> {
                            peer.accept(0);
                            over.await();
                        })) {
            var association = associate(server, QUICK);
            var endless = new Endless();
            assertEquals(
                    UpperReason.STUCK,
                    assertThrows(
                                    Refusal.class,
                                    () ->
                                            association.send(
                                                    3,
                                                    CommandBytes.storeRequest(1, CT, "2.25.1"),
                                                    endless))
                            .reason());
            over.countDown();
        }
    }

    /// Whoever reads it would never end.
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return length;
        }
    }

    @Test
    void abortedWhileWeSend() throws Exception {
        try (var server =
                RawPeer.listen(
                        runner,
                        peer -> {
                            peer.accept(0);
                            seen.add(peer.receive());
                            peer.send(AbortReason.NOT_SPECIFIED.pdu());
                            peer.socket().shutdownOutput();
                            for (int i = 0; i < 50; i++) seen.add(peer.receive());
                        })) {
            var association = associate(server, Limits.USUAL);
            assertEquals(
                    UpperReason.ABORTED_BY_PROVIDER,
                    assertThrows(
                                    Refusal.class,
                                    () ->
                                            association.send(
                                                    3,
                                                    CommandBytes.storeRequest(1, CT, "2.25.1"),
                                                    new Endless()))
                            .reason());
        }
    }

    @Test
    void aDataSetThatCannotBeRead() throws Exception {
        try (var server =
                RawPeer.listen(
                        runner,
                        peer -> {
                            peer.accept(0);
                            seen.add(peer.receive());
                            seen.add(peer.receive());
                        })) {
            var association = associate(server, Limits.USUAL);
            assertEquals(
                    UpperReason.DATA_UNREADABLE,
                    assertThrows(
                                    Refusal.class,
                                    () ->
                                            association.send(
                                                    3,
                                                    CommandBytes.storeRequest(1, CT, "2.25.1"),
                                                    _ -> {
                                                        throw new IOException("disk");
                                                    }))
                            .reason());
            seen.take();
            assertEquals(AbortReason.USER.pdu(), seen.take());
            assertEquals(
                    UpperReason.OVER,
                    assertThrows(Refusal.class, () -> association.send(1, new byte[10])).reason());
        }
    }

    @Test
    void noAnswerToARelease() throws Exception {
        try (var server =
                RawPeer.listen(
                        runner,
                        peer -> {
                            peer.accept(0);
                            seen.add(peer.receive());
                            seen.add(peer.receive());
                        })) {
            var association = associate(server, QUICK);
            assertEquals(
                    UpperReason.NEGOTIATION_TIMEOUT,
                    assertThrows(Refusal.class, association::release).reason());
            seen.take();
            assertEquals(AbortReason.USER.pdu(), seen.take());
        }
    }

    @Test
    void abortedInsteadOfReleased() throws Exception {
        try (var server =
                RawPeer.listen(
                        runner,
                        peer -> {
                            peer.accept(0);
                            seen.add(peer.receive());
                            peer.value(3, 3, new byte[10]).send(AbortReason.USER.pdu());
                        })) {
            var association = associate(server, QUICK);
            assertEquals(
                    UpperReason.ABORTED,
                    assertThrows(Refusal.class, association::release).reason());
        }
    }

    @Test
    void cancelledWhileWeWait() throws Exception {
        var standing = new CountDownLatch(1);
        try (var server =
                RawPeer.listen(
                        runner,
                        peer -> {
                            peer.accept(0);
                            assertTrue(peer.closed());
                            standing.countDown();
                        })) {
            var begun = new CountDownLatch(1);
            var job =
                    runner.waiting(
                            "wait",
                            context -> {
                                var association =
                                        Association.request(
                                                server.peer(Limits.USUAL),
                                                Proposal.of().with(VERIFICATION, IMPLICIT),
                                                runner,
                                                context);
                                begun.countDown();
                                return association.next();
                            });
            begun.await();
            Thread.sleep(50);
            job.cancel();
            assertEquals(WorkReason.CANCELLED, assertThrows(Refusal.class, job::await).reason());
            standing.await();
        }
    }
}
