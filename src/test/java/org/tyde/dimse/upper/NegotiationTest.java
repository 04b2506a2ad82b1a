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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/// What both sides agree on (PS3.7 D.3.3, PS3.8 9.3.3.2), each side seen from its own.
@Timeout(30)
class NegotiationTest {
    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";

    private final JobRunner runner = new JobRunner(1);
    private final LinkedBlockingQueue<Association> accepted = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        runner.close();
    }

    /// What the requestor does with the association.
    @FunctionalInterface
    private interface Use {
        void with(Association ours, Association theirs) throws Exception;
    }

    private void negotiate(Acceptor acceptor, Proposal proposal, Use use) throws Exception {
        try (var server =
                        AssociationServer.start(
                                Listening.loopback("here", 0),
                                acceptor,
                                (association, _) -> {
                                    accepted.add(association);
                                    while (association.next().isPresent()) {}
                                },
                                runner);
                var ours =
                        Association.request(
                                Peer.of(
                                        "the archive",
                                        "127.0.0.1",
                                        server.port(),
                                        "ARCHIVE",
                                        "TYDE"),
                                proposal,
                                runner,
                                JobContext.NONE)) {
            use.with(ours, accepted.take());
            ours.release();
        }
    }

    @Test
    void theAcceptorsOrderOfTransferSyntaxesDecides() throws Exception {
        negotiate(
                Offer.of(Support.of(CT, EXPLICIT, IMPLICIT), Support.of(VERIFICATION)),
                Proposal.of().with(CT, IMPLICIT, EXPLICIT).with(VERIFICATION, "1.2.3", IMPLICIT),
                (ours, theirs) -> {
                    assertEquals(EXPLICIT, ours.context(CT).orElseThrow().transferSyntax());
                    assertEquals(
                            "1.2.3", ours.context(VERIFICATION).orElseThrow().transferSyntax());
                    assertEquals(
                            ours.contexts().stream().map(AcceptedContext::id).toList(),
                            theirs.contexts().stream().map(AcceptedContext::id).toList());
                });
    }

    @Test
    void eachContextIsAnsweredOnItsOwn() throws Exception {
        negotiate(
                Offer.of(Support.of(CT, EXPLICIT)),
                Proposal.of().with(MR, EXPLICIT).with(CT, IMPLICIT).with(CT, EXPLICIT),
                (ours, _) -> {
                    assertEquals(
                            List.of(5), ours.contexts().stream().map(AcceptedContext::id).toList());
                    assertTrue(ours.context(MR).isEmpty());
                    assertTrue(ours.context(CT, IMPLICIT).isEmpty());
                    assertEquals(5, ours.context(CT, EXPLICIT).orElseThrow().id());
                    assertThrows(IllegalArgumentException.class, () -> ours.send(3, new byte[10]));
                });
        var answer =
                (Answer.Accept)
                        Offer.of(Support.of(CT, EXPLICIT))
                                .answer(
                                        new AssociationRequest(
                                                "A",
                                                "B",
                                                "127.0.0.1",
                                                Proposal.of().with(MR, EXPLICIT).with(CT, IMPLICIT),
                                                false));
        assertEquals(
                List.of(
                        ContextAnswer.Result.ABSTRACT_SYNTAX_NOT_SUPPORTED,
                        ContextAnswer.Result.TRANSFER_SYNTAXES_NOT_SUPPORTED),
                answer.contexts().stream().map(ContextAnswer::result).toList());
    }

    @Test
    void a128ContextsAreProposedAndOneMoreIsNot() throws Exception {
        var proposal = Proposal.of();
        for (int i = 0; i < Proposal.MOST_CONTEXTS; i++) proposal = proposal.with(CT, EXPLICIT);
        var full = proposal;
        assertThrows(IllegalArgumentException.class, () -> full.with(CT, EXPLICIT));
        negotiate(
                Offer.of(Support.of(CT)),
                full,
                (ours, _) -> assertEquals(255, ours.contexts().getLast().id()));
    }

    /// PS3.7 Table D.3-9: what is proposed, what is supported, and what each side may be then.
    @ParameterizedTest
    @CsvSource({
        "true, true, true, true, true, true",
        "false, true, true, true, false, true",
        "true, true, true, false, true, false",
        "true, true, false, true, false, true",
        "false, true, true, false, false, false"
    })
    void rolesAreWhatBothSidesWant(
            boolean asksScu,
            boolean asksScp,
            boolean mayScu,
            boolean mayScp,
            boolean scu,
            boolean scp)
            throws Exception {
        negotiate(
                Offer.of(Support.of(CT).withRoles(mayScu, mayScp)),
                Proposal.of().with(CT, EXPLICIT).withRole(CT, asksScu, asksScp),
                (ours, theirs) -> {
                    var our = ours.context(CT).orElseThrow();
                    var their = theirs.context(CT).orElseThrow();
                    assertEquals(scu, our.scu());
                    assertEquals(scp, our.scp());
                    assertEquals(scu, their.scp());
                    assertEquals(scp, their.scu());
                });
    }

    @Test
    void withoutRolesTheRequestorIsUserAndTheAcceptorProvider() throws Exception {
        negotiate(
                Offer.of(Support.of(CT).withRoles(true, true)),
                Proposal.of().with(CT, EXPLICIT),
                (ours, theirs) -> {
                    var our = ours.context(CT).orElseThrow();
                    var their = theirs.context(CT).orElseThrow();
                    assertTrue(our.scu() && !our.scp() && !their.scu() && their.scp());
                });
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 4, 2, 4, 2", "8, 8, 4, 0, 4, 8", "1, 3, 0, 0, 1, 3"})
    void theWindowIsTheSmallerOfBoth(
            int invoked, int performed, int most, int mostPerformed, int then, int thenPerformed)
            throws Exception {
        var agreed = new AsyncWindow(then, thenPerformed);
        negotiate(
                Offer.of(Support.of(CT)).withWindow(new AsyncWindow(most, mostPerformed)),
                Proposal.of().with(CT, EXPLICIT).withWindow(new AsyncWindow(invoked, performed)),
                (ours, theirs) -> {
                    assertEquals(agreed, ours.window());
                    assertEquals(agreed, theirs.window());
                });
    }

    @Test
    void withoutAWindowOneOperationFollowsTheOther() throws Exception {
        negotiate(
                Offer.of(Support.of(CT)).withWindow(new AsyncWindow(8, 8)),
                Proposal.of().with(CT, EXPLICIT),
                (ours, theirs) -> {
                    assertEquals(AsyncWindow.SYNCHRONOUS, ours.window());
                    assertEquals(AsyncWindow.SYNCHRONOUS, theirs.window());
                });
    }

    @Test
    void whatIsSaidOfASopClassIsAnswered() throws Exception {
        negotiate(
                Offer.of(Support.of(CT))
                        .withExtended(
                                asked ->
                                        Optional.of(
                                                new ExtendedNegotiation(
                                                        asked.sopClass(), new byte[] {0}))),
                Proposal.of()
                        .with(CT, EXPLICIT)
                        .withExtended(new ExtendedNegotiation(CT, new byte[] {1, 1})),
                (ours, theirs) -> {
                    assertArrayEquals(new byte[] {0}, ours.extended().getFirst().information());
                    assertArrayEquals(
                            new byte[] {1, 1}, theirs.extended().getFirst().information());
                });
    }

    @ParameterizedTest
    @EnumSource(UserIdentity.Type.class)
    void whoAsksIsHeardAndAnswered(UserIdentity.Type type) throws Exception {
        var second = type == UserIdentity.Type.USER_NAME_AND_PASSCODE ? "secret" : "";
        var identity =
                new UserIdentity(
                        type,
                        true,
                        "kari".getBytes(StandardCharsets.UTF_8),
                        second.getBytes(StandardCharsets.UTF_8));
        var offer =
                Offer.of(Support.of(CT))
                        .withIdentities(
                                who ->
                                        who.filter(w -> w.type() == type)
                                                .filter(w -> w.primary().length == 4)
                                                .filter(
                                                        w ->
                                                                w.secondary().length
                                                                        == second.length())
                                                .isPresent());
        negotiate(
                offer,
                Proposal.of().with(CT, EXPLICIT).withIdentity(identity),
                (ours, theirs) -> {
                    assertTrue(ours.identityAnswer().isPresent());
                    assertEquals(type, theirs.identity().orElseThrow().type());
                });
    }

    @Test
    void whoAsksWithoutWantingAnAnswerGetsNone() throws Exception {
        negotiate(
                Offer.of(Support.of(CT)),
                Proposal.of().with(CT, EXPLICIT).withIdentity(UserIdentity.ofUser("kari")),
                (ours, _) -> assertFalse(ours.identityAnswer().isPresent()));
    }

    @Test
    void eachSideKnowsTheOthersImplementation() throws Exception {
        negotiate(
                Offer.of(Support.of(CT)),
                Proposal.of().with(CT, EXPLICIT),
                (ours, theirs) -> {
                    for (var side : List.of(ours, theirs)) {
                        assertEquals(
                                "2.25.271828774402512861939035437262189650342",
                                side.implementationClass().orElseThrow());
                        assertEquals("TYDE_0_1", side.implementationVersion().orElseThrow());
                        assertEquals("TYDE", side.callingTitle());
                        assertEquals("ARCHIVE", side.calledTitle());
                    }
                });
    }

    @Test
    void aCommandMayBeSentWhileAnotherThreadReads() throws Exception {
        try (var server =
                        AssociationServer.start(
                                Listening.loopback("here", 0),
                                Offer.of(Support.of(VERIFICATION)),
                                (association, _) -> {
                                    for (var next = association.next();
                                            next.isPresent();
                                            next = association.next())
                                        association.send(1, next.get().command());
                                },
                                runner);
                var association =
                        Association.request(
                                Peer.of("the archive", "127.0.0.1", server.port(), "A", "B"),
                                Proposal.of().with(VERIFICATION, IMPLICIT),
                                runner,
                                JobContext.NONE)) {
            var reading = runner.waiting("read", _ -> association.next().orElseThrow().command());
            Thread.sleep(50);
            association.send(1, CommandBytes.echoRequest(3));
            assertEquals(3, CommandBytes.word(reading.await(), 0x0110));
            var waiting = runner.waiting("read", _ -> association.next());
            Thread.sleep(50);
            association.abort();
            assertEquals(UpperReason.OVER, assertThrows(Refusal.class, waiting::await).reason());
        }
    }

    @ParameterizedTest
    @EnumSource(UserIdentity.Type.class)
    void aSecretLeavesThisComputerOverTlsOnly(UserIdentity.Type type) throws Exception {
        var address = ofThisComputer();
        var listening = new Listening("here", "0.0.0.0", 0, 4, Limits.USUAL, Optional.empty());
        try (var server =
                AssociationServer.start(
                        listening,
                        Offer.of(Support.of(VERIFICATION)),
                        (association, _) -> {
                            while (association.next().isPresent()) {}
                        },
                        runner)) {
            var peer = Peer.of("the archive", address, server.port(), "A", "B");
            var proposal =
                    Proposal.of()
                            .with(VERIFICATION, IMPLICIT)
                            .withIdentity(
                                    new UserIdentity(type, false, new byte[] {65}, new byte[0]));
            if (type == UserIdentity.Type.USER_NAME)
                Association.request(peer, proposal, runner, JobContext.NONE).release();
            else
                assertEquals(
                        UpperReason.IDENTITY_IN_CLEAR,
                        assertThrows(
                                        Refusal.class,
                                        () ->
                                                Association.request(
                                                        peer, proposal, runner, JobContext.NONE))
                                .reason());
        }
    }

    private static String ofThisComputer() throws SocketException {
        var address =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(Inet4Address.class::isInstance)
                        .filter(a -> !a.isLoopbackAddress())
                        .findFirst();
        Assumptions.assumeTrue(address.isPresent(), "skipped: needs a network besides loopback");
        return address.orElseThrow().getHostAddress();
    }
}
