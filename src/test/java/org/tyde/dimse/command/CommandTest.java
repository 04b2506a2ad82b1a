package org.tyde.dimse.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.HexFormat;
import java.util.List;

class CommandTest {
    /// By hand from PS3.7 6.3.1 and 9.3.5.1: group length, affected SOP class, field, message id, no data
    /// set.
    private static final String ECHO =
            "00000000 04000000 38000000"
                    + "00000200 12000000 312e322e3834302e31303030382e312e3100"
                    + "00000001 02000000 3000"
                    + "00001001 02000000 0700"
                    + "00000008 02000000 0101";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    void anEchoIsWrittenAsTheStandardHasIt() {
        assertArrayEquals(bytes(ECHO), Requests.echo(7, SopClass.VERIFICATION).encoded());
    }

    @Test
    void anEchoIsReadAsItWasWritten() throws Refusal {
        var read = Command.decoded(bytes(ECHO));
        assertEquals(Operation.C_ECHO_RQ, read.operation());
        assertEquals(7, read.messageId());
        assertEquals(SopClass.VERIFICATION, read.sopClass());
        assertFalse(read.hasDataSet());
    }

    @Test
    void everyDataSetTypeBut0101MeansThatADataSetFollows() throws Refusal {
        for (var type : List.of("0000", "0100", "0200", "feff"))
            assertTrue(Command.decoded(bytes(ECHO.replaceAll("0101$", type))).hasDataSet(), type);
    }

    @Test
    void aResponseNamesTheRequestAndItsInstance() throws Refusal {
        var request =
                Requests.store(65_535, SopClass.CT_IMAGE_STORAGE, "1.2.3", Urgency.MEDIUM).build();
        var answer =
                Command.decoded(
                        Responses.refusing(request, Status.OUT_OF_RESOURCES, "fullt på disken")
                                .encoded());
        assertEquals(Operation.C_STORE_RSP, answer.operation());
        assertEquals(65_535, answer.answersTo());
        assertEquals("1.2.3", answer.sopInstance());
        assertEquals(Status.OUT_OF_RESOURCES, answer.status());
        assertEquals("fullt p? disken", answer.text(Tag.ERROR_COMMENT).orElseThrow());
        assertFalse(answer.hasDataSet());
    }

    @Test
    void requestsOfNServicesNameTheRequestedClass() throws Refusal {
        var read = Command.decoded(Requests.action(3, "1.2.840.10008.1.20.1", "1.9", 1).encoded());
        assertEquals("1.9", read.text(Tag.REQUESTED_SOP_INSTANCE_UID).orElseThrow());
        assertEquals("1.2.840.10008.1.20.1", read.sopClass());
        assertEquals("1.9", read.sopInstance());
    }

    @Test
    void offendingElementsAreTags() throws Refusal {
        var tags = List.of(Tag.PATIENT_ID, Tag.PIXEL_DATA);
        var read =
                Command.decoded(
                        Command.of(Operation.C_FIND_RSP)
                                .tags(Tag.OFFENDING_ELEMENT, tags)
                                .build()
                                .encoded());
        assertEquals(tags, read.tags(Tag.OFFENDING_ELEMENT));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # reason,         bytes
                    CUT_OFF,          00000001 02000000 30
                    CUT_OFF,          00000001 0200
                    CUT_OFF,          00000001 FFFFFFFF 3000
                    NOT_A_COMMAND,    10001000 02000000 4142
                    TWICE,            00000001 02000000 3000 00000001 02000000 3000
                    WRONG_LENGTH,     00000001 04000000 30000000
                    UNKNOWN_COMMAND,  00000001 02000000 3100
                    UNKNOWN_COMMAND,  00001001 02000000 0700
                    """)
    void malformedCommandSetsAreRefused(CommandReason reason, String hex) {
        var refused = assertThrows(Refusal.class, () -> Command.decoded(bytes(hex)));
        assertEquals(reason, refused.reason());
    }

    @Test
    void aCommandSetIsRefusedBeyondItsLimit() {
        var refused = assertThrows(Refusal.class, () -> Command.decoded(new byte[(1 << 16) + 1]));
        assertEquals(CommandReason.TOO_LONG, refused.reason());
    }

    @Test
    void aMissingMessageIdIsNamed() {
        var refused =
                assertThrows(
                        Refusal.class,
                        () -> Command.decoded(bytes("00000001 02000000 3000")).messageId());
        assertEquals(CommandReason.MISSING, refused.reason());
        assertEquals("(0000,0110)", refused.place().orElseThrow());
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        try {
            Command.decoded(bytes);
        } catch (Refusal refused) {
            assertTrue(refused.reason() instanceof CommandReason);
        }
    }

    @Property
    void aDamagedCommandIsReadOrRefused(@ForAll int seed) {
        var bytes = bytes(ECHO);
        bytes[Math.floorMod(seed, bytes.length)] ^= (byte) (seed >>> 8);
        try {
            Command.decoded(bytes);
        } catch (Refusal refused) {
            assertTrue(refused.reason() instanceof CommandReason);
        }
    }

    @Test
    void messageIdsGoRound() {
        var ids = new MessageIds();
        for (int i = 1; i <= 65_535; i++) assertEquals(i, ids.next());
        assertEquals(1, ids.next());
    }
}
