package org.tyde.report.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.PersonName;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Life;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.ScreeningFinding;
import org.tyde.evidence.ScreeningFinding.Outcome;
import org.tyde.evidence.ScreeningFinding.Retake;
import org.tyde.evidence.ScreeningFinding.Score;
import org.tyde.refusal.Refusal;
import org.tyde.report.Field;
import org.tyde.report.Section;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What two readings come to.
class JointReadingTest {
    private static final Locale NORWEGIAN = Locale.of("nb", "NO");

    private static ReportDocument reading(String name, ScreeningFinding... said) {
        return new ReportDocument(
                "2.25." + name.length(),
                "2.25.1",
                Concepts.IMAGING_REPORT,
                DocumentState.AWAITING,
                Optional.empty(),
                Optional.of(
                        new Observer(
                                PersonName.parse(name),
                                Optional.empty(),
                                Optional.of("Sykehuset"),
                                Optional.empty())),
                List.of(),
                Life.awaiting(Awaits.INDEPENDENT_READING),
                List.of(new DocumentSection(Concepts.FINDINGS, "Funn.", List.of(), List.of(said))),
                List.of(),
                List.of(),
                List.of());
    }

    private static ReportDocument scored(String name, int right, int left) {
        return reading(
                name,
                new Score(Laterality.RIGHT, right),
                new Score(Laterality.LEFT, left),
                right + left == 2 ? Outcome.NEGATIVE : Outcome.TO_CONSENSUS);
    }

    private static List<String> open(JointReading joint) {
        var content = joint.draft(NORWEGIAN);
        var open = new ArrayList<String>();
        for (var mark : content.fields())
            if (content.value(mark).isEmpty())
                mark.field().filter(Field::required).map(Field::label).ifPresent(open::add);
        return open;
    }

    @Test
    void twoNegativeReadingsMakeAResultThatOnlyNeedsASignature() throws Exception {
        var joint = new JointReading(List.of(scored("Lie^Ida", 1, 1), scored("Haug^Per", 1, 1)));
        assertTrue(joint.negative());
        assertEquals(List.of(), open(joint));
        var content = joint.draft(NORWEGIAN);
        ScreeningText.of(content).check(content);
        assertEquals(
                "Høyre bryst, skår: 1\nVenstre bryst, skår: 1",
                content.finished().of(Section.FINDINGS).strip());
        assertEquals(
                "Negativ\nGransket uavhengig av LIE, Ida; HAUG, Per.",
                content.finished().of(Section.IMPRESSION).strip());
        assertTrue(content.unwritten(), "a draft that nobody has written in");
    }

    @Test
    void anythingElseIsForTheConsensusToFillIn() {
        var joint = new JointReading(List.of(scored("Lie^Ida", 1, 1), scored("Haug^Per", 1, 2)));
        assertFalse(joint.negative());
        assertEquals(
                List.of("Skår høyre", "Skår venstre", "Utfall", "Til stede ved konsensus"),
                open(joint));
    }

    @Test
    void imagesToBeTakenAgainAreDiscussedAlthoughBothScoresAreOne() {
        var retake =
                reading(
                        "Lie^Ida",
                        new Score(Laterality.RIGHT, 1),
                        new Score(Laterality.LEFT, 1),
                        new Retake());
        assertFalse(new JointReading(List.of(retake, scored("Haug^Per", 1, 1))).negative());
    }

    @Test
    void aReadingWithoutScoresIsNotNegative() {
        assertFalse(
                new JointReading(List.of(reading("Lie^Ida"), scored("Haug^Per", 1, 1))).negative());
    }

    @Test
    void aConsensusMayDismissAScoreAndMayNotRecallWithoutOne() throws Exception {
        var joint = new JointReading(List.of(scored("Lie^Ida", 2, 1), scored("Haug^Per", 1, 1)));
        var content = joint.draft(NORWEGIAN);
        content = Readings.put(content, new Score(Laterality.RIGHT, 2), "2");
        content = Readings.put(content, new Score(Laterality.LEFT, 1), "1");
        var dismissed = Readings.put(content, Outcome.NEGATIVE, "Negativ");
        ScreeningText.of(dismissed).check(dismissed);
        content = Readings.put(content, new Score(Laterality.RIGHT, 1), "1");
        var recalled = Readings.put(content, Outcome.RECALL, "Innkalles til etterundersøkelse");
        var refusal = assertThrows(Refusal.class, () -> ScreeningText.of(recalled).check(recalled));
        assertEquals(ScreeningReason.RECALL_OF_NEGATIVE, refusal.reason());
    }
}
