package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

class ReportTest {
    private static final Locale NB = Locale.of("nb", "NO");
    private final Report report = Reports.begin();

    @Test
    void aReportBeginsWithTheCaretInFindingsAndTheReferralAbove() {
        assertEquals(new Caret(Section.FINDINGS, 0), report.caret());
        assertEquals("Hoste i seks uker.", report.text().of(Section.HISTORY));
        assertEquals(EnumSet.of(Section.FINDINGS, Section.IMPRESSION), report.missing());
    }

    @Test
    void emptySectionsLeaveNoHeading() throws Exception {
        report.type(Section.FINDINGS, 0, 0, "Normale lunger.");
        report.type(Section.IMPRESSION, 0, 0, "Normal thorax.");
        assertEquals(
                """
                Kliniske opplysninger
                Hoste i seks uker.

                Funn
                Normale lunger.

                Konklusjon
                Normal thorax.
                """,
                ReportLayout.of(report.text(), Shape.PLAIN, ReportKind.REPORT, NB).text());
        assertTrue(report.missing().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Funn     | knute  | Funn knute
                    Funn     | .      | Funn.
                    "Funn "  | knute  | Funn knute
                    "("      | 8 mm   | (8 mm
                    8        | ,4     | 8,4
                    """)
    void dictatedWordsArePartedBySpacesButNotFromPunctuation(
            String before, String words, String after) throws Exception {
        report.type(Section.FINDINGS, 0, 0, before);
        report.insert(words, Set.of());
        assertEquals(after, report.text().of(Section.FINDINGS));
        assertEquals(after.length(), report.caret().offset());
    }

    @Test
    void undoTakesBackAnUtteranceAndAWordOfTyping() throws Exception {
        for (var letter : "lunge".split("")) {
            int at = report.caret().offset();
            report.type(Section.FINDINGS, at, at, letter);
        }
        report.insert("normal", Set.of());
        assertEquals("lunge normal", report.text().of(Section.FINDINGS));
        assertTrue(report.undo());
        assertEquals("lunge", report.text().of(Section.FINDINGS));
        assertTrue(report.undo());
        assertEquals("", report.text().of(Section.FINDINGS));
        assertFalse(report.undo());
        assertTrue(report.redo());
        assertTrue(report.redo());
        assertEquals("lunge normal", report.text().of(Section.FINDINGS));
    }

    @Test
    void provisionalWordsAreInNoText() throws Exception {
        report.hear("knute på");
        assertEquals(
                Optional.of(new Report.Provisional(new Caret(Section.FINDINGS, 0), "knute på")),
                report.provisional());
        assertEquals("", report.text().of(Section.FINDINGS));
        report.insert("Knute på 8 mm.", Set.of());
        assertEquals(Optional.empty(), report.provisional());
    }

    @Test
    void marksFollowTheirWordsAndEndWhenTheseAreRewritten() throws Exception {
        report.insert("knute", Set.of(new Meaning.Trial()));
        report.type(Section.FINDINGS, 0, 0, "En ");
        assertEquals(
                List.of(new Mark(Section.FINDINGS, 3, 8, new Meaning.Trial())), report.marks());
        report.type(Section.FINDINGS, 5, 8, "sel");
        assertEquals(
                List.of(new Mark(Section.FINDINGS, 3, 5, new Meaning.Trial())), report.marks());
        report.type(Section.FINDINGS, 3, 5, "");
        assertFalse(report.content().holds(Meaning.Trial.class::isInstance));
    }

    @Test
    void trialMarksCannotBeAcceptedAway() throws Exception {
        report.insert(
                "knute", Set.of(new Meaning.Trial(), new Meaning.Uncertain(0.4, Optional.empty())));
        report.marks().forEach(report::accept);
        assertTrue(report.content().holds(Meaning.Trial.class::isInstance));
        assertFalse(report.content().holds(Meaning.Uncertain.class::isInstance));
    }

    @Test
    void theReferralMayComeLateAndUndoLeavesItAlone() throws Exception {
        report.insert("Normalt.", Set.of());
        report.refer(Reports.told("Tung pust siden i går."));
        assertTrue(report.undo());
        assertEquals("Tung pust siden i går.", report.text().of(Section.HISTORY));
        assertEquals("", report.text().of(Section.FINDINGS));
    }

    @Test
    void theReferralCannotBeWrittenIn() {
        assertThrows(
                IllegalArgumentException.class, () -> report.type(Section.HISTORY, 0, 0, "feil"));
    }

    @Test
    void aSignedReportChangesNoMore() throws Exception {
        report.type(Section.FINDINGS, 0, 0, "Funn");
        report.seal(report.version());
        var refused = assertThrows(Refusal.class, () -> report.insert("sent ord", Set.of()));
        assertEquals(ReportReason.SIGNED_ALREADY, refused.reason());
    }

    @Test
    void caretsAndTheContinuousTextAgree() throws Exception {
        report.type(Section.FINDINGS, 0, 0, "Lunger");
        var layout =
                ReportLayout.of(
                        report.text(),
                        Shape.PLAIN,
                        ReportKind.REPORT,
                        NB,
                        EnumSet.of(Section.IMPRESSION));
        for (var caret :
                List.of(new Caret(Section.FINDINGS, 3), new Caret(Section.IMPRESSION, 0))) {
            int offset = layout.offsetOf(caret).orElseThrow();
            assertEquals(Optional.of(caret), layout.caretAt(offset));
        }
        assertEquals(Optional.empty(), layout.caretAt(0));
        assertEquals(Optional.empty(), layout.offsetOf(new Caret(Section.PROCEDURE, 0)));
    }

    @Test
    void aPriorIsNamedOnlyWhenItHasBeenOnScreen() throws Exception {
        var prior = Reports.study("2.25.7", "CT thorax");
        var refused =
                assertThrows(Refusal.class, () -> Comparison.insert(report, prior, Set.of(), NB));
        assertEquals(ReportReason.PRIOR_NOT_SHOWN, refused.reason());
        Comparison.insert(report, prior, Set.of("2.25.7"), NB);
        Comparison.insert(report, prior, Set.of("2.25.7"), NB);
        assertEquals(
                "Sammenlignet med CT thorax 14.03.2026.", report.text().of(Section.COMPARISON));
        assertEquals(new Caret(Section.FINDINGS, 0), report.caret());
    }
}
