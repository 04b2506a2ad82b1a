package org.tyde.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.Code;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Whose turn it is, told from what lies in the archive, in whatever order it comes.
class StandingTest {
    @TempDir Path folder;
    private static final Observer LIE = person("Lie^Ingrid", "9144900");
    private static final Observer HAUG = person("Haug^Per", "9144901");
    private static final Observer MOEN = person("Moen^Eva", "9144902");

    private static Observer person(String name, String hpr) {
        return new Observer(
                PersonName.parse(name),
                Optional.empty(),
                Optional.of("Sykehuset"),
                Optional.of(hpr));
    }

    private static ReportDocument document(
            String uid, Observer author, DocumentState state, Life life, String... before) {
        var written = Examples.NOON.plusMinutes(uid.charAt(uid.length() - 1));
        return new ReportDocument(
                uid,
                Examples.STUDY,
                Concepts.IMAGING_REPORT,
                state,
                Optional.of(written),
                Optional.of(author),
                Verifier.alone(state, Optional.of(author), written),
                life,
                List.of(new DocumentSection(Concepts.FINDINGS, "Funn.", List.of())),
                List.of(),
                List.of(),
                List.of(before).stream()
                        .map(
                                b ->
                                        new InstanceReference(
                                                Examples.STUDY,
                                                "2.25.7",
                                                SopClass.ENHANCED_SR_STORAGE,
                                                b))
                        .toList());
    }

    private static ReportDocument reading(String uid, Observer author) {
        return document(
                uid, author, DocumentState.AWAITING, Life.awaiting(Awaits.INDEPENDENT_READING));
    }

    private static List<Awaits> turns(ReportDocument... documents) {
        return new Standing(List.of(documents)).turns().stream().map(Standing.Turn::what).toList();
    }

    @Test
    void aSignedReportWaitsForNobody() {
        assertEquals(List.of(), turns(document("2.25.1", LIE, DocumentState.SIGNED, Life.PLAIN)));
    }

    @Test
    void whatSomebodyInTrainingWroteWaitsForAnother() {
        var first =
                document(
                        "2.25.1",
                        LIE,
                        DocumentState.AWAITING,
                        Life.awaiting(Awaits.COUNTERSIGNATURE));
        var turn = new Standing(List.of(first)).turns().getFirst();
        assertEquals(Awaits.COUNTERSIGNATURE, turn.what());
        assertFalse(turn.open(LIE));
        assertTrue(turn.open(HAUG));
        var second =
                document(
                        "2.25.2",
                        LIE,
                        DocumentState.SIGNED,
                        Life.doing(Act.COUNTERSIGNS, ""),
                        "2.25.1");
        assertEquals(List.of(), turns(first, second));
    }

    @Test
    void twoWhoSignedWithoutKnowingOfEachOtherStandBesideEachOther() {
        var first = document("2.25.1", LIE, DocumentState.SIGNED, Life.PLAIN);
        var second = document("2.25.2", HAUG, DocumentState.SIGNED, Life.PLAIN);
        assertEquals(
                List.of(first, second), new Standing(List.of(second, first)).besideEachOther());
        var amended =
                document(
                        "2.25.3",
                        HAUG,
                        DocumentState.SIGNED,
                        Life.doing(Act.AMENDS, "Feil side."),
                        "2.25.1",
                        "2.25.2");
        assertEquals(
                List.of(amended), new Standing(List.of(first, second, amended)).besideEachOther());
    }

    @Test
    void anAddendumTakesNobodysPlace() {
        var first =
                document("2.25.1", LIE, DocumentState.SIGNED, Life.awaiting(Awaits.SECOND_READING));
        var plain = document("2.25.2", LIE, DocumentState.SIGNED, Life.PLAIN, "2.25.1");
        var addendum =
                new ReportDocument(
                        plain.sopUid(),
                        plain.studyUid(),
                        plain.title(),
                        plain.state(),
                        plain.written(),
                        plain.author(),
                        plain.verifiers(),
                        plain.life(),
                        List.of(new DocumentSection(Concepts.ADDENDUM, "Og en cyste.", List.of())),
                        List.of(),
                        List.of(),
                        plain.predecessors());
        assertEquals(List.of(Awaits.SECOND_READING), turns(first, addendum));
    }

    @Test
    void aReadingIsSealedUntilTheOtherOneIsSigned() {
        var first = reading("2.25.1", LIE);
        var alone = new Standing(List.of(first));
        assertEquals(List.of(first), alone.visibleTo(Optional.of(LIE)));
        assertEquals(List.of(), alone.visibleTo(Optional.of(HAUG)));
        assertEquals(List.of(), alone.visibleTo(Optional.empty()), "nobody is entered");
        assertEquals(List.of(Awaits.INDEPENDENT_READING), turns(first));
        var both = new Standing(List.of(first, reading("2.25.2", HAUG)));
        assertEquals(2, both.visibleTo(Optional.of(LIE)).size());
        assertEquals(2, both.visibleTo(Optional.of(MOEN)).size());
        assertEquals(
                List.of(Awaits.CONSENSUS), both.turns().stream().map(Standing.Turn::what).toList());
    }

    @Test
    void twoReadingsOfTheSameReaderAreOneReading() {
        var standing = new Standing(List.of(reading("2.25.1", LIE), reading("2.25.2", LIE)));
        assertEquals(List.of(), standing.visibleTo(Optional.of(HAUG)));
        assertEquals(Awaits.INDEPENDENT_READING, standing.turns().getFirst().what());
    }

    @Test
    void aConsensusEndsTheReadingsAndLeavesThemOpen() {
        var first = reading("2.25.1", LIE);
        var second = reading("2.25.2", HAUG);
        var joined =
                document(
                        "2.25.3",
                        LIE,
                        DocumentState.SIGNED,
                        Life.doing(Act.CONCLUDES, ""),
                        "2.25.1",
                        "2.25.2");
        assertEquals(List.of(), turns(first, second, joined));
        assertEquals(
                3,
                new Standing(List.of(first, second, joined)).visibleTo(Optional.of(MOEN)).size());
    }

    @Test
    void theOrderInWhichTheDocumentsComeMakesNoDifference() {
        var all =
                new ArrayList<>(
                        List.of(
                                reading("2.25.1", LIE),
                                reading("2.25.2", HAUG),
                                document("2.25.4", MOEN, DocumentState.SIGNED, Life.PLAIN)));
        var expected = new Standing(all).turns();
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(all, random);
            assertEquals(expected, new Standing(all).turns());
        }
    }

    @Test
    void whatAReportWaitsForComesBackFromTheDocument() throws Exception {
        for (var awaits : Awaits.values()) {
            var told = life(Life.awaiting(awaits));
            assertEquals(Life.awaiting(awaits), told.life());
            assertEquals(4, told.sections().size(), "no section says it again");
        }
        for (var act : Act.values())
            assertEquals(Life.doing(act, "Feil side."), life(Life.doing(act, "Feil side.")).life());
        assertEquals(Optional.empty(), Awaits.of(new Code("awaits-consensus", "99OTHER", "?")));
    }

    private static ReportDocument life(Life life) throws Exception {
        var plain = Examples.report(DocumentState.AWAITING, List.of());
        var document =
                new ReportDocument(
                        plain.sopUid(),
                        plain.studyUid(),
                        plain.title(),
                        plain.state(),
                        plain.written(),
                        plain.author(),
                        plain.verifiers(),
                        life,
                        plain.sections(),
                        plain.evidence(),
                        plain.otherEvidence(),
                        plain.predecessors());
        return ReadDocument.of(StructuredReport.write(document, Examples.image().build()));
    }

    @Test
    void aNumberOfAnotherRegisterMakesNobodySomebodyElse() throws Exception {
        var written =
                StructuredReport.write(
                        Examples.report(DocumentState.SIGNED, List.of()), Examples.image().build());
        var author = written.item(Tag.AUTHOR_OBSERVER_SEQUENCE).orElseThrow();
        var local = new Code("4711", "99SIV", "Local");
        var foreign =
                written.toBuilder()
                        .sequence(
                                Tag.AUTHOR_OBSERVER_SEQUENCE,
                                author.toBuilder()
                                        .code(Tag.PERSON_IDENTIFICATION_CODE_SEQUENCE, local)
                                        .build())
                        .build();
        var read = ReadDocument.of(foreign).author().orElseThrow();
        assertEquals(Optional.empty(), read.hprNumber());
        assertTrue(read.same(ReadDocument.of(written).author().orElseThrow()));
    }

    @Test
    void aVerifiersTimeIsToldInTheTimeOfThisPlace() throws Exception {
        var written =
                StructuredReport.write(
                        Examples.report(DocumentState.SIGNED, List.of()), Examples.image().build());
        var verifier =
                written.item(Tag.VERIFYING_OBSERVER_SEQUENCE).orElseThrow().toBuilder()
                        .text(Tag.VERIFICATION_DATE_TIME, "20261122143000+0330")
                        .build();
        var elsewhere =
                written.toBuilder().sequence(Tag.VERIFYING_OBSERVER_SEQUENCE, verifier).build();
        var here =
                Instant.parse("2026-11-22T11:00:00Z")
                        .atZone(ZoneId.systemDefault())
                        .toLocalDateTime();
        assertEquals(Optional.of(here), ReadDocument.of(elsewhere).verifiers().getFirst().when());
    }

    @Test
    void theAuthorIsNotTheOneWhoVerified() throws Exception {
        var plain = Examples.report(DocumentState.SIGNED, List.of());
        var document =
                new ReportDocument(
                        plain.sopUid(),
                        plain.studyUid(),
                        plain.title(),
                        plain.state(),
                        plain.written(),
                        Optional.of(LIE),
                        List.of(new Verifier(HAUG, Optional.of(Examples.NOON))),
                        Life.doing(Act.COUNTERSIGNS, ""),
                        plain.sections(),
                        plain.evidence(),
                        plain.otherEvidence(),
                        plain.predecessors());
        var written = StructuredReport.write(document, Examples.image().build());
        SrJudges.assertFlawless(written, folder);
        SrJudges.assertAfterTemplate(written, folder, "TID_2000");
        var read = ReadDocument.of(written);
        assertEquals(Optional.of(LIE), read.author());
        assertEquals(document.verifiers(), read.verifiers());
        assertEquals(Optional.of(HAUG), read.responsible());
    }
}
