package org.tyde.report.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.Figure;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.MeasurementGroup;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReadMeasurements;
import org.tyde.evidence.SrJudges;
import org.tyde.geometry.ImagePoint;
import org.tyde.measure.Unit;
import org.tyde.refusal.Refusal;
import org.tyde.report.Report;
import org.tyde.report.ReportStore;
import org.tyde.report.Reports;
import org.tyde.report.Section;
import org.tyde.store.Cache;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What was measured leaves with the report: in the same act, and taken back with it.
class MeasurementsAtSigningTest {
    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(1);
    private final FakeArchive archive = new FakeArchive();
    private final Destination target = new Destination(archive, false);
    private Duration stay = Duration.ZERO;
    private Optional<Run> opened = Optional.empty();

    private record Run(
            Cache cache,
            WorkDatabase work,
            ReportStore reports,
            Delivery delivery,
            Signing signing,
            Report report) {}

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
                        _ -> List.of(),
                        Release.NONE,
                        Clock.systemUTC(),
                        () -> new SigningTerms(stay));
        var image = Examples.image().build();
        cache.accept(image);
        archive.held.add(image);
        var report = reports.begin(Study.from(image), Reports.told("Hoste."));
        report.type(Section.FINDINGS, 0, 0, "Knute på 8,4 mm.");
        report.type(Section.IMPRESSION, 0, 0, "Økende lungeknute.");
        opened = Optional.of(new Run(cache, work, reports, delivery, signing, report));
    }

    @AfterEach
    void end() throws Exception {
        run().delivery().close();
        run().reports().close();
        run().cache().close();
        run().work().close();
        runner.close();
    }

    private Run run() {
        return opened.orElseThrow();
    }

    @Test
    void theyAreAReportOfTheirOwnThatTheTextNamesAmongItsEvidence() throws Exception {
        var signed = sign(line("2.25.71", 8.4));
        run().delivery().attempt();
        assertEquals(3, archive.held.size(), "image, report and measurements");
        var measured = stored(signed.measurements().getFirst());
        var read = ReadMeasurements.of(measured).groups();
        assertEquals(Optional.of("2.25.71"), read.getFirst().trackingUid());
        assertEquals(8.4, read.getFirst().values().getFirst().value());
        var told = ReadDocument.of(stored(signed.structuredReport()));
        var evidence = told.evidence().stream().map(e -> e.sopUid()).toList();
        assertTrue(
                evidence.contains(measured.textOr(Tag.SOP_INSTANCE_UID, "")), evidence::toString);
        SrJudges.assertFlawless(measured, folder);
        SrJudges.assertFlawless(signed.structuredReport(), folder);
    }

    @Test
    void measurementsAreNeverTakenForTheReportThatAnAddendumAddsTo() throws Exception {
        var signed = sign(line("2.25.71", 8.4));
        run().delivery().attempt();
        var study = run().report().head().studyUid();
        var image = Study.from(Examples.image().text(Tag.MODALITIES_IN_STUDY, "CT", "SR").build());
        var standing =
                new Following(run().cache(), run().reports())
                        .look(image, archive, Optional.empty(), false);
        var latest = standing.signed().orElseThrow().place();
        assertEquals(study, latest.studyUid());
        assertEquals(signed.document().sopUid(), latest.sopUid());
    }

    @Test
    void theyAreTakenBackWithTheReport() throws Exception {
        stay = Duration.ofMinutes(1);
        sign(line("2.25.71", 8.4));
        assertEquals(2, run().delivery().waiting().size());
        run().signing().takeBack(run().report().id());
        assertEquals(List.of(), run().delivery().waiting());
        assertEquals(1, archive.held.size());
    }

    @Test
    void whatWasMeasuredForThePreliminaryReportIsReplacedByTheFinal() throws Exception {
        var first = run().signing().preliminary(summary(line("2.25.71", 8.4)), target);
        run().cache().flush();
        var last = sign(line("2.25.71", 8.6));
        var before = first.measurements().getFirst();
        var after = last.measurements().getFirst();
        assertEquals(DocumentState.PRELIMINARY, DocumentState.of(before));
        assertEquals(DocumentState.SIGNED, DocumentState.of(after));
        assertEquals(
                List.of(before.textOr(Tag.SOP_INSTANCE_UID, "")),
                ReadDocument.of(after).predecessors().stream().map(p -> p.sopUid()).toList());
        assertEquals(
                List.of(first.document().sopUid()),
                last.document().predecessors().stream().map(p -> p.sopUid()).toList());
    }

    @Test
    void thePreliminaryOnesAreReplacedToWhereAllOfThemWereDeletedSince() throws Exception {
        var first = run().signing().preliminary(summary(line("2.25.71", 8.4)), target);
        run().cache().flush();
        var last = sign();
        assertEquals(List.of(), last.measurements());
        var replaced = last.document().predecessors().stream().map(p -> p.sopUid()).toList();
        assertEquals(2, replaced.size());
        assertTrue(
                replaced.contains(
                        first.measurements().getFirst().textOr(Tag.SOP_INSTANCE_UID, "")));
    }

    private DataSet stored(DataSet object) throws Refusal {
        return run().cache().header(object.textOr(Tag.SOP_INSTANCE_UID, ""));
    }

    private SigningSummary summary(MeasurementGroup... measured) throws Refusal {
        var images =
                new ImagesRead(
                        1,
                        OptionalInt.of(1),
                        0,
                        List.of(Examples.SLICE),
                        List.of(),
                        List.of(),
                        List.of(measured));
        return run().signing()
                .summary(run().report().id(), images, Optional.of(Examples.RADIOLOGIST), target);
    }

    private SigningOutcome.Signed sign(MeasurementGroup... measured) throws Refusal {
        return assertInstanceOf(
                SigningOutcome.Signed.class,
                run().signing().sign(summary(measured), SigningChoices.NONE, target));
    }

    static MeasurementGroup line(String tracking, double length) {
        return new MeasurementGroup(
                "Lesjon 1",
                tracking,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Figure(
                        Figure.Graphic.POLYLINE,
                        List.of(new ImagePoint(1, 1), new ImagePoint(9, 1)),
                        Examples.SLICE),
                List.of(
                        new MeasuredValue(
                                new Code("410668003", "SCT", "Length"),
                                Optional.empty(),
                                length,
                                Unit.MM)));
    }
}
