package org.tyde.dimse.upper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dimse.upper.CommandBytes.CT;
import static org.tyde.dimse.upper.CommandBytes.EXPLICIT;
import static org.tyde.dimse.upper.CommandBytes.IMPLICIT;
import static org.tyde.dimse.upper.CommandBytes.VERIFICATION;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What an acceptor of ours does with a requestor that fails, or means ill.
@Timeout(30)
class AcceptorFaultsTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final JobRunner runner = new JobRunner(1);
    private final LinkedBlockingQueue<Object> served = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        runner.close();
    }

    private void serve(Association association, JobContext job) throws Exception {
        try {
            for (var next = association.next(); next.isPresent(); next = association.next()) {
                var data = next.get().data().readAllBytes();
                served.add(data.length);
            }
            served.add("released");
        } catch (Refusal refusal) {
            served.add(refusal.reason());
            throw refusal;
        }
    }

    private AssociationServer server() throws Refusal {
        return server(Listening.loopback("here", 0));
    }

    private AssociationServer server(Listening listening) throws Refusal {
        return AssociationServer.start(
                listening,
                Offer.of(Support.of(VERIFICATION, IMPLICIT), Support.of(CT, EXPLICIT)),
                this::serve,
                runner);
    }

    private static Listening quick() {
        return Listening.loopback("here", 0)
                .withLimits(Limits.USUAL.withNegotiate(SHORT).withSilence(SHORT).withIdle(SHORT));
    }

    private static void associated(RawPeer peer, long maxLength) throws IOException {
        peer.request(maxLength);
        assertInstanceOf(Pdu.AssociateAc.class, peer.receive());
    }

    /// What the server says first to a peer that has just connected.
    private static void answers(AssociationServer server, Pdu expected, RawPeer.Script script)
            throws Exception {
        try (var peer = RawPeer.connect(server.port())) {
            script.run(peer);
            assertEquals(expected, peer.receive());
            peer.socket().shutdownOutput();
            assertTrue(peer.closed());
        }
    }

    @Test
    void aClientThatSaysNothingIsSentAway() throws Exception {
        try (var server = server(quick());
                var peer = RawPeer.connect(server.port())) {
            assertTrue(peer.closed());
        }
    }

    @Test
    void aClientThatSaysItByteByByteIsSentAway() throws Exception {
        try (var server = server(quick());
                var peer = RawPeer.connect(server.port())) {
            long begin = System.nanoTime();
            var bytes = new byte[] {1, 0, 0, 0, 1, 0};
            assertThrows(
                    IOException.class,
                    () -> {
                        for (int i = 0; i < 200; i++) {
                            peer.send(new byte[] {i < 6 ? bytes[i] : 0});
                            Thread.sleep(20);
                        }
                    });
            assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(5));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "02 00 00000004 00000000, 6",
        "03 00 00000004 00000000, 2",
        "04 00 00000006 00000002 0103, 2",
        "05 00 00000004 00000000, 2",
        "06 00 00000004 00000000, 2",
        "99 00 00000004 00000000, 1",
        "04 00 ffffffff 00000000, 6",
        "01 00 ffffffff 00000000, 6",
        "01 00 00000004 00010000, 6",
        "47 45 54202f20 485454502f312e31, 1"
    })
    void whatComesBeforeARequestIsAnsweredWithAnAbort(String hex, int reason) throws Exception {
        try (var server = server();
                var peer = RawPeer.connect(server.port())) {
            var abort = assertInstanceOf(Pdu.Abort.class, peer.send(hex).receive());
            assertTrue(abort.source() == 2 && abort.reason() == reason || abort.source() == 0);
        }
    }

    @Test
    void anAbortBeforeARequestClosesAtOnce() throws Exception {
        try (var server = server();
                var peer = RawPeer.connect(server.port())) {
            peer.send(AbortReason.USER.pdu());
            assertTrue(peer.closed());
        }
    }

    private static Pdu.AssociateRq request(int version, String context) {
        var proposal = Proposal.of().with(VERIFICATION, IMPLICIT);
        return new Pdu.AssociateRq(
                version,
                "A",
                "B",
                context,
                proposal.contexts(),
                UserInformation.ofRequest(proposal, 0));
    }

    @Test
    void anotherVersionOfTheProtocol() throws Exception {
        try (var server = server()) {
            answers(
                    server,
                    Rejection.PROTOCOL_VERSION.pdu(),
                    peer -> peer.send(request(2, Requesting.APPLICATION_CONTEXT)));
        }
    }

    @Test
    void laterVersionsBesideOurs() throws Exception {
        try (var server = server();
                var peer = RawPeer.connect(server.port())) {
            peer.send(request(3, Requesting.APPLICATION_CONTEXT));
            assertInstanceOf(Pdu.AssociateAc.class, peer.receive());
        }
    }

    @Test
    void anotherApplicationContext() throws Exception {
        try (var server = server()) {
            answers(
                    server,
                    Rejection.APPLICATION_CONTEXT.pdu(),
                    peer -> peer.send(request(1, "1.2.3")));
        }
    }

    @Test
    void aCallerWhomNobodyKnows() throws Exception {
        try (var server =
                AssociationServer.start(
                        Listening.loopback("here", 0),
                        Offer.of(Support.of(VERIFICATION)).withCalling("WARD"::equals),
                        this::serve,
                        runner)) {
            answers(server, Rejection.CALLING_TITLE.pdu(), RawPeer::request);
        }
    }

    @Test
    void aCallerWhoDoesNotSayWhoHeIs() throws Exception {
        try (var server =
                AssociationServer.start(
                        Listening.loopback("here", 0),
                        Offer.of(Support.of(VERIFICATION)).withIdentities(Optional::isPresent),
                        this::serve,
                        runner)) {
            answers(server, Rejection.PROVIDER.pdu(), RawPeer::request);
        }
    }

    @Test
    void oneAssociationMoreThanThereIsRoomFor() throws Exception {
        try (var server = server(Listening.loopback("here", 0).withMost(2));
                var one = RawPeer.connect(server.port());
                var two = RawPeer.connect(server.port())) {
            associated(one, 0);
            associated(two, 0);
            answers(server, Rejection.LIMIT.pdu(), RawPeer::request);
            assertEquals(2, server.running());
            one.send(new Pdu.ReleaseRq());
            assertEquals(new Pdu.ReleaseRp(), one.receive());
            one.socket().close();
            while (server.running() > 1) Thread.sleep(5);
            try (var three = RawPeer.connect(server.port())) {
                associated(three, 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "7"})
    void aRequestorWhosePdusCarryNothing(long maxLength) throws Exception {
        try (var server = server()) {
            answers(server, AbortReason.INVALID_PARAMETER.pdu(), peer -> peer.request(maxLength));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "4294967295", "2147483648"})
    void aRequestorThatTakesPdusOfAnyLength(long maxLength) throws Exception {
        try (var server = server();
                var peer = RawPeer.connect(server.port())) {
            associated(peer, maxLength);
            peer.value(3, 3, new byte[10]).value(3, 2, new byte[100]);
            assertEquals(100, served.take());
        }
    }

    /// After the association stands.
    private void aborts(AbortReason expected, RawPeer.Script script) throws Exception {
        try (var server = server()) {
            answers(
                    server,
                    expected.pdu(),
                    peer -> {
                        associated(peer, 0);
                        script.run(peer);
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "02 00 00000004 00000000, INVALID_PARAMETER",
        "03 00 00000004 00010101, UNEXPECTED_PDU",
        "06 00 00000004 00000000, UNEXPECTED_PDU",
        "00 00 00000000, UNRECOGNIZED_PDU",
        "08 00 00000000, UNRECOGNIZED_PDU",
        "05 00 00000000, INVALID_PARAMETER",
        "07 00 00000008 0000000000000000, INVALID_PARAMETER",
        "04 00 00000000, INVALID_PARAMETER",
        "04 00 00000005 0000000000, INVALID_PARAMETER",
        "04 00 00000006 00000000 0103, INVALID_PARAMETER",
        "04 00 00000006 00000001 0103, INVALID_PARAMETER",
        "04 00 00000006 ffffffff 0103, INVALID_PARAMETER",
        "04 00 00000006 00000002 0203, INVALID_PARAMETER",
        "04 00 00000006 00000002 0503, INVALID_PARAMETER",
        "04 00 00000006 00000002 0102, UNEXPECTED_PARAMETER",
        "04 00 ffffffff 00000002 0103, INVALID_PARAMETER"
    })
    void whatDoesNotBelongIsAnsweredWithAnAbort(String hex, AbortReason reason) throws Exception {
        aborts(reason, peer -> peer.send(hex));
    }

    @Test
    void aSecondRequest() throws Exception {
        aborts(AbortReason.UNEXPECTED_PDU, RawPeer::request);
    }

    @Test
    void aReleaseWithinAMessage() throws Exception {
        aborts(
                AbortReason.UNEXPECTED_PDU,
                peer ->
                        peer.value(3, 3, new byte[10])
                                .value(3, 0, new byte[10])
                                .send(new Pdu.ReleaseRq()));
    }

    @Test
    void anAbortWithinAMessage() throws Exception {
        try (var server = server();
                var peer = RawPeer.connect(server.port())) {
            associated(peer, 0);
            peer.value(3, 3, new byte[10]).value(3, 0, new byte[10]).send(AbortReason.USER.pdu());
            assertEquals(UpperReason.ABORTED, served.take());
            assertTrue(peer.closed());
        }
    }

    @Test
    void aRequestThatArrivesAfterTheReleaseIsAbortedAndDataPassedOver() throws Exception {
        try (var server = server();
                var peer = RawPeer.connect(server.port())) {
            associated(peer, 0);
            peer.send(new Pdu.ReleaseRq());
            assertEquals(new Pdu.ReleaseRp(), peer.receive());
            peer.value(3, 3, new byte[10]).request();
            assertEquals(AbortReason.UNEXPECTED_PDU.pdu(), peer.receive());
            peer.send(AbortReason.USER.pdu());
            assertTrue(peer.closed());
        }
    }

    @Test
    void aPeerThatNeverClosesIsClosedByTheTimer() throws Exception {
        try (var server = server(quick());
                var peer = RawPeer.connect(server.port())) {
            associated(peer, 0);
            peer.send(new Pdu.ReleaseRq());
            assertEquals(new Pdu.ReleaseRp(), peer.receive());
            assertTrue(peer.closed());
        }
    }

    @Test
    void aHandlerThatFailsAborts() throws Exception {
        try (var server =
                AssociationServer.start(
                        Listening.loopback("here", 0),
                        Offer.of(Support.of(VERIFICATION)),
                        (_, _) -> {
                            throw new IllegalStateException("a handler that fails in a test");
                        },
                        runner)) {
            answers(
                    server,
                    AbortReason.USER.pdu(),
                    peer -> {
                        peer.request();
                        assertInstanceOf(Pdu.AssociateAc.class, peer.receive());
                    });
        }
    }

    @Test
    void aServerThatClosesAbortsWhatRuns() throws Exception {
        var server = server();
        try (var peer = RawPeer.connect(server.port())) {
            associated(peer, 0);
            server.close();
            assertTrue(peer.closed());
        }
        while (server.running() > 0) Thread.sleep(5);
        assertThrows(IOException.class, () -> RawPeer.connect(server.port()).close());
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (var other = new ServerSocket(0)) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () ->
                                    server(
                                            new Listening(
                                                    "here",
                                                    "0.0.0.0",
                                                    other.getLocalPort(),
                                                    1,
                                                    Limits.USUAL,
                                                    Optional.empty())));
            assertEquals(UpperReason.NO_PORT, refusal.reason());
        }
    }

    @Test
    void releaseOfBothAtOnce() throws Exception {
        var atOnce = new CountDownLatch(1);
        try (var server =
                        AssociationServer.start(
                                Listening.loopback("here", 0),
                                Offer.of(Support.of(VERIFICATION)),
                                (association, _) -> {
                                    atOnce.await();
                                    association.release();
                                    served.add("released");
                                },
                                runner);
                var peer = RawPeer.connect(server.port())) {
            associated(peer, 0);
            peer.send(new Pdu.ReleaseRq());
            atOnce.countDown();
            assertEquals(new Pdu.ReleaseRq(), peer.receive());
            peer.send(new Pdu.ReleaseRp()); // the requestor answers first
            assertEquals(new Pdu.ReleaseRp(), peer.receive());
            assertEquals("released", served.take());
        }
    }

    @Test
    void releaseOfBothAtOnceAsRequestor() throws Exception {
        var seen = new LinkedBlockingQueue<Pdu>();
        try (var server =
                RawPeer.listen(
                        runner,
                        peer -> {
                            peer.accept(0);
                            seen.add(peer.receive());
                            peer.send(new Pdu.ReleaseRq());
                            seen.add(peer.receive());
                            peer.send(new Pdu.ReleaseRp());
                            assertTrue(peer.closed());
                        })) {
            var association =
                    Association.request(
                            server.peer(Limits.USUAL),
                            Proposal.of().with(VERIFICATION, IMPLICIT),
                            runner,
                            JobContext.NONE);
            association.release();
            assertEquals(new Pdu.ReleaseRq(), seen.take());
            assertEquals(new Pdu.ReleaseRp(), seen.take());
        }
    }

    /// CVE-2022-43272 of another toolkit: what each association left behind. `-Dtyde.associations=10000` for the long
    /// run.
    @Test
    @Timeout(600)
    void manyAssociationsLeaveNothingBehind() throws Exception {
        int count = Integer.getInteger("tyde.associations", 400);
        try (var server = server()) {
            associations(server, 200);
            long before = heap();
            associations(server, count);
            long after = heap();
            assertTrue(after - before < 2 << 20, before + " " + after);
        }
    }

    private static void associations(AssociationServer server, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            try (var peer = RawPeer.connect(server.port())) {
                associated(peer, 0);
                switch (i % 4) {
                    case 0 ->
                            assertEquals(
                                    new Pdu.ReleaseRp(), peer.send(new Pdu.ReleaseRq()).receive());
                    case 1 -> peer.send(AbortReason.USER.pdu());
                    case 2 -> peer.value(3, 3, new byte[10]).value(3, 0, new byte[10]);
                    default -> peer.reset();
                }
            }
        }
        for (int i = 0; i < 1000 && server.running() > 0; i++) Thread.sleep(5);
        assertEquals(0, server.running());
    }

    private static long heap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
            var runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
