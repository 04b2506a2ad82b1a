package org.tyde.dimse.upper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dimse.upper.CommandBytes.CT;
import static org.tyde.dimse.upper.CommandBytes.EXPLICIT;
import static org.tyde.dimse.upper.CommandBytes.IMPLICIT;
import static org.tyde.dimse.upper.CommandBytes.VERIFICATION;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;

/// Both sides of an association, on this computer.
class AssociationTest {
    private final JobRunner runner = new JobRunner(1);
    private final LinkedBlockingQueue<byte[]> received = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        runner.close();
    }

    /// Answers C-ECHO and C-STORE.
    private void serve(Association association, JobContext job) throws Exception {
        while (true) {
            var next = association.next();
            if (next.isEmpty()) return;
            var message = next.get();
            int id = CommandBytes.word(message.command(), 0x0110);
            if (CommandBytes.word(message.command(), 0x0100) == 0x0030)
                association.send(message.contextId(), CommandBytes.echoResponse(id));
            else {
                received.add(message.data().readAllBytes());
                association.send(message.contextId(), CommandBytes.storeResponse(id, CT, "2.25.1"));
            }
        }
    }

    private AssociationServer server(Listening listening) throws Refusal {
        return AssociationServer.start(
                listening,
                Offer.of(Support.of(VERIFICATION, IMPLICIT), Support.of(CT, EXPLICIT, IMPLICIT)),
                this::serve,
                runner);
    }

    private Association associate(AssociationServer server, Limits limits) throws Refusal {
        return Association.request(
                Peer.of("the archive", "127.0.0.1", server.port(), "ARCHIVE", "TYDE")
                        .withLimits(limits),
                Proposal.of().with(VERIFICATION, IMPLICIT).with(CT, IMPLICIT, EXPLICIT),
                runner,
                JobContext.NONE);
    }

    @Test
    void anEchoIsAnsweredAndTheAssociationReleased() throws Exception {
        try (var server = server(Listening.loopback("here", 0));
                var association = associate(server, Limits.USUAL)) {
            assertEquals(2, association.contexts().size());
            assertEquals(EXPLICIT, association.context(3).orElseThrow().transferSyntax());
            int id = association.context(VERIFICATION).orElseThrow().id();
            association.send(id, CommandBytes.echoRequest(7));
            var answer = association.next().orElseThrow();
            assertEquals(7, CommandBytes.word(answer.command(), 0x0120));
            association.release();
            assertFalse(association.established());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "2, 0",
        "16, 8",
        "17, 9",
        "1000, 8",
        "100000, 16384",
        "1000000, 131072",
        "262132, 131078",
        "262133, 131078",
        "262144, 0"
    })
    void aDataSetArrivesWholeWhateverThePduLength(int length, int maxReceive) throws Exception {
        var data = new byte[length];
        new Random(length).nextBytes(data);
        var listening =
                Listening.loopback("here", 0).withLimits(Limits.USUAL.withMaxReceive(maxReceive));
        try (var server = server(listening);
                var association = associate(server, Limits.USUAL)) {
            int id = association.context(CT).orElseThrow().id();
            var command = CommandBytes.storeRequest(1, CT, "2.25.1");
            association.send(id, command, new ByteArrayInputStream(data));
            assertArrayEquals(data, received.take());
            assertTrue(association.next().isPresent());
            association.send(id, command, out -> out.write(data));
            assertArrayEquals(data, received.take());
            assertTrue(association.next().isPresent());
            association.send(
                    id,
                    command,
                    out -> {
                        for (byte one : Arrays.copyOf(data, Math.min(100, length))) out.write(one);
                    });
            assertArrayEquals(Arrays.copyOf(data, Math.min(100, length)), received.take());
            association.release();
        }
    }

    @Test
    void whatIsNotReadOfADataSetIsPassedOver() throws Exception {
        try (var server =
                        AssociationServer.start(
                                Listening.loopback("here", 0),
                                Offer.of(Support.of(CT)),
                                (association, _) -> {
                                    for (var next = association.next();
                                            next.isPresent();
                                            next = association.next())
                                        received.add(next.get().command());
                                },
                                runner);
                var association =
                        Association.request(
                                Peer.of("the archive", "127.0.0.1", server.port(), "A", "B"),
                                Proposal.of().with(CT, EXPLICIT),
                                runner,
                                JobContext.NONE)) {
            for (int i = 1; i <= 3; i++)
                association.send(
                        1,
                        CommandBytes.storeRequest(i, CT, "2.25.1"),
                        new ByteArrayInputStream(new byte[500_000]));
            for (int i = 1; i <= 3; i++)
                assertEquals(i, CommandBytes.word(received.take(), 0x0110));
            association.release();
        }
    }

    @Test
    void aTitleThatIsNotOursIsRejected() throws Exception {
        try (var server =
                AssociationServer.start(
                        Listening.loopback("here", 0),
                        Offer.of(Support.of(VERIFICATION)).withCalled("TYDE"),
                        this::serve,
                        runner)) {
            var refusal = assertThrows(Refusal.class, () -> associate(server, Limits.USUAL));
            assertEquals(UpperReason.REJECTED_CALLED_TITLE, refusal.reason());
            assertTrue(refusal.getMessage().contains("ARCHIVE"), refusal.getMessage());
        }
    }

    @Test
    void anAbortEndsBothSides() throws Exception {
        var seen = new LinkedBlockingQueue<Refusal>();
        try (var server =
                AssociationServer.start(
                        Listening.loopback("here", 0),
                        Offer.of(Support.of(VERIFICATION)),
                        (association, _) ->
                                seen.add(assertThrows(Refusal.class, association::next)),
                        runner)) {
            var association = associate(server, Limits.USUAL);
            association.abort();
            assertEquals(UpperReason.ABORTED, seen.take().reason());
            assertFalse(association.established());
            assertEquals(UpperReason.OVER, assertThrows(Refusal.class, association::next).reason());
        }
    }
}
