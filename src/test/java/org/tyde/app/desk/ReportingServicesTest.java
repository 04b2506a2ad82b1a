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
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.Life;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.imaging.FrameKey;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportReason;
import org.tyde.report.ReportStore;
import org.tyde.report.Section;
import org.tyde.report.check.ReportChecker;
import org.tyde.report.sign.Delivery;
import org.tyde.report.sign.Destination;
import org.tyde.report.sign.FakeArchive;
import org.tyde.report.sign.Release;
import org.tyde.report.sign.SignReason;
import org.tyde.report.sign.Signing;
import org.tyde.report.sign.SigningChoices;
import org.tyde.report.sign.SigningOutcome;
import org.tyde.report.sign.SigningTerms;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.settings.Settings;
import org.tyde.settings.Signer;
import org.tyde.store.Cache;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What the report's pane asks for, answered by drafts, archive and signing themselves.
@Timeout(60)
class ReportingServicesTest {
    private static final Signer SIGNER =
            new Signer("Lie", "Ingrid", "Overlege", "Demosykehuset", "1234567");

    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(1);
    private final FakeArchive archive = new FakeArchive();
    private final DataSet image =
            Examples.image()
                    .text(Tag.REASON_FOR_THE_REQUESTED_PROCEDURE, "Nodul, vekst?")
                    .text(Tag.ADDITIONAL_PATIENT_HISTORY, "Røyker.")
                    .build();
    private Settings settings = Settings.DEFAULTS.withSigner(SIGNER);
    private Optional<Opened> opened = Optional.empty();

    private record Opened(
            Cache cache,
            WorkDatabase work,
            ReportStore reports,
            Delivery delivery,
            ReportingServices services) {}

    @BeforeEach
    void open() throws Exception {
        var cache = Cache.open(folder.resolve("cache"), runner);
        var work = WorkDatabase.open(folder.resolve("data"));
        var reports = new ReportStore(work.drafts(), runner);
        var delivery =
                new Delivery(cache, work, runner, _ -> Optional.of(archive), Clock.systemUTC());
        var signing =
                new Signing(
                        cache,
                        reports,
                        delivery,
                        new ReportChecker(new CaseAround(cache, Clock.systemUTC())),
                        Release.NONE,
                        Clock.systemUTC(),
                        () -> new SigningTerms(Duration.ZERO));
        var services =
                new ReportingServices(
                        reports,
                        signing,
                        new Destination(archive, true),
                        cache,
                        runner,
                        () -> settings,
                        new TemplateLibrary(
                                folder.resolve("machine"), folder.resolve("templates")));
        opened = Optional.of(new Opened(cache, work, reports, delivery, services));
        cache.accept(image);
        archive.held.add(image);
    }

    @AfterEach
    void close() throws Exception {
        var all = opened.orElseThrow();
        all.delivery().close();
        all.reports().close();
        all.cache().close();
        all.work().close();
        runner.close();
    }

    private ReportingServices services() {
        return opened.orElseThrow().services();
    }

    private Study study() throws Refusal {
        return Study.from(image);
    }

    private void looked(int neverShown) throws Refusal {
        var uid = image.text(Tag.SOP_INSTANCE_UID).orElseThrow();
        var now =
                new ReadImages(
                        study().uid(),
                        1,
                        OptionalInt.of(1),
                        neverShown,
                        Set.of(uid),
                        List.of(new FrameKey(uid, 1)),
                        CaseGroups.NONE,
                        Map.of());
        services().look(() -> Optional.of(now));
    }

    private static final Observer TRAINEE =
            new Observer(
                    PersonName.of("Østby", "Jonas"),
                    Optional.of("LIS"),
                    Optional.of("Demosykehuset"),
                    Optional.of("9144911"));

    private Study withReport() throws Exception {
        var plain = Examples.report(DocumentState.AWAITING, List.of());
        archive.held.add(
                StructuredReport.write(
                        new ReportDocument(
                                plain.sopUid(),
                                plain.studyUid(),
                                plain.title(),
                                plain.state(),
                                plain.written(),
                                Optional.of(TRAINEE),
                                List.of(),
                                Life.awaiting(Awaits.COUNTERSIGNATURE),
                                plain.sections(),
                                plain.evidence(),
                                plain.otherEvidence(),
                                List.of()),
                        image));
        return Study.from(image.toBuilder().text(Tag.MODALITIES_IN_STUDY, "CT", "SR").build());
    }

    @Test
    void aSpecialistWhoOpensWhatATraineeHasSentHasItsTextToCountersign() throws Exception {
        var study = withReport();
        var report = services().begin(study).await();
        assertEquals(ReportKind.COUNTERSIGNATURE, report.head().kind());
        assertEquals("Økende lungeknute.", report.text().of(Section.IMPRESSION));
        services().putAside(report.id()).await();
        assertEquals(List.of(), opened.orElseThrow().work().drafts().all(), "nothing was changed");
        var again = services().begin(study).await();
        again.insert("Enig.", Set.of());
        services().putAside(again.id()).await();
        assertEquals(1, opened.orElseThrow().work().drafts().all().size());
        assertEquals(again.id(), services().begin(study).await().id());
        var amended =
                services()
                        .follow(study, services().standing(study).await().offers().getFirst())
                        .await();
        assertEquals(again.id(), amended.id(), "one draft of a kind");
    }

    @Test
    void whoIsInTrainingBeginsAReportOfHisOwnAndCanSendHisOwnAnew() throws Exception {
        settings =
                Settings.DEFAULTS.withSigner(
                        new Signer("Østby", "Jonas", "LIS", "Demosykehuset", "9144911"));
        var study = withReport();
        assertEquals(ReportKind.REPORT, services().begin(study).await().head().kind());
        var offers = services().standing(study).await().offers();
        assertEquals(List.of(ReportKind.REPORT), offers.stream().map(o -> o.kind()).toList());
    }

    @Test
    void ofASilentArchiveWhatIsHereIsSaidToBeAll() throws Exception {
        var study = withReport();
        archive.dead = true;
        var standing = services().standing(study).await();
        assertFalse(standing.whole());
        assertEquals(List.of(), standing.offers());
    }

    @Test
    void theReferralIsReadFromTheArchive() throws Exception {
        var referral = services().referral(study()).await();
        assertEquals(Optional.of("Nodul, vekst?"), referral.reason());
        assertEquals(
                Map.of(Section.ORDER, "Nodul, vekst?", Section.HISTORY, "Røyker."),
                referral.sections());
    }

    @Test
    void aSignedReportComesBackAsThePriorReport() throws Exception {
        looked(0);
        assertTrue(services().prior(study()).await().isEmpty());
        var report = services().begin(study()).await();
        report.type(Section.FINDINGS, 0, 0, "Nodul på 8,4 mm.");
        report.type(Section.IMPRESSION, 0, 0, "Vekst.");
        services().save(report.id()).await();
        var summary = services().summary(report.id()).await();
        assertTrue(summary.ready(), () -> summary.checks().toString());
        assertEquals("Vekst.", summary.conclusion());
        assertEquals(1, summary.images().keyImages().size());
        var outcome = services().sign(summary, SigningChoices.NONE).await();
        assertInstanceOf(SigningOutcome.Signed.class, outcome);
        opened.orElseThrow().delivery().attempt();
        var prior = services().prior(study()).await().orElseThrow();
        assertEquals(Optional.of("Vekst."), prior.text(Section.IMPRESSION));
        var next = services().begin(study()).await();
        assertEquals(ReportKind.ADDENDUM, next.head().kind(), "what comes later is an addendum");
        assertEquals(Section.ADDENDUM, next.caret().section());
        assertEquals("LIE, Ingrid", prior.document().author().orElseThrow().name().display());
    }

    @Test
    void withoutASignerTheSummarySaysSo() throws Exception {
        looked(0);
        settings = Settings.DEFAULTS;
        var report = services().begin(study()).await();
        var summary = services().summary(report.id()).await();
        assertTrue(summary.signer().isEmpty());
        assertTrue(!summary.ready());
    }

    @Test
    void beforeTheCaseIsOpenNothingIsSummedUp() throws Exception {
        var report = services().begin(study()).await();
        var refusal = assertThrows(Refusal.class, () -> services().summary(report.id()).await());
        assertEquals(SignReason.NO_IMAGES, refusal.reason());
    }

    @Test
    void imagesOfAnotherStudyAreNeverSummedUpWithAReport() throws Exception {
        looked(0);
        var report = services().begin(study()).await();
        var other =
                new ReadImages(
                        "2.25.99",
                        1,
                        OptionalInt.of(1),
                        0,
                        Set.of(),
                        List.of(),
                        CaseGroups.NONE,
                        Map.of());
        services().look(() -> Optional.of(other));
        var refusal = assertThrows(Refusal.class, () -> services().summary(report.id()).await());
        assertEquals(SignReason.OTHER_STUDY, refusal.reason());
        refusal = assertThrows(Refusal.class, () -> services().preliminary(report.id()).await());
        assertEquals(SignReason.OTHER_STUDY, refusal.reason());
    }

    @Test
    void aComparisonNeedsAPriorThatWasShown() throws Exception {
        looked(0);
        var report = services().begin(study()).await();
        var refusal = assertThrows(Refusal.class, () -> services().compare(report.id()).await());
        assertEquals(ReportReason.PRIOR_NOT_SHOWN, refusal.reason());
    }

    @Test
    void aReportPutAsideIsThereAgain() throws Exception {
        var report = services().begin(study()).await();
        report.type(Section.FINDINGS, 0, 0, "Halvferdig.");
        services().putAside(report.id()).await();
        var again = services().begin(study()).await();
        assertEquals(report.id(), again.id());
        assertEquals("Halvferdig.", again.text().of(Section.FINDINGS));
    }
}
