package org.tyde.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.study.Laterality;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Scores of screening as codes beside the text, judged by programs that know nothing of them.
class ScreeningFindingTest {
    private static final List<ScreeningFinding> SAID =
            List.of(
                    new ScreeningFinding.Score(Laterality.RIGHT, 1),
                    new ScreeningFinding.Score(Laterality.LEFT, 4),
                    new ScreeningFinding.Retake(),
                    ScreeningFinding.Outcome.TO_CONSENSUS);

    @TempDir Path folder;

    private static DataSet reading(Life life) throws Exception {
        var state = life.awaits().isPresent() ? DocumentState.AWAITING : DocumentState.SIGNED;
        var plain = Examples.report(state, List.of());
        return StructuredReport.write(
                new ReportDocument(
                        plain.sopUid(),
                        plain.studyUid(),
                        plain.title(),
                        state,
                        plain.written(),
                        plain.author(),
                        plain.verifiers(),
                        life,
                        List.of(
                                new DocumentSection(
                                        Concepts.FINDINGS,
                                        "Høyre 1, venstre 4.",
                                        List.of(Examples.SLICE),
                                        SAID),
                                new DocumentSection(
                                        Concepts.CONCLUSIONS, "Til konsensus.", List.of())),
                        plain.evidence(),
                        plain.otherEvidence(),
                        plain.predecessors()),
                Examples.image().build());
    }

    @Test
    void scoresComeBackAsCodesAndAreNoLineOfTheText() throws Exception {
        var read = ReadDocument.of(reading(Life.awaiting(Awaits.INDEPENDENT_READING)));
        assertEquals(SAID, read.screening());
        assertEquals("Høyre 1, venstre 4.", read.sections().getFirst().text());
    }

    @Test
    void noJudgeFindsAnErrorInAReading() throws Exception {
        var reading = reading(Life.awaiting(Awaits.INDEPENDENT_READING));
        var said = SrJudges.assertFlawless(reading, folder);
        assertTrue(said.contains("Screening score 4, probably malignant"), said);
        SrJudges.assertAfterTemplate(reading, folder, "TID_2000");
    }

    @Test
    void noJudgeFindsAnErrorInAConsensus() throws Exception {
        SrJudges.assertFlawless(reading(Life.doing(Act.CONCLUDES, "")), folder);
    }

    @Test
    void anOptionOfATemplateNamesOneFinding() {
        for (var one : ScreeningFinding.all())
            assertEquals(Optional.of(one), ScreeningFinding.of(one.option()));
        assertEquals(14, ScreeningFinding.all().size());
        assertEquals(Optional.empty(), ScreeningFinding.of(new Code("1", "99X", "1")));
    }

    @Test
    void thereIsNoScoreBeyondFiveAndNoneOfBothBreastsTogether() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ScreeningFinding.Score(Laterality.RIGHT, 6));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ScreeningFinding.Score(Laterality.BOTH, 1));
    }
}
