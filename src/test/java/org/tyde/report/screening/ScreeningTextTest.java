package org.tyde.report.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.evidence.ScreeningFinding;
import org.tyde.evidence.ScreeningFinding.Outcome;
import org.tyde.evidence.ScreeningFinding.Retake;
import org.tyde.evidence.ScreeningFinding.Score;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportContent;
import org.tyde.report.Section;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.study.Laterality;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The template of screening, filled: what it says in codes, and what is refused.
class ScreeningTextTest {
    private static ScreeningReason refused(ReportContent content) {
        var refusal = assertThrows(Refusal.class, () -> ScreeningText.of(content).check(content));
        return (ScreeningReason) refusal.reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "en"})
    void bothTemplatesOfScreeningOfferEveryScoreAndAskForTwoReadings(String language) {
        var content = Readings.begun(language);
        assertTrue(content.shape().independent());
        for (var finding : ScreeningFinding.all())
            if (finding != Outcome.RECALL)
                assertTrue(ScreeningText.field(content, finding).isPresent(), finding.toString());
    }

    @Test
    void aFilledTemplateSaysItsScoresInCodes() throws Exception {
        var content =
                Readings.put(Readings.reading(1, 4, "Til konsensus"), new Retake(), "bør tas om");
        var said = ScreeningText.of(content);
        assertEquals(
                List.of(
                        new Retake(),
                        new Score(Laterality.RIGHT, 1),
                        new Score(Laterality.LEFT, 4)),
                said.of(Section.FINDINGS));
        assertEquals(List.of(Outcome.TO_CONSENSUS), said.of(Section.IMPRESSION));
        said.check(content);
    }

    @Test
    void imagesOfGoodQualitySayNothingInCodes() throws Exception {
        var content = Readings.put(Readings.reading(1, 1, "Negativ"), new Retake(), "god");
        assertEquals(3, ScreeningText.of(content).all().size());
    }

    @Test
    void aBreastWithoutScoreIsRefused() {
        var content = Readings.put(Readings.begun("nb"), new Score(Laterality.RIGHT, 1), "1");
        assertEquals(ScreeningReason.SCORE_MISSING, refused(content));
    }

    @Test
    void aReadingWithoutOutcomeIsRefused() {
        var content = Readings.put(Readings.begun("nb"), new Score(Laterality.RIGHT, 1), "1");
        assertEquals(
                ScreeningReason.OUTCOME_MISSING,
                refused(Readings.put(content, new Score(Laterality.LEFT, 1), "1")));
    }

    @Test
    void whatIsNoOptionIsRefused() {
        var content = Readings.put(Readings.begun("nb"), new Score(Laterality.RIGHT, 1), "seks");
        assertEquals(ScreeningReason.NOT_AN_OPTION, refused(content));
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "1, 3", "5, 5"})
    void fromScoreTwoOnAReaderHandsItToTheConsensus(int right, int left) throws Exception {
        assertEquals(
                ScreeningReason.NEGATIVE_DESPITE_SCORE,
                refused(Readings.reading(right, left, "Negativ")));
        var handed = Readings.reading(right, left, "Til konsensus");
        ScreeningText.of(handed).check(handed);
    }

    @ParameterizedTest
    @CsvSource({
        "Høyre bryst har skår 3., true",
        "I venstre bryst score: 2., true",
        "Høyre bryst har skår 1., false",
        "Venstre aksille uten funn. Skår 3 i 2024., false"
    })
    void aScoreInTheTextThatDiffersFromTheFieldIsRefused(String written, boolean differs)
            throws Exception {
        var content = Readings.reading(1, 1, "Negativ");
        int end = content.text().of(Section.FINDINGS).length();
        var more = content.replaced(Section.FINDINGS, end, end, "\n" + written, Set.of());
        if (differs) assertEquals(ScreeningReason.TEXT_DIFFERS, refused(more));
        else ScreeningText.of(more).check(more);
    }

    @Test
    void otherTemplatesAskForNoSecondReading() {
        for (var held : TemplateLibrary.ours())
            if (!held.template().head().title().toLowerCase(Locale.ROOT).contains("screening"))
                assertFalse(held.template().head().independent(), held.template().head().title());
    }
}
