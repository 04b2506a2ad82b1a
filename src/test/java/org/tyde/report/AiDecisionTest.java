package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class AiDecisionTest {
    private static final Instant WHEN = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void aRejectionAloneMakesADraftAndIsThereAfterARestart() throws Exception {
        var report = Reports.begin();
        report.decide(
                AiDecision.AI_REJECTED.on(
                        "2.25.9#1",
                        Optional.of("2.25.7"),
                        "Nodule (ChestNet 4).",
                        WHEN,
                        "LIE, Ingrid"));
        assertFalse(report.content().unwritten());
        var json = new DraftJson();
        var again = json.read("1", json.write(report.head(), report.content(), false));
        assertEquals(report.content().decisions(), again.content().decisions());
        assertEquals(
                Optional.of(AiDecision.AI_REJECTED),
                AiDecision.last(again.content().decisions(), "2.25.9#1"));
        assertEquals(Optional.empty(), AiDecision.last(again.content().decisions(), "2.25.9#2"));
        assertFalse(AiDecision.stands(again.content().decisions(), "2.25.7"));
    }

    @Test
    void theLastDecisionCounts() throws Exception {
        var report = Reports.begin();
        for (var kind : AiDecision.values())
            report.decide(kind.on("2.25.9#1", Optional.of("2.25.7"), "x", WHEN, ""));
        assertEquals(
                Optional.of(AiDecision.AI_REJECTED),
                AiDecision.last(report.content().decisions(), "2.25.9#1"));
        assertTrue(AiDecision.stands(report.content().decisions(), "2.25.7"));
    }
}
