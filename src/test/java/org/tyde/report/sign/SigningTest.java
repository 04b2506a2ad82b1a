package org.tyde.report.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.archive.StudyQuery;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.Observer;
import org.tyde.evidence.StructuredReport;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Meaning;
import org.tyde.report.PriorReport;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportReason;
import org.tyde.report.ReportStore;
import org.tyde.report.Reports;
import org.tyde.report.Section;
import org.tyde.report.check.CheckKind;
import org.tyde.report.check.ReportChecker;
import org.tyde.report.check.Surroundings;
import org.tyde.store.Cache;
import org.tyde.store.Outbox;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;
import org.tyde.worklist.ReadingStatus;
import org.tyde.worklist.Worklist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class SigningTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final SigningTerms AT_ONCE = new SigningTerms(Duration.ZERO);
    private static final Optional<Observer> SIGNER = Optional.of(Examples.RADIOLOGIST);

    private static final SigningChecker CHECKER =
            new ReportChecker(_ -> Surroundings.unknown(java.time.LocalDate.of(2026, 11, 22)));

    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private final FakeArchive archive = new FakeArchive();
    private final Destination target = new Destination(archive, false);
    private Cache cache;
    private WorkDatabase work;
    private ReportStore reports;
    private Delivery delivery;
    private Signing signing;
    private Report report;

    @BeforeEach
    void open() throws Exception {
        cache = Cache.open(folder.resolve("cache"), runner);
        work = WorkDatabase.open(folder.resolve("data"));
        reports = new ReportStore(work.drafts(), runner);
        delivery = new Delivery(cache, work, runner, _ -> Optional.of(archive), Clock.systemUTC());
        signing = new Signing(cache, reports, delivery, CHECKER, Release.NONE, NOON, () -> AT_ONCE);
        var image = Examples.image().build();
        cache.accept(image);
        archive.held.add(image);
        report = reports.begin(Study.from(image), Reports.told("Hoste."));
        report.type(Section.FINDINGS, 0, 0, "Knute på 8,4 mm i høyre overlapp.");
        report.type(Section.IMPRESSION, 0, 0, "Økende lungeknute.");
    }

    @AfterEach
    void end() throws Exception {
        delivery.close();
        reports.close();
        cache.close();
        work.close();
        runner.close();
    }

    @Test
    void aSignedReportIsInCacheAndArchiveItsDraftGoneAndTheStudySigned() throws Exception {
        var signed = signed(sign(images(1, 0), SigningChoices.NONE, target));
        delivery.attempt();
        var sop = signed.document().sopUid();
        assertEquals("VERIFIED", cache.header(sop).textOr(Tag.VERIFICATION_FLAG, ""));
        assertEquals(3, archive.held.size(), "image, report and key objects");
        assertTrue(work.drafts().all().isEmpty());
        assertTrue(delivery.waiting().isEmpty());
        assertEquals(
                ReadingStatus.SIGNED, new Worklist(cache, work, runner).status(Examples.STUDY));
    }

    @Test
    void dciodvfyFindsNoErrorInWhatWasStored() throws Exception {
        sign(images(1, 0), SigningChoices.NONE, target);
        delivery.attempt();
        for (var object : archive.held) {
            if (object.textOr(Tag.MODALITY, "").equals("CT")) continue;
            var file = folder.resolve("stored.dcm");
            Files.write(file, Cache.part10(object));
            var said = Programs.run("dciodvfy", file.toString()).text();
            assertFalse(said.contains("Error"), said);
        }
    }

    @Test
    void aPriorReportReadBackSaysWhatWasSigned() throws Exception {
        var signed = signed(sign(images(1, 0), SigningChoices.NONE, target));
        var prior = PriorReport.of(cache.header(signed.document().sopUid()));
        assertEquals(Optional.of("Økende lungeknute."), prior.text(Section.IMPRESSION));
        assertEquals(Optional.of("Hoste."), prior.text(Section.HISTORY));
        assertEquals(SIGNER, prior.document().author());
    }

    @Test
    void missingImagesNeedAChoiceAndTheChoiceStandsInTheReport() throws Exception {
        var images = images(1, 2);
        assertReason(SignReason.IMAGES_MISSING, () -> sign(images, SigningChoices.NONE, target));
        var signed = signed(sign(images, new SigningChoices(true, false, Set.of()), target));
        var prior = PriorReport.of(signed.structuredReport());
        assertEquals(
                Optional.of("Signert da 1 av 3 bilder var mottatt."),
                prior.text(Section.PROCEDURE));
    }

    @Test
    void aReportStoredMeanwhileIsShownFirst() throws Exception {
        var other =
                StructuredReport.write(
                        Examples.report(DocumentState.SIGNED, List.of()), Examples.image().build());
        archive.held.add(other);
        var outcome = sign(images(1, 0), SigningChoices.NONE, target);
        var meanwhile = assertInstanceOf(SigningOutcome.StoredMeanwhile.class, outcome);
        var uid = meanwhile.reports().getFirst().document().sopUid();
        assertFalse(report.sealed());
        signed(sign(images(1, 0), new SigningChoices(false, false, Set.of(uid)), target));
    }

    @Test
    void aReportOfAnothersThatCannotBeReadIsShownWithWhyAndThenStopsNobody() throws Exception {
        var broken =
                StructuredReport.write(
                                Examples.report(DocumentState.SIGNED, List.of()),
                                Examples.image().build())
                        .toBuilder()
                        .text(Tag.PREDECESSOR_DOCUMENTS_SEQUENCE, Vr.LO, "i går")
                        .build();
        archive.held.add(broken);
        var outcome = sign(images(1, 0), SigningChoices.NONE, target);
        var shown =
                assertInstanceOf(SigningOutcome.StoredMeanwhile.class, outcome)
                        .reports()
                        .getFirst()
                        .document();
        assertEquals(Examples.report(DocumentState.SIGNED, List.of()).sopUid(), shown.sopUid());
        var said = shown.sections().getFirst().text();
        assertTrue(said.contains("(0040,A360)"), said);
        signed(
                sign(
                        images(1, 0),
                        new SigningChoices(false, false, Set.of(shown.sopUid())),
                        target));
    }

    @Test
    void aSilentArchiveStopsSigningUntilItIsChosenAndThenTheReportWaits() throws Exception {
        archive.dead = true;
        assertReason(
                SignReason.ARCHIVE_SILENT, () -> sign(images(1, 0), SigningChoices.NONE, target));
        var choice = new SigningChoices(false, true, Set.of());
        var signed = signed(sign(images(1, 0), choice, target));
        delivery.attempt();
        assertEquals(2, delivery.waiting().size());
        assertTrue(cache.holds(signed.document().sopUid()));

        archive.dead = false;
        try (var later =
                new Delivery(
                        cache,
                        work,
                        runner,
                        _ -> Optional.of(archive),
                        Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11)))) {
            later.attempt();
            // the first delivery may still be at it, and sending an object twice does no harm
            var held = new HashSet<String>();
            for (var object : archive.held) held.add(object.textOr(Tag.SOP_INSTANCE_UID, ""));
            assertEquals(3, held.size(), "image, report and key objects");
            assertTrue(later.waiting().isEmpty());
        }
    }

    @Test
    void wordsOfTheTrialModelGoToTheEmbeddedArchiveOnly() throws Exception {
        report.insert("mulig infiltrat", Set.of(new Meaning.Trial()));
        assertReason(
                SignReason.TRIAL_SPEECH, () -> sign(images(1, 0), SigningChoices.NONE, target));
        assertReason(
                SignReason.TRIAL_SPEECH,
                () -> signing.preliminary(summary(images(1, 0), target), target));
        signed(sign(images(1, 0), SigningChoices.NONE, new Destination(archive, true)));
    }

    @Test
    void withoutASignerThereAreOnlyDrafts() throws Exception {
        var summary = signing.summary(report.id(), images(1, 0), Optional.empty(), target);
        assertEquals(
                CheckKind.NO_SIGNER, summary.checks(SigningCheck.Weight.STOPS).getFirst().kind());
        assertReason(
                SignReason.NO_SIGNER, () -> signing.sign(summary, SigningChoices.NONE, target));
    }

    @Test
    void whileTwoWindowsDifferNothingIsSigned() throws Exception {
        work.drafts().save(work.drafts().find(report.id().value()).orElseThrow());
        report.insert("Mer.", Set.of());
        reports.save();
        assertReason(
                ReportReason.WRITTEN_ELSEWHERE,
                () -> sign(images(1, 0), SigningChoices.NONE, target));
    }

    @Test
    void whatWasSummedUpIsWhatIsSigned() throws Exception {
        var summary = summary(images(1, 0), target);
        report.insert("Et ord til.", Set.of());
        assertReason(
                ReportReason.CHANGED_SINCE_SUMMARY,
                () -> signing.sign(summary, SigningChoices.NONE, target));
    }

    @Test
    void anEmptyConclusionStopsSigningAndSaysWhereToGo() throws Exception {
        int end = report.text().of(Section.IMPRESSION).length();
        report.type(Section.IMPRESSION, 0, end, "");
        var check = summary(images(1, 0), target).checks().getFirst();
        assertEquals(CheckKind.SECTION_MISSING, check.kind());
        assertEquals(Optional.of(new Caret(Section.IMPRESSION, 0)), check.caret());
        assertReason(
                SignReason.SECTION_MISSING, () -> sign(images(1, 0), SigningChoices.NONE, target));
    }

    @Test
    void theOtherSideAndAnOpenFieldAreTold() throws Exception {
        int end = report.text().of(Section.FINDINGS).length();
        report.type(Section.FINDINGS, 0, end, "Knute i venstre overlapp, [mål].");
        var kinds =
                summary(images(1, 0), target).checks(SigningCheck.Weight.ASKS).stream()
                        .map(SigningCheck::kind)
                        .toList();
        assertTrue(kinds.contains(CheckKind.OTHER_SIDE), kinds.toString());
        assertTrue(kinds.contains(CheckKind.OPEN_FIELD), kinds.toString());
    }

    @Test
    void signingWaitsForEachDecisionWhichIsKeptWithTheDraftAndFallsWithItsSentence()
            throws Exception {
        int end = report.text().of(Section.FINDINGS).length();
        report.type(Section.FINDINGS, 0, end, "Prikker i teksten ... her.");
        assertReason(SignReason.UNDECIDED, () -> sign(images(1, 0), SigningChoices.NONE, target));
        var asked = summary(images(1, 0), target).checks(SigningCheck.Weight.ASKS).getFirst();
        report.decide(asked.rightAsItIs(NOON.instant(), "Lie"));
        reports.save();
        var kept = work.drafts().all().getFirst().content();
        assertTrue(kept.contains("\"Lie\""), kept);
        var decided = summary(images(1, 0), target).checks(SigningCheck.Weight.ASKS).getFirst();
        assertTrue(decided.decided().isPresent());
        signed(sign(images(1, 0), SigningChoices.NONE, target));
    }

    @Test
    void aListKnowsReportsThatOnlyTheArchiveHolds() throws Exception {
        var elsewhere =
                StructuredReport.write(
                        Examples.report(DocumentState.SIGNED, List.of()), Examples.image().build());
        work.drafts().remove(report.id().value());
        archive.held.clear();
        archive.held.add(Examples.image().text(Tag.MODALITIES_IN_STUDY, "CT", "SR").build());
        archive.held.add(elsewhere);
        var list = new Worklist(cache, work, runner);
        assertEquals(ReadingStatus.SIGNED, list.find(archive, StudyQuery.ANY).getFirst().status());
    }

    @Test
    void aPreliminaryReportIsStoredGoesOnAndIsReplacedBySigning() throws Exception {
        var kept = signing.preliminary(summary(images(1, 0), target), target);
        delivery.attempt();
        assertEquals(DocumentState.PRELIMINARY, DocumentState.of(kept.structuredReport()));
        assertEquals(
                ReadingStatus.PRELIMINARY,
                new Worklist(cache, work, runner).status(Examples.STUDY));
        report.insert("Ferdig.", Set.of());
        var signed = signed(sign(images(1, 0), SigningChoices.NONE, target));
        assertEquals(
                kept.document().sopUid(), signed.document().predecessors().getFirst().sopUid());
    }

    @Test
    void anAddendumIsANewReportThatNamesTheSignedOne() throws Exception {
        var first = signed(sign(images(1, 0), SigningChoices.NONE, target));
        delivery.attempt();
        var signedReport =
                new InstanceReference(
                        Examples.STUDY,
                        first.structuredReport().textOr(Tag.SERIES_INSTANCE_UID, ""),
                        SopClass.ENHANCED_SR_STORAGE,
                        first.document().sopUid());
        var study =
                Study.from(
                        Examples.image().text(Tag.MODALITIES_IN_STUDY, "CT", "SR", "KO").build());
        var standing = new Following(cache, reports).look(study, archive, SIGNER, false);
        var found = standing.signed().map(StoredReport::place);
        assertEquals(Optional.of(signedReport), found);
        report = reports.begin(study, Referral.NONE, found);
        assertEquals(ReportKind.ADDENDUM, report.head().kind());
        report.type(Section.ADDENDUM, 0, 0, "Også en cyste i leveren.");
        var addendum = signed(sign(images(1, 0), SigningChoices.NONE, target));
        assertEquals(List.of(signedReport), addendum.document().predecessors());
        assertEquals("Addendum", addendum.document().sections().getFirst().title().meaning());
    }

    @Test
    void aKilledDispatchIsTakenUpAgainFromTheOutbox() throws Exception {
        var object =
                StructuredReport.write(
                        Examples.report(DocumentState.SIGNED, List.of()), Examples.image().build());
        var id = report.id().value();
        var item = new Outbox.Item.ForArchive("vest", object);
        work.dispatch(
                Optional.of(id),
                new Outbox.Batch(id, Examples.STUDY, Instant.EPOCH, List.of(item)));
        var sop = object.textOr(Tag.SOP_INSTANCE_UID, "");
        assertFalse(cache.holds(sop));
        delivery.recover();
        assertTrue(cache.holds(sop));
    }

    private static ImagesRead images(int received, int missing) {
        return new ImagesRead(
                received,
                OptionalInt.of(received + missing),
                0,
                List.of(Examples.SLICE),
                List.of(
                        new InstanceReference(
                                Examples.STUDY,
                                Examples.SLICE.seriesUid(),
                                Examples.SLICE.sopClass(),
                                Examples.SLICE.sopUid(),
                                List.of(1))),
                List.of(Examples.PRIOR_SLICE));
    }

    private SigningSummary summary(ImagesRead images, Destination to) throws Refusal {
        return signing.summary(report.id(), images, SIGNER, to);
    }

    private SigningOutcome sign(ImagesRead images, SigningChoices choices, Destination to)
            throws Refusal {
        return signing.sign(summary(images, to), choices, to);
    }

    private static SigningOutcome.Signed signed(SigningOutcome outcome) {
        return assertInstanceOf(SigningOutcome.Signed.class, outcome);
    }

    private static void assertReason(Reason reason, Executable act) {
        assertEquals(reason, assertThrows(Refusal.class, act).reason());
    }
}
