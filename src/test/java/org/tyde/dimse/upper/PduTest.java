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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.refusal.Refusal;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// PDUs byte by byte, as PS3.8 9.3 lays them out, and what is refused.
class PduTest {
    private static final HexFormat HEX = HexFormat.of();

    private static Pdu read(byte[] bytes) throws IOException {
        return new PduReader("the archive", new ByteArrayInputStream(bytes), 16384)
                .next()
                .orElseThrow();
    }

    private static UpperReason refused(byte[] bytes) {
        var refusal = assertThrows(Refusal.class, () -> read(bytes));
        assertTrue(refusal.getMessage().startsWith("the archive "), refusal.getMessage());
        assertTrue(refusal.rule().isPresent());
        return (UpperReason) refusal.reason();
    }

    private static Pdu.AssociateRq request(Proposal proposal) {
        return new Pdu.AssociateRq(
                1,
                "ARCHIVE",
                "TYDE",
                Requesting.APPLICATION_CONTEXT,
                proposal.contexts(),
                UserInformation.ofRequest(proposal, 16384));
    }

    private static Proposal echo() {
        return Proposal.of().with(VERIFICATION, IMPLICIT);
    }

    private static byte[] hex(String... parts) {
        return HEX.parseHex(String.join("", parts).replace(" ", ""));
    }

    /// Laid out by hand after Tables 9-11 to 9-16.
    @Test
    void aRequestIsLaidOutAsTable911Says() {
        var bytes =
                PduWriter.bytes(
                        new Pdu.AssociateRq(
                                1,
                                "B",
                                "A",
                                "1.2",
                                List.of(new PresentationContext(1, "1.3", List.of("1.4", "1.5"))),
                                new UserInformation(
                                        0x01020304L,
                                        Optional.of("1.6"),
                                        Optional.of("V"),
                                        Optional.of(new AsyncWindow(2, 3)),
                                        List.of(new RoleSelection("1.3", true, false)),
                                        List.of(),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty())));
        var expected =
                hex(
                        "01 00 00 00 00 93",
                        "00 01 00 00",
                        "42 20202020 20202020 20202020 202020",
                        "41 20202020 20202020 20202020 202020",
                        "00".repeat(32),
                        "10 00 0003 312e32",
                        "20 00 0019 01 00 00 00",
                        "30 00 0003 312e33",
                        "40 00 0003 312e34",
                        "40 00 0003 312e35",
                        "50 00 0027",
                        "51 00 0004 01020304",
                        "52 00 0003 312e36",
                        "53 00 0004 0002 0003",
                        "54 00 0007 0003 312e33 01 00",
                        "55 00 0001 56");
        assertEquals(HEX.formatHex(expected), HEX.formatHex(bytes));
    }

    @Test
    void aRequestWithEveryItemComesBackAsItWent() throws Exception {
        var proposal =
                echo().with(CT, EXPLICIT, IMPLICIT)
                        .withRole(CT, true, true)
                        .withWindow(new AsyncWindow(0, 4))
                        .withExtended(new ExtendedNegotiation(CT, new byte[] {1, 0, 1}))
                        .withCommonExtended(
                                new CommonExtendedNegotiation(
                                        CT, "1.2.840.10008.4.2", List.of("1.2.3", "1.2.4")))
                        .withIdentity(UserIdentity.ofUser("kari", "hemmelig"));
        var request = request(proposal);
        var back = (Pdu.AssociateRq) read(PduWriter.bytes(request));
        assertEquals(request.contexts(), back.contexts());
        assertEquals(proposal.roles(), back.user().roles());
        assertEquals(proposal.window(), back.user().window());
        assertEquals(proposal.commonExtended(), back.user().commonExtended());
        assertArrayEquals(new byte[] {1, 0, 1}, back.user().extended().getFirst().information());
        assertArrayEquals(
                "hemmelig".getBytes(StandardCharsets.UTF_8),
                back.user().identity().orElseThrow().secondary());
        assertFalse(back.toString().contains("hemmelig"));
        assertArrayEquals(PduWriter.bytes(request), PduWriter.bytes(back));
    }

    @ParameterizedTest
    @EnumSource(UserIdentity.Type.class)
    void everyTypeOfIdentityHasItsNumber(UserIdentity.Type type) throws Exception {
        var second = type == UserIdentity.Type.USER_NAME_AND_PASSCODE ? 1 : 0;
        var identity = new UserIdentity(type, true, new byte[] {65}, new byte[second]);
        var bytes = PduWriter.bytes(request(echo().withIdentity(identity)));
        int at = bytes.length - 6 - second - 1;
        assertEquals(List.of(UserIdentity.Type.values()).indexOf(type) + 1, bytes[at]);
        var back = (Pdu.AssociateRq) read(bytes);
        assertEquals(type, back.user().identity().orElseThrow().type());
    }

    @Test
    void anAcceptanceComesBackAsItWent() throws Exception {
        var answer =
                new Answer.Accept(
                        List.of(
                                new ContextAnswer(1, ContextAnswer.Result.ACCEPTANCE, IMPLICIT),
                                new ContextAnswer(
                                        3,
                                        ContextAnswer.Result.TRANSFER_SYNTAXES_NOT_SUPPORTED,
                                        EXPLICIT)),
                        List.of(new RoleSelection(CT, false, true)),
                        Optional.of(AsyncWindow.SYNCHRONOUS),
                        List.of(),
                        Optional.of(new byte[] {7}));
        var pdu =
                new Pdu.AssociateAc(
                        1,
                        "ARCHIVE",
                        "TYDE",
                        Requesting.APPLICATION_CONTEXT,
                        answer.contexts(),
                        UserInformation.ofAcceptance(answer, 0));
        var back = (Pdu.AssociateAc) read(PduWriter.bytes(pdu));
        assertEquals(0, back.user().maxLength());
        assertEquals(4, back.contexts().get(1).result().code());
        assertEquals(answer.roles(), back.user().roles());
        assertArrayEquals(new byte[] {7}, back.user().identityAnswer().orElseThrow());
        assertEquals(answer.contexts().getFirst(), back.contexts().getFirst());
    }

    @Test
    void theShortOnesAreLaidOutAsTheirTablesSay() throws Exception {
        assertArrayEquals(
                hex("03 00 00000004 00 01 01 07"), PduWriter.bytes(Rejection.CALLED_TITLE.pdu()));
        assertArrayEquals(hex("05 00 00000004 00000000"), PduWriter.bytes(new Pdu.ReleaseRq()));
        assertArrayEquals(hex("06 00 00000004 00000000"), PduWriter.bytes(new Pdu.ReleaseRp()));
        assertArrayEquals(
                hex("07 00 00000004 00 00 02 06"),
                PduWriter.bytes(AbortReason.INVALID_PARAMETER.pdu()));
        for (var pdu :
                List.of(
                        Rejection.LIMIT.pdu(),
                        new Pdu.ReleaseRq(),
                        new Pdu.ReleaseRp(),
                        AbortReason.USER.pdu())) assertEquals(pdu, read(PduWriter.bytes(pdu)));
    }

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void everyRejectionIsToldApart(Rejection rejection) {
        var reason = Rejection.reason(rejection.pdu());
        for (var other : Rejection.values())
            if (other != rejection) assertTrue(Rejection.reason(other.pdu()) != reason);
        assertEquals(rejection.pdu().result() == 2, reason.passing());
    }

    @Test
    void codesThatAreNoneAreSaid() {
        assertEquals(
                UpperReason.REJECTED_OTHERWISE, Rejection.reason(new Pdu.AssociateRj(1, 9, 77)));
        assertEquals(UpperReason.REJECTED_FOR_NOW, Rejection.reason(new Pdu.AssociateRj(2, 9, 77)));
    }

    @Test
    void itemsThatNobodyKnowsArePassedOver() throws Exception {
        var bytes = PduWriter.bytes(request(echo()));
        var more = Arrays.copyOf(bytes, bytes.length + 6);
        more[bytes.length] = 0x77;
        more[bytes.length + 3] = 2;
        more[5] = (byte) (more[5] + 6);
        assertEquals(1, ((Pdu.AssociateRq) read(more)).contexts().size());
    }

    @Test
    void paddedUidsAreRead() throws Exception {
        var bytes = PduWriter.bytes(request(Proposal.of().with("1.2.34", "1.2.30")));
        int at = 74 + 4 + Requesting.APPLICATION_CONTEXT.length() + 8 + 4;
        bytes[at + 5] = 0;
        assertEquals(
                "1.2.3", ((Pdu.AssociateRq) read(bytes)).contexts().getFirst().abstractSyntax());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 9, 0x10, 0x44, 0xff})
    void typesThatAreNone(int type) {
        assertEquals(
                UpperReason.UNKNOWN_PDU,
                refused(new byte[] {(byte) type, 0, 0, 0, 0, 4, 0, 0, 0, 0}));
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "3, 5", "5, 0", "5, 3", "6, 8", "7, 2", "7, 4194304"})
    void shortOnesOfAnotherLength(int type, int length) {
        var bytes = new byte[64];
        bytes[0] = (byte) type;
        bytes[3] = (byte) (length >>> 16);
        bytes[5] = (byte) length;
        assertEquals(UpperReason.PDU_LENGTH, refused(bytes));
    }

    @Test
    void fourGibibytesAreNotWaitedFor() {
        for (int type : new int[] {1, 2, 4})
            assertEquals(
                    UpperReason.PDU_TOO_LONG,
                    refused(new byte[] {(byte) type, 0, -1, -1, -1, -1, 0, 0}));
    }

    @Test
    void aMebibyteThatDoesNotComeTakesNoMemory() {
        assertThrows(EOFException.class, () -> read(new byte[] {1, 0, 0, 0x0f, -1, -1, 0, 1}));
    }

    @Test
    void everyCutAndEveryWrongLengthIsRefused() throws Exception {
        var whole =
                PduWriter.bytes(
                        request(
                                echo().withRole(CT, true, true)
                                        .withIdentity(UserIdentity.ofJwt("token"))));
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThrows(Exception.class, () -> read(cut), "cut by its line");
            if (length < 6) continue;
            cut[4] = (byte) (length - 6 >>> 8);
            cut[5] = (byte) (length - 6);
            var reason = refused(cut);
            assertTrue(
                    reason == UpperReason.ITEM_CUT || reason == UpperReason.ITEM_MISSING,
                    length + " " + reason);
        }
        for (int at = 76; at < whole.length; at++) {
            var wrong = whole.clone();
            wrong[at] = -1;
            try {
                read(wrong);
            } catch (IOException refused) {
                assertTrue(refused instanceof Refusal, String.valueOf(refused));
            }
        }
    }

    @Test
    void aContextTwiceOrWithAnEvenId() {
        var twice = PduWriter.bytes(request(echo().with(CT, IMPLICIT)));
        int first = 74 + 4 + Requesting.APPLICATION_CONTEXT.length() + 4;
        var even = twice.clone();
        even[first] = 2;
        assertEquals(UpperReason.BAD_CONTEXT_ID, refused(even));
        even[first] = 0;
        assertEquals(UpperReason.BAD_CONTEXT_ID, refused(even));
        twice[first] = 3;
        assertEquals(UpperReason.CONTEXT_TWICE, refused(twice));
    }

    @Test
    void titlesThatAreNone() {
        var bytes = PduWriter.bytes(request(echo()));
        var blank = bytes.clone();
        Arrays.fill(blank, 10, 26, (byte) ' ');
        assertEquals(UpperReason.BAD_TITLE, refused(blank));
        bytes[27] = '\\';
        assertEquals(UpperReason.BAD_TITLE, refused(bytes));
    }

    @Test
    void uidsThatAreNone() {
        var bytes = PduWriter.bytes(request(echo()));
        bytes[78] = 'x';
        assertEquals(UpperReason.BAD_UID, refused(bytes));
    }

    @Test
    void anIdentityOfATypeThatIsNone() {
        var bytes = PduWriter.bytes(request(echo().withIdentity(UserIdentity.ofUser("a"))));
        bytes[bytes.length - 7] = 6;
        assertEquals(UpperReason.BAD_IDENTITY, refused(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "00000000 01 00, 6, nothing at all",
        "00000001 01 00, 6, less than its own header",
        "00000003 01 00, 6, one byte beyond the PDU",
        "FFFFFFFF 01 00, 6, a length that wraps",
        "FFFFFFFE 01 00, 6, a length that wraps",
        "7FFFFFFF 01 00, 6, 2 GiB",
        "00000002, 4, half a header"
    })
    void valuesThatDoNotFitTheirPdu(String value, int length, String why) throws Exception {
        var bytes = hex("04 00 000000", "%02x".formatted(length), value, "0000000000000000");
        var reader = new PduReader("the archive", new ByteArrayInputStream(bytes), 16384);
        var refusal =
                assertThrows(
                        Refusal.class,
                        () -> reader.next().map(_ -> reader).orElseThrow().value(),
                        why);
        assertEquals(UpperReason.PDV_LENGTH, refusal.reason());
    }

    @Test
    void valuesOfNoBytesAreRead() throws Exception {
        var bytes = hex("04 00 0000000c", "00000002 01 01", "00000002 03 02");
        var reader = new PduReader("the archive", new ByteArrayInputStream(bytes), 12);
        assertTrue(reader.next().isPresent());
        assertTrue(reader.value());
        assertTrue(reader.command() && !reader.last() && reader.contextId() == 1);
        assertTrue(reader.value());
        assertTrue(!reader.command() && reader.last() && reader.contextId() == 3);
        assertFalse(reader.value());
        assertTrue(reader.next().isEmpty());
    }
}
