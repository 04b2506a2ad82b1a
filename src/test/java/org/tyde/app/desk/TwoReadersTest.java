package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.archive.OrthancServer;
import org.tyde.archive.StudyQuery;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Act;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.Examples;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ScreeningFinding;
import org.tyde.evidence.ScreeningFinding.Score;
import org.tyde.evidence.SrJudges;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;
import org.tyde.report.documents.StudyDocuments;
import org.tyde.report.out.FinishedReport;
import org.tyde.report.out.OutReason;
import org.tyde.report.screening.Readings;
import org.tyde.report.screening.ScreeningReason;
import org.tyde.report.sign.Destination;
import org.tyde.report.sign.Offer;
import org.tyde.report.sign.Release;
import org.tyde.report.sign.SignReason;
import org.tyde.report.sign.SigningOutcome;
import org.tyde.report.sign.StudyReports;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.DimseAddress;
import org.tyde.settings.Settings;
import org.tyde.settings.Signer;
import org.tyde.store.Cache;
import org.tyde.study.Laterality;
import org.tyde.study.Study;
import org.tyde.work.JobContext;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/// Two workstations and one real archive: what the first reader says is met nowhere at the second desk before
/// the second reader has signed, and then everywhere.
@Timeout(120)
class TwoReadersTest {
    private static final String SECRET = "Solsikkefrø";
    private static final Signer LIE =
            new Signer("Lierskogen", "Ida", "Overlege", "Brystsenteret", "9144900");
    private static final Signer HAUG =
            new Signer("Haugland", "Per", "Overlege", "Brystsenteret", "9144901");
    private static final Signer MOEN =
            new Signer("Moen", "Eva", "Overlege", "Brystsenteret", "9144902");

    @TempDir Path folder;
    private final DataSet image =
            Examples.image()
                    .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1.2")
                    .text(Tag.MODALITY, "MG")
                    .text(Tag.PATIENT_SEX, "F")
                    .text(Tag.STUDY_DESCRIPTION, "Mammografi screening")
                    .build();
    private final List<ScreeningDesk> desks = new ArrayList<>();
    private Optional<OrthancServer> orthanc = Optional.empty();
    private boolean byDimse;

    @BeforeEach
    void begin() throws Exception {
        orthanc = Optional.of(OrthancServer.start(folder.resolve("orthanc")));
        var file = folder.resolve("mg.dcm");
        Files.write(file, Cache.part10(image));
        assertTrue(orthanc.get().load(file));
    }

    @AfterEach
    void end() throws Exception {
        for (var desk : desks) desk.close();
        orthanc.ifPresent(OrthancServer::close);
    }

    private Study study() throws Exception {
        return Study.from(image);
    }

    private ScreeningDesk desk(String home, Optional<Signer> signer) throws Exception {
        var server = orthanc.orElseThrow();
        var node =
                byDimse
                        ? ArchiveNode.of(
                                "Orthanc",
                                Optional.empty(),
                                Optional.of(
                                        new DimseAddress(
                                                "127.0.0.1", server.dicomPort(), "ORTHANC", false)))
                        : ArchiveNode.web("Orthanc", server.dicomWeb());
        var plain = Settings.DEFAULTS.withArchives(List.of(node));
        var desk =
                new ScreeningDesk(
                        folder.resolve(home),
                        signer.map(plain::withSigner).orElse(plain),
                        NoForms.ALLOWED);
        desks.add(desk);
        desk.fetch(study());
        return desk;
    }

    /// A sealed reading leaves in no other form.
    private enum NoForms implements Release {
        ALLOWED;

        @Override
        public List<org.tyde.store.Outbox.Item> items(Released report) {
            if (report.head().kind() == ReportKind.CONSENSUS) return List.of();
            throw new AssertionError("a form of a sealed reading");
        }
    }

    private void firstReads(ScreeningDesk desk) throws Exception {
        var content = Readings.reading(1, 4, "Til konsensus");
        int end = content.text().of(Section.FINDINGS).length();
        var said =
                content.replaced(
                        Section.FINDINGS, end, end, "\n" + SECRET + " lateralt.", Set.of());
        assertInstanceOf(
                SigningOutcome.Signed.class, desk.sign(study(), desk.begin(study(), said), image));
        desk.house.archive().sendDataSets(List.of(state()));
    }

    /// An arrow of the first reader, kept beside the reading.
    private DataSet state() {
        return image.toBuilder()
                .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.11.1")
                .text(Tag.SOP_INSTANCE_UID, "2.25.8001")
                .text(Tag.SERIES_INSTANCE_UID, "2.25.8000")
                .text(Tag.MODALITY, "PR")
                .text(Tag.MANUFACTURER, "Tyde")
                .text(Tag.CONTENT_LABEL, "PIL")
                .text(Tag.CONTENT_DESCRIPTION, SECRET)
                .personName(Tag.CONTENT_CREATOR_NAME, PersonName.parse("Lierskogen^Ida"))
                .build();
    }

    private static void written(DataSet set, StringBuilder into) throws Exception {
        into.append(new String(Cache.part10(set), StandardCharsets.UTF_8)).append('\n');
    }

    /// All that the workstation tells of the study, by every door there is.
    private String told(ScreeningDesk desk) throws Exception {
        var told = new StringBuilder();
        var study = study();
        var source = desk.house.archive();
        var cache = desk.house.cache();
        for (var row : desk.house.rows(StudyQuery.ANY))
            told.append(row).append(row.due().map(d -> d.text(java.util.Locale.getDefault())));
        for (var series : source.series(study.uid()))
            for (var object : source.instances(study.uid(), series.uid())) written(object, told);
        for (var located : cache.index().ofStudy(study.uid())) {
            var uid = located.instance().uid();
            written(cache.header(uid), told);
            written(cache.file(uid).dataSet(), told);
        }
        for (var series : cache.index().series(study.uid())) {
            told.append(series);
            for (var one : cache.index().instances(series.uid()))
                written(cache.header(one.uid()), told);
        }
        for (var held : cache.index().held(study.uid())) bytes(cache, held.instance().uid(), told);
        told.append(desk.services.prior(study).await());
        told.append(desk.services.referral(study).await());
        told.append(CaseFindings.of(source, study.uid()));
        var reports = new StudyReports(cache);
        told.append(reports.here(study.uid())).append(reports.there(source, study.uid()));
        var documents = new StudyDocuments(source, cache);
        var who = desk.services.signer();
        for (var document : documents.ofPatient(study, who)) {
            told.append(document);
            written(documents.read(document, who, JobContext.NONE), told);
        }
        return told.toString();
    }

    private static void bytes(Cache cache, String uid, StringBuilder told) throws Exception {
        try {
            told.append(new String(cache.content(uid).all(), StandardCharsets.UTF_8));
        } catch (Refusal withheld) {
            told.append(withheld.reason());
        }
    }

    private void assertNothingTold(ScreeningDesk desk) throws Exception {
        desk.fetch(study());
        var told = told(desk);
        for (var word : List.of(SECRET, "Lierskogen", "screening-score", "konsensus", "9144900"))
            assertFalse(told.contains(word), word);
        assertTrue(told.contains(Awaits.INDEPENDENT_READING.code().value()), "that there is one");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingOfTheFirstReadingIsMetAtTheSecondDeskBeforeItsReaderHasSigned(boolean dimse)
            throws Exception {
        byDimse = dimse;
        var first = desk("lie", Optional.of(LIE));
        firstReads(first);
        assertTrue(told(first).contains(SECRET), "its reader sees it");
        assertNoForms(first);
        assertTrue(first.awaits(study(), Awaits.INDEPENDENT_READING, false));

        var nobody = desk("nobody", Optional.empty());
        assertNothingTold(nobody);

        var second = desk("haug", Optional.of(HAUG));
        assertNothingTold(second);
        assertTrue(second.awaits(study(), Awaits.INDEPENDENT_READING, true));
        second.close();
        desks.remove(second);
        var again = desk("haug", Optional.of(HAUG));
        assertNothingTold(again);
        assertTheEnvelopeIsEmpty(again);

        var outcome =
                again.sign(study(), again.begin(study(), Readings.reading(1, 1, "Negativ")), image);
        assertInstanceOf(SigningOutcome.Signed.class, outcome, "nothing to be shown meanwhile");
        for (var desk : List.of(again, nobody, first)) {
            desk.fetch(study());
            assertTrue(told(desk).contains(SECRET));
        }
        assertTrue(again.awaits(study(), Awaits.CONSENSUS, true));
        assertTrue(first.awaits(study(), Awaits.CONSENSUS, true));
        assertTrue(nobody.awaits(study(), Awaits.CONSENSUS, false));
    }

    private void assertNoForms(ScreeningDesk desk) throws Exception {
        for (var located : desk.house.cache().index().ofStudy(study().uid())) {
            var object = desk.house.cache().header(located.instance().uid());
            if (!ReadDocument.reads(object.textOr(Tag.SOP_CLASS_UID, ""))) continue;
            var refusal = assertThrows(Refusal.class, () -> FinishedReport.of(object, List.of()));
            assertEquals(OutReason.ONE_OF_TWO_READINGS, refusal.reason());
        }
    }

    private void assertTheEnvelopeIsEmpty(ScreeningDesk desk) throws Exception {
        for (var located : desk.house.cache().index().ofStudy(study().uid()))
            if (ReadDocument.reads(located.instance().sopClass()))
                assertEquals(
                        List.of(),
                        ReadDocument.of(desk.house.cache().header(located.instance().uid()))
                                .sections());
        assertEquals(
                2,
                desk.house.cache().index().ofStudy(study().uid()).size(),
                "the image and the envelope; the arrow is left out");
    }

    @Test
    void aReaderCannotBeTheSecondReaderOfHisOwn() throws Exception {
        var first = desk("lie", Optional.of(LIE));
        firstReads(first);
        var elsewhere = desk("elsewhere", Optional.of(LIE));
        var report = elsewhere.begin(study(), Readings.reading(1, 1, "Negativ"));
        var refusal = assertThrows(Refusal.class, () -> elsewhere.sign(study(), report, image));
        assertEquals(SignReason.READ_ALREADY, refusal.reason());
    }

    @Test
    void aThirdReadingIsRefusedAsSoonAsTwoAreKnown() throws Exception {
        var third = desk("moen", Optional.of(MOEN));
        var report = third.begin(study(), Readings.reading(1, 1, "Negativ"));
        firstReads(desk("lie", Optional.of(LIE)));
        var second = desk("haug", Optional.of(HAUG));
        second.sign(study(), second.begin(study(), Readings.reading(1, 1, "Negativ")), image);
        var refusal = assertThrows(Refusal.class, () -> third.sign(study(), report, image));
        assertEquals(SignReason.TWO_HAVE_READ, refusal.reason());
    }

    @Test
    void twoSecondReadersAtOnceMakeThreeReadingsAndOneConsensusOnEveryDesk() throws Exception {
        firstReads(desk("lie", Optional.of(LIE)));
        var second = desk("haug", Optional.of(HAUG));
        var third = desk("moen", Optional.of(MOEN));
        var one = second.begin(study(), Readings.reading(1, 1, "Negativ"));
        var other = third.begin(study(), Readings.reading(2, 1, "Til konsensus"));
        third.delivery.close(); // it is signed, and has not reached the archive
        third.sign(study(), other, image);
        second.sign(study(), one, image);
        for (var object :
                third.house.cache().index().held(study().uid()).stream()
                        .map(h -> h.instance().uid())
                        .toList()) {
            var header = third.house.cache().header(object);
            if (ReadDocument.reads(header.textOr(Tag.SOP_CLASS_UID, ""))
                    && !ReadDocument.of(header).sections().isEmpty())
                third.house.archive().sendDataSets(List.of(header));
        }
        for (var desk : desks) {
            desk.fetch(study());
            var standing =
                    StudyReports.standing(
                            new StudyReports(desk.house.cache())
                                    .there(desk.house.archive(), study().uid()));
            assertEquals(3, standing.readings().size());
            assertEquals(1, standing.turns().size());
            assertEquals(Awaits.CONSENSUS, standing.turns().getFirst().what());
            assertTrue(desk.awaits(study(), Awaits.CONSENSUS, true));
        }
    }

    @Test
    void aReadingIsNeverSentAsPreliminary() throws Exception {
        var desk = desk("lie", Optional.of(LIE));
        var report = desk.begin(study(), Readings.reading(1, 1, "Negativ"));
        desk.looked(study(), image);
        var refusal =
                assertThrows(Refusal.class, () -> desk.services.preliminary(report.id()).await());
        assertEquals(ScreeningReason.NO_PRELIMINARY, refusal.reason());
        var kept =
                new KeptStates(
                        desk.delivery,
                        new Destination(desk.house.archive(), false),
                        () -> Settings.DEFAULTS,
                        desk.reports::readsIndependently);
        var early = assertThrows(Refusal.class, () -> kept.keep(state()));
        assertEquals(ScreeningReason.KEPT_BEFORE_SIGNING, early.reason());
    }

    private Study now(ScreeningDesk desk) throws Exception {
        return desk.house.rows(StudyQuery.ANY).getFirst().study();
    }

    private Offer consensus(ScreeningDesk desk) throws Exception {
        return desk.services.standing(now(desk)).await().offer(ReportKind.CONSENSUS).orElseThrow();
    }

    @Test
    void twoNegativeReadingsGiveAJointResultThatOneOfThemSigns() throws Exception {
        var first = desk("lie", Optional.of(LIE));
        first.sign(study(), first.begin(study(), Readings.reading(1, 1, "Negativ")), image);
        assertEquals(List.of(), first.services.standing(now(first)).await().offers());
        var second = desk("haug", Optional.of(HAUG));
        second.sign(study(), second.begin(study(), Readings.reading(1, 1, "Negativ")), image);
        second.fetch(study());
        var joint = second.services.follow(now(second), consensus(second)).await();
        var signed =
                assertInstanceOf(SigningOutcome.Signed.class, second.sign(study(), joint, image))
                        .document();
        assertEquals(2, signed.predecessors().size());
        assertEquals(Optional.of(Act.CONCLUDES), signed.life().act());
        assertEquals(1, signed.verifiers().size(), "who signs answers for it");
        assertTrue(signed.screening().contains(ScreeningFinding.Outcome.NEGATIVE));
        var said = signed.sections().getLast().text();
        assertTrue(said.contains("LIERSKOGEN, Ida") && said.contains("HAUGLAND, Per"), said);
        for (var desk : desks) {
            desk.fetch(study());
            assertEquals(Optional.empty(), desk.due(study()));
        }
        var again = assertThrows(NoSuchElementException.class, () -> consensus(first));
        assertFalse(again.toString().isEmpty());
    }

    @Test
    void aScoreOfTwoIsForTheConsensusToSettle() throws Exception {
        firstReads(desk("lie", Optional.of(LIE)));
        var second = desk("haug", Optional.of(HAUG));
        second.sign(study(), second.begin(study(), Readings.reading(1, 1, "Negativ")), image);
        var third = desk("moen", Optional.of(MOEN));
        var joint = third.services.follow(now(third), consensus(third)).await();
        var open = assertThrows(Refusal.class, () -> third.sign(study(), joint, image));
        assertEquals(ScreeningReason.SCORE_MISSING, open.reason());
        var content = joint.content();
        content = Readings.put(content, new Score(Laterality.RIGHT, 1), "1");
        content = Readings.put(content, new Score(Laterality.LEFT, 4), "4");
        content =
                Readings.put(
                        content,
                        ScreeningFinding.Outcome.RECALL,
                        "Innkalles til etterundersøkelse");
        joint.become(joint.content(), content);
        var signed =
                assertInstanceOf(SigningOutcome.Signed.class, third.sign(study(), joint, image))
                        .document();
        assertEquals(
                List.of(
                        new Score(Laterality.RIGHT, 1),
                        new Score(Laterality.LEFT, 4),
                        ScreeningFinding.Outcome.RECALL),
                signed.screening());
        SrJudges.assertFlawless(
                third.house.cache().header(signed.sopUid()),
                Files.createDirectories(folder.resolve("judged")));
    }

    @Test
    void aReportOfAnotherKindDoesNotComeBetweenTwoReadings() throws Exception {
        firstReads(desk("lie", Optional.of(LIE)));
        var second = desk("haug", Optional.of(HAUG));
        var report = second.services.begin(study()).await();
        report.type(Section.FINDINGS, 0, 0, "Intet.");
        report.type(Section.IMPRESSION, 0, 0, "Intet.");
        var refusal = assertThrows(Refusal.class, () -> second.sign(study(), report, image));
        assertEquals(ScreeningReason.READING_WANTED, refusal.reason());
    }
}
