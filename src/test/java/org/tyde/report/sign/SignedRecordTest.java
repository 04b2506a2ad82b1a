package org.tyde.report.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tyde.refusal.Refusal;
import org.tyde.report.Decision;
import org.tyde.report.ReportId;
import org.tyde.store.Drafts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class SignedRecordTest {
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    private static SignedRecord record(boolean independent) {
        return new SignedRecord(
                new ReportId("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
                "2.25.1",
                SignedRecord.Event.SIGNED,
                NOON,
                "LIE, Ingrid, 1234567",
                "2.25.9",
                List.of(
                        new Decision("NUMBER_SLIP", "12 cm", NOON, "LIE, Ingrid"),
                        new Decision("AI_REJECTED 2.25.5#1", "Nodule (ChestNet 4.2).", NOON, "")),
                Optional.of(new SignedRecord.Images(108, 120)),
                true,
                independent);
    }

    @Test
    void aRecordComesBackAsItWasWritten() throws Exception {
        assertEquals(record(false), SignedRecordJson.read(SignedRecordJson.write(record(false))));
        var back =
                SignedRecord.takenBack(
                        new ReportId("3f2504e0-4f89-41d3-9a0c-0305e82c3301"), "2.25.1", NOON);
        assertEquals(back, SignedRecordJson.read(SignedRecordJson.write(back)));
    }

    @Test
    void whatIsNoRecordIsRefused() {
        assertThrows(
                Refusal.class,
                () ->
                        SignedRecordJson.read(
                                new Drafts.Kept(
                                        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                                        "2.25.1",
                                        NOON,
                                        "{}")));
    }

    @Test
    void whatAnIndependentReaderDecidedIsSeenByHimselfAlone() {
        assertEquals(record(true), record(true).seenBy("LIE, Ingrid, 1234567"));
        assertEquals(List.of(), record(true).seenBy("LIE, Ingrid, 7654321").decisions());
        assertEquals(record(false), record(false).seenBy("anybody"));
    }
}
