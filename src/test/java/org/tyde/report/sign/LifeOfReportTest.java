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
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Act;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.Life;
import org.tyde.evidence.MeasurementGroup;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReadMeasurements;
import org.tyde.evidence.SrJudges;
import org.tyde.evidence.Verifier;
import org.tyde.refusal.Refusal;
import org.tyde.report.FollowedText;
import org.tyde.report.Report;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportStore;
import org.tyde.report.Section;
import org.tyde.report.screening.ScreeningReason;
import org.tyde.store.Cache;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A report between those who answer for it, each at a desk of his own, with one archive between them.
class LifeOfReportTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final Observer TRAINEE = person("Lie^Ingrid", "9144900", "LIS");
    private static final Observer HAUG = person("Haug^Per", "9144901", "Overlege");
    private static final Observer MOEN = person("Moen^Eva", "9144902", "Overlege");

    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private final FakeArchive archive = new FakeArchive();
    private final Destination target = new Destination(archive, false);
    private final List<Desk> desks = new ArrayList<>();

    private static Observer person(String name, String hpr, String role) {
        return new Observer(
                PersonName.parse(name),
                Optional.of(role),
                Optional.of("Sykehuset i Vestfold"),
                Optional.of(hpr));
    }

    /// One person's workstation.
    private final class Desk {
        private final Observer who;
        private final Cache cache;
        private final WorkDatabase work;
        private final ReportStore reports;
        private final Delivery delivery;
        private final Signing signing;
        private int released;
        private Duration stay = Duration.ZERO;
        private List<MeasurementGroup> measured = List.of();

        Desk(Observer who, boolean training) throws Exception {
            this(who, training, who.hprNumber().orElseThrow());
        }

        Desk(Observer who, boolean training, String name) throws Exception {
            this.who = who;
            var home = folder.resolve(name);
            cache = Cache.open(home.resolve("cache"), runner);
            work = WorkDatabase.open(home.resolve("data"));
            reports = new ReportStore(work.drafts(), runner);
            delivery = new Delivery(cache, work, runner, _ -> Optional.of(archive), NOON);
            Release release =
                    _ -> {
                        released++;
                        return List.of();
                    };
            signing =
                    new Signing(
                            cache,
                            reports,
                            delivery,
                            _ -> List.of(),
                            release,
                            NOON,
                            () -> new SigningTerms(stay, training));
            cache.accept(Examples.image().build());
        }

        /// What the archive has of the study comes into the cache.
        void fetch() throws Exception {
            for (var object : archive.held) cache.accept(object);
            cache.flush();
        }

        Report write(String findings, String conclusion) throws Exception {
            var report =
                    reports.begin(
                            Report.begin(
                                    ReportHead.of(study()),
                                    org.tyde.report.Reports.told("Hoste.")));
            report.type(Section.FINDINGS, 0, 0, findings);
            report.type(Section.IMPRESSION, 0, 0, conclusion);
            return report;
        }

        /// Goes on from what stands.
        Report follow(ReportKind kind, SigningOutcome.Signed... before) throws Exception {
            var follows = new ArrayList<InstanceReference>();
            for (var one : before) follows.add(place(one));
            var text = FollowedText.of(before[0].document());
            var first = Report.begin(ReportHead.of(study(), kind, follows), referral());
            return reports.begin(
                    new Report(
                            first.head(),
                            ReportContent.plain(
                                    kind == ReportKind.ADDENDUM ? first.text() : text,
                                    first.caret())));
        }

        SigningOutcome.Signed sign(Report report, SigningChoices choices) throws Exception {
            var outcome = outcome(report, choices);
            var signed = assertInstanceOf(SigningOutcome.Signed.class, outcome);
            delivery.attempt();
            return signed;
        }

        SigningOutcome outcome(Report report, SigningChoices choices) throws Exception {
            var images =
                    new ImagesRead(
                            1,
                            OptionalInt.of(1),
                            0,
                            List.of(Examples.SLICE),
                            List.of(Examples.SLICE),
                            List.of(),
                            measured);
            var summary = signing.summary(report.id(), images, Optional.of(who), target);
            return signing.sign(summary, choices, target);
        }

        void refuses(SignReason reason, Report report, SigningChoices choices) {
            assertReason(reason, () -> outcome(report, choices));
            assertFalse(report.sealed(), "the report is as it was");
        }

        void close() throws Exception {
            delivery.close();
            reports.close();
            cache.close();
            work.close();
        }
    }

    private static org.tyde.report.Referral referral() {
        return org.tyde.report.Referral.NONE;
    }

    private static Study study() throws Exception {
        return Study.from(Examples.image().text(Tag.MODALITIES_IN_STUDY, "CT", "SR").build());
    }

    private static InstanceReference place(SigningOutcome.Signed signed) throws Exception {
        var sr = signed.structuredReport();
        return new InstanceReference(
                sr.textOr(Tag.STUDY_INSTANCE_UID, ""),
                sr.textOr(Tag.SERIES_INSTANCE_UID, ""),
                sr.textOr(Tag.SOP_CLASS_UID, ""),
                sr.textOr(Tag.SOP_INSTANCE_UID, ""));
    }

    private Desk desk(Observer who, boolean training) throws Exception {
        var desk = new Desk(who, training);
        desks.add(desk);
        return desk;
    }

    @BeforeEach
    void fill() {
        archive.held.add(Examples.image().build());
    }

    @AfterEach
    void end() throws Exception {
        for (var desk : desks) desk.close();
        runner.close();
    }

    private SigningOutcome.Signed trainees(Desk desk) throws Exception {
        return desk.sign(
                desk.write("Knute i høyre overlapp.", "Lungeknute."),
                SigningChoices.NONE.awaiting(Awaits.COUNTERSIGNATURE));
    }

    @Test
    void whoIsInTrainingSignsOnlyWhatWaitsForASpecialist() throws Exception {
        var desk = desk(TRAINEE, true);
        var report = desk.write("Knute.", "Lungeknute.");
        desk.refuses(SignReason.IN_TRAINING, report, SigningChoices.NONE);
        desk.refuses(
                SignReason.IN_TRAINING,
                report,
                SigningChoices.NONE.awaiting(Awaits.SECOND_READING));
        var sent =
                desk.sign(report, SigningChoices.NONE.awaiting(Awaits.COUNTERSIGNATURE)).document();
        assertEquals(DocumentState.AWAITING, sent.state());
        assertEquals(List.of(), sent.verifiers());
        assertEquals(Optional.of(TRAINEE), sent.author());
        assertEquals(1, desk.released, "the ward gets it, marked as preliminary");
    }

    @Test
    void aCountersignedReportKeepsItsAuthorAndIsVerifiedByTheSpecialist() throws Exception {
        var first = trainees(desk(TRAINEE, true));
        var haug = desk(HAUG, false);
        haug.fetch();
        var report = haug.follow(ReportKind.COUNTERSIGNATURE, first);
        var signed = haug.sign(report, SigningChoices.NONE);
        var said = signed.document();
        assertEquals(DocumentState.SIGNED, said.state());
        assertEquals(Optional.of(TRAINEE), said.author());
        assertEquals(List.of(HAUG), said.verifiers().stream().map(Verifier::who).toList());
        assertEquals(Life.doing(Act.COUNTERSIGNS, ""), said.life());
        assertEquals(List.of(place(first)), said.predecessors());
        assertEquals(first.document().sections(), said.sections(), "text and images");
        SrJudges.assertFlawless(signed.structuredReport(), folder);
        assertEquals(
                List.of(),
                StudyReports.standing(new StudyReports(haug.cache).here(Examples.STUDY)).turns());
    }

    @Test
    void whatTheTraineeMeasuredIsSignedWithTheReportThatIsCountersigned() throws Exception {
        var trainee = desk(TRAINEE, true);
        trainee.measured = List.of(MeasurementsAtSigningTest.line("2.25.71", 8.4));
        var first = trainees(trainee);
        var before = first.measurements().getFirst();
        assertEquals(DocumentState.AWAITING, DocumentState.of(before));
        var haug = desk(HAUG, false);
        haug.fetch();
        var signed =
                haug.sign(haug.follow(ReportKind.COUNTERSIGNATURE, first), SigningChoices.NONE);
        var after = signed.measurements().getFirst();
        assertEquals(List.of(after), signed.told());
        assertEquals(DocumentState.SIGNED, DocumentState.of(after));
        var said = ReadDocument.of(after);
        assertEquals(Optional.of(TRAINEE), said.author());
        assertTrue(said.verifiers().stream().map(Verifier::who).allMatch(HAUG::same));
        assertEquals(MeasuredObjects.references(List.of(before)), said.predecessors());
        assertEquals(ReadMeasurements.of(before).groups(), ReadMeasurements.of(after).groups());
        SrJudges.assertFlawless(after, folder);
        assertEquals(List.of(place(first)), signed.document().predecessors());
    }

    @Test
    void whoAmendsReplacesTheMeasurementsWhereHeMeasuredAnythingAndElseTheyHold() throws Exception {
        var haug = desk(HAUG, false);
        haug.measured = List.of(MeasurementsAtSigningTest.line("2.25.71", 8.4));
        var first = haug.sign(haug.write("Knute.", "Lungeknute."), SigningChoices.NONE);
        haug.fetch();
        haug.measured = List.of();
        var kept =
                haug.sign(
                        haug.follow(ReportKind.AMENDMENT, first),
                        SigningChoices.NONE.because("Feil side."));
        assertEquals(List.of(), kept.measurements());
        var told = MeasuredObjects.references(first.measurements());
        assertEquals(told, MeasuredObjects.references(kept.told()));
        haug.measured = List.of(MeasurementsAtSigningTest.line("2.25.71", 8.9));
        haug.fetch();
        var anew =
                haug.sign(
                        haug.follow(ReportKind.AMENDMENT, kept),
                        SigningChoices.NONE.because("Målt på nytt."));
        assertEquals(anew.measurements(), anew.told());
        assertEquals(told, ReadDocument.of(anew.measurements().getFirst()).predecessors());
    }

    @Test
    void whatTheSpecialistChangedIsTold() throws Exception {
        var first = trainees(desk(TRAINEE, true));
        var haug = desk(HAUG, false);
        var report = haug.follow(ReportKind.COUNTERSIGNATURE, first);
        report.insert(" Kontroll.", Set.of());
        var life = haug.sign(report, SigningChoices.NONE).document().life();
        assertEquals(Life.doing(Act.COUNTERSIGNS, "Teksten er endret ved kontrasignering."), life);
    }

    @Test
    void ofTwoSpecialistsTheSecondIsToldWhoSignedAndWhen() throws Exception {
        var first = trainees(desk(TRAINEE, true));
        var haug = desk(HAUG, false);
        var moen = desk(MOEN, false);
        var late = moen.follow(ReportKind.COUNTERSIGNATURE, first);
        haug.sign(haug.follow(ReportKind.COUNTERSIGNATURE, first), SigningChoices.NONE);
        var refused = assertThrows(Refusal.class, () -> moen.outcome(late, SigningChoices.NONE));
        assertEquals(SignReason.DONE_ALREADY, refused.reason());
        assertEquals(List.of("HAUG, Per", "22.11.2026 12:00"), refused.arguments());
        assertFalse(late.sealed());
        assertTrue(moen.work.drafts().find(late.id().value()).isPresent(), "nothing is lost");
    }

    @Test
    void whileTheSecondReadingStaysTheSameReportIsNotAmendedAtThatDesk() throws Exception {
        var haug = desk(HAUG, false);
        var first =
                haug.sign(
                        haug.write("Knute.", "Lungeknute."),
                        SigningChoices.NONE.awaiting(Awaits.SECOND_READING));
        var moen = desk(MOEN, false);
        var second = moen.follow(ReportKind.SECOND_READING, first);
        var amendment = moen.follow(ReportKind.AMENDMENT, first);
        moen.stay = Duration.ofMinutes(1);
        assertInstanceOf(SigningOutcome.Signed.class, moen.outcome(second, SigningChoices.NONE));
        moen.refuses(
                SignReason.ANOTHER_STAYS, amendment, SigningChoices.NONE.because("Feil side."));
        assertTrue(moen.reports.goOn(second).sealed(), "and it is not begun once more");
    }

    @Test
    void nobodyCountersignsHisOwnReport() throws Exception {
        var lie = desk(TRAINEE, true);
        var first = trainees(lie);
        lie.close();
        desks.remove(lie);
        // a specialist by now
        var later = desk(TRAINEE, false);
        later.refuses(
                SignReason.OWN_REPORT,
                later.follow(ReportKind.COUNTERSIGNATURE, first),
                SigningChoices.NONE);
    }

    @Test
    void sentAgainByItsAuthorItReplacesTheFirst() throws Exception {
        var lie = desk(TRAINEE, true);
        var first = trainees(lie);
        var again =
                lie.sign(
                        lie.write("To knuter.", "Lungeknuter."),
                        SigningChoices.NONE.awaiting(Awaits.COUNTERSIGNATURE));
        assertEquals(List.of(place(first)), again.document().predecessors());
    }

    @Test
    void sentAgainFromADeskThatHasNotFetchedTheFirstItReplacesItToo() throws Exception {
        var first = trainees(desk(TRAINEE, true));
        var again = new Desk(TRAINEE, true, "elsewhere");
        desks.add(again);
        var seen = new SigningChoices(false, false, Set.of(first.document().sopUid()));
        var second =
                again.sign(
                        again.write("To knuter.", "Lungeknuter."),
                        seen.awaiting(Awaits.COUNTERSIGNATURE));
        assertEquals(List.of(place(first)), second.document().predecessors());
    }

    @Test
    void besideASealedReadingNothingIsKeptAsPreliminary() throws Exception {
        var haug = desk(HAUG, false);
        haug.sign(
                haug.write("Score 1.", "1"),
                SigningChoices.NONE.awaiting(Awaits.INDEPENDENT_READING));
        var moen = desk(MOEN, false);
        moen.fetch();
        var report = moen.write("Score 3.", "3");
        var images = new ImagesRead(1, OptionalInt.of(1), 0, List.of(), List.of(), List.of());
        var summary = moen.signing.summary(report.id(), images, Optional.of(MOEN), target);
        var refused = assertThrows(Refusal.class, () -> moen.signing.preliminary(summary, target));
        assertEquals(ScreeningReason.READING_WANTED, refused.reason());
    }

    @Test
    void aReportToBeReadTwiceHoldsAndGetsASecondNameByAnEqual() throws Exception {
        var haug = desk(HAUG, false);
        var first =
                haug.sign(
                        haug.write("Knute.", "Lungeknute."),
                        SigningChoices.NONE.awaiting(Awaits.SECOND_READING));
        assertEquals(DocumentState.SIGNED, first.document().state());
        haug.refuses(
                SignReason.OWN_REPORT,
                haug.follow(ReportKind.SECOND_READING, first),
                SigningChoices.NONE);
        var moen = desk(MOEN, false);
        var changed = moen.follow(ReportKind.SECOND_READING, first);
        changed.insert(" Nei.", Set.of());
        moen.refuses(SignReason.SECOND_TEXT_CHANGED, changed, SigningChoices.NONE);
        assertTrue(changed.undo());
        var signed = moen.sign(changed, SigningChoices.NONE);
        assertEquals(
                List.of(HAUG, MOEN),
                signed.document().verifiers().stream().map(Verifier::who).toList());
        assertEquals(Optional.of(HAUG), signed.document().author());
        assertEquals(Life.doing(Act.CONFIRMS, ""), signed.document().life());
        SrJudges.assertFlawless(signed.structuredReport(), folder);
        assertEquals(
                List.of("HAUG, Per", "MOEN, Eva"),
                ReadDocument.of(signed.structuredReport()).verifiers().stream()
                        .map(v -> v.who().name().display())
                        .toList());
    }

    @Test
    void anAmendmentSaysWhyAndStandsInThePlaceOfTheSignedReport() throws Exception {
        var haug = desk(HAUG, false);
        var first = haug.sign(haug.write("Venstre side.", "Knute."), SigningChoices.NONE);
        var report = haug.follow(ReportKind.AMENDMENT, first);
        haug.refuses(SignReason.NO_REASON, report, SigningChoices.NONE);
        report.type(Section.FINDINGS, 0, "Venstre".length(), "Høyre");
        var signed = haug.sign(report, SigningChoices.NONE.because(" Feil side. "));
        assertEquals(Life.doing(Act.AMENDS, "Feil side."), signed.document().life());
        assertEquals(List.of(place(first)), signed.document().predecessors());
        SrJudges.assertFlawless(signed.structuredReport(), folder);
        var late = desk(MOEN, false);
        late.refuses(
                SignReason.DONE_ALREADY,
                late.follow(ReportKind.AMENDMENT, first),
                SigningChoices.NONE.because("Noe annet."));
    }

    @Test
    void whatWaitsForItsCountersignatureIsNotAmended() throws Exception {
        var first = trainees(desk(TRAINEE, true));
        var haug = desk(HAUG, false);
        haug.refuses(
                SignReason.NOT_SIGNED_YET,
                haug.follow(ReportKind.AMENDMENT, first),
                SigningChoices.NONE.because("Feil."));
    }

    @Test
    void anAddendumIsPossibleAlsoWhenTheReportWasAmendedMeanwhile() throws Exception {
        var haug = desk(HAUG, false);
        var first = haug.sign(haug.write("Knute.", "Knute."), SigningChoices.NONE);
        var addendum = haug.follow(ReportKind.ADDENDUM, first);
        addendum.type(Section.ADDENDUM, 0, 0, "Og en cyste.");
        var moen = desk(MOEN, false);
        moen.fetch();
        moen.sign(
                moen.follow(ReportKind.AMENDMENT, first),
                SigningChoices.NONE.because("Feil side."));
        assertInstanceOf(
                SigningOutcome.StoredMeanwhile.class, haug.outcome(addendum, SigningChoices.NONE));
        haug.fetch();
        haug.sign(addendum, SigningChoices.NONE);
    }

    @Test
    void ofAnIndependentReadingOnlyTheReportLeavesAndNobodyElseIsShownIt() throws Exception {
        var reading = SigningChoices.NONE.awaiting(Awaits.INDEPENDENT_READING);
        var haug = desk(HAUG, false);
        var first = haug.sign(haug.write("Score 1.", "1"), reading);
        assertEquals(1, first.objects().size());
        assertEquals(0, haug.released);
        assertEquals(DocumentState.AWAITING, first.document().state());
        haug.refuses(SignReason.READ_ALREADY, haug.write("Score 2.", "2"), reading);
        var moen = desk(MOEN, false);
        var second = moen.sign(moen.write("Score 3.", "3"), reading);
        assertEquals(List.of(), second.document().predecessors());
        var third = desk(TRAINEE, false);
        third.fetch();
        third.refuses(SignReason.TWO_HAVE_READ, third.write("Score 1.", "1"), reading);
    }

    @Test
    void anothersReportWithAnImpossibleTimeDoesNotComeInTheWayOfSigning() throws Exception {
        var foreign = trainees(desk(TRAINEE, true)).structuredReport();
        archive.held.remove(foreign);
        var haug = desk(HAUG, false);
        haug.cache.accept(foreign.toBuilder().asFound().text(Tag.CONTENT_TIME, "25:99").build());
        var signed = haug.sign(haug.write("Knute.", "Lungeknute."), SigningChoices.NONE);
        assertEquals(DocumentState.SIGNED, signed.document().state());
    }

    @Test
    void whatAnotherSignedSinceIsShownAlsoWhereItHasComeHere() throws Exception {
        var haug = desk(HAUG, false);
        var report = haug.write("Knute.", "Lungeknute.");
        var moen = desk(MOEN, false);
        var signed = moen.sign(moen.write("Fraktur.", "Fraktur."), SigningChoices.NONE);
        haug.fetch();
        var outcome = haug.outcome(report, SigningChoices.NONE);
        var meanwhile = assertInstanceOf(SigningOutcome.StoredMeanwhile.class, outcome);
        var uid = signed.document().sopUid();
        assertEquals(uid, meanwhile.reports().getFirst().document().sopUid());
        haug.sign(report, new SigningChoices(false, false, Set.of(uid)));
    }

    @Test
    void whatFollowsAReportThatNobodyCanSeeIsNotSigned() throws Exception {
        var first = trainees(desk(TRAINEE, true));
        archive.held.remove(first.structuredReport());
        var haug = desk(HAUG, false);
        haug.refuses(
                SignReason.NOT_AWAITED,
                haug.follow(ReportKind.COUNTERSIGNATURE, first),
                SigningChoices.NONE);
    }

    private static void assertReason(SignReason reason, Executable act) {
        assertEquals(reason, assertThrows(Refusal.class, act).reason());
    }
}
