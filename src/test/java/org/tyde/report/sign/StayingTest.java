package org.tyde.report.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.BulkData;
import org.tyde.evidence.Examples;
import org.tyde.refusal.Refusal;
import org.tyde.report.Meaning;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportReason;
import org.tyde.report.ReportStore;
import org.tyde.report.Reports;
import org.tyde.report.Section;
import org.tyde.store.Cache;
import org.tyde.store.Outbox;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;
import org.tyde.worklist.ReadingStatus;
import org.tyde.worklist.Worklist;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// A signed report stays a while before it leaves, and can be taken back as long.
class StayingTest {
    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(1);
    private final FakeArchive archive = new FakeArchive();
    private final Destination target = new Destination(archive, false);
    private final DayClock day = new DayClock();
    private final AtomicLong nanos = new AtomicLong();
    private Optional<Run> run = Optional.empty();

    /// What one run of the program has open.
    private record Run(
            Cache cache,
            WorkDatabase work,
            ReportStore reports,
            Delivery delivery,
            Signing signing) {}

    /// The time of day, as somebody sets it.
    private static final class DayClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() throws Exception {
        Files.createDirectories(folder.resolve("files"));
        start();
        var image = Examples.image().build();
        run().cache().accept(image);
        archive.held.add(image);
    }

    private void start() throws Exception {
        var cache = Cache.open(folder.resolve("cache"), runner);
        var work = WorkDatabase.open(folder.resolve("data"));
        var reports = new ReportStore(work.drafts(), runner);
        var delivery =
                new Delivery(cache, work, runner, _ -> Optional.of(archive), day, nanos::get);
        Release release =
                _ ->
                        List.of(
                                new Outbox.Item.ForFolder(
                                        folder.resolve("files"),
                                        "report.txt",
                                        BulkData.of("x".getBytes(StandardCharsets.UTF_8))));
        var signing =
                new Signing(
                        cache,
                        reports,
                        delivery,
                        _ -> List.of(),
                        release,
                        day,
                        () -> SigningTerms.USUAL);
        run = Optional.of(new Run(cache, work, reports, delivery, signing));
    }

    @AfterEach
    void end() throws Exception {
        stop();
        runner.close();
    }

    private void stop() throws Exception {
        run().delivery().close();
        run().reports().close();
        run().cache().close();
        run().work().close();
    }

    private Run run() {
        return run.orElseThrow();
    }

    private Report sign() throws Exception {
        var report =
                run().reports().begin(Study.from(Examples.image().build()), Reports.told("Hoste."));
        report.type(Section.FINDINGS, 0, 0, "Knute på 8,4 mm.");
        report.type(Section.IMPRESSION, 0, 0, "Økende lungeknute");
        report.insert(".", Set.of(new Meaning.Measured("2.25.9", 8.4, "mm")));
        var images =
                new ImagesRead(
                        1, OptionalInt.of(1), 0, List.of(Examples.SLICE), List.of(), List.of());
        var summary =
                run().signing()
                        .summary(report.id(), images, Optional.of(Examples.RADIOLOGIST), target);
        run().signing().sign(summary, SigningChoices.NONE, target);
        return report;
    }

    private boolean sent() throws Refusal {
        run().delivery().attempt();
        return archive.held.size() > 1;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        day.now = day.now.plus(time);
    }

    private ReadingStatus status() throws Refusal {
        return new Worklist(run().cache(), run().work(), runner).status(Examples.STUDY);
    }

    @Test
    void nothingLeavesBeforeItsTimeAndAllOfItAfter() throws Exception {
        sign();
        assertEquals(ReadingStatus.SIGNED, status());
        pass(Duration.ofSeconds(59));
        assertFalse(sent());
        assertFalse(Files.exists(folder.resolve("files/report.txt")));
        pass(Duration.ofSeconds(1));
        assertTrue(sent());
        assertTrue(Files.exists(folder.resolve("files/report.txt")));
        assertEquals(List.of(), run().signing().staying());
        assertEquals(List.of(), run().work().drafts().all());
        assertEquals(ReadingStatus.SIGNED, status());
    }

    @Test
    void whatWasDecidedIsKeptAfterTheReportHasLeftAndAfterARestart() throws Exception {
        var report = sign();
        run().signing().takeBack(report.id());
        pass(Duration.ofSeconds(5));
        stop();
        start();
        var history = run().signing().history(report.head().studyUid());
        assertEquals(
                List.of(SignedRecord.Event.SIGNED, SignedRecord.Event.TAKEN_BACK),
                history.stream().map(SignedRecord::event).toList());
        assertEquals(report.content().decisions(), history.getFirst().decisions());
    }

    @Test
    void takenBackItIsTheSameDraftWithItsMarksAndStepsOfUndo() throws Exception {
        var report = sign();
        var content = report.content();
        assertThrows(Refusal.class, () -> report.insert("for sent", Set.of()));
        var back = run().signing().takeBack(report.id());
        assertSame(report, back);
        assertEquals(content, back.content());
        assertEquals(ReadingStatus.DRAFT, status());
        assertTrue(back.undo());
        assertEquals("Økende lungeknute", back.text().of(Section.IMPRESSION));
        pass(Duration.ofMinutes(10));
        assertFalse(sent());
        assertFalse(Files.exists(folder.resolve("files/report.txt")));
        back.insert("!", Set.of());
        run().reports().save();
    }

    @Test
    void afterARestartItIsTakenBackWithItsMarksWhileTheTimeOfDaySaysSo() throws Exception {
        var content = sign().content();
        var id = run().signing().staying().getFirst().head().id();
        stop();
        pass(Duration.ofSeconds(30));
        start();
        run().delivery().recover();
        run().reports().forgetUnwritten();
        assertEquals(Duration.ofSeconds(30), run().signing().staying().getFirst().left());
        assertFalse(sent());
        assertEquals(content, run().signing().takeBack(id).content());
    }

    @Test
    void afterARestartLaterThanItsTimeItLeaves() throws Exception {
        sign();
        stop();
        pass(Duration.ofHours(9));
        start();
        run().delivery().recover();
        assertTrue(sent());
    }

    @Test
    void onceItHasLeftOnlyAnAddendumCanFollow() throws Exception {
        var report = sign();
        pass(Duration.ofMinutes(1));
        assertTrue(sent());
        var refused = assertThrows(Refusal.class, () -> run().signing().takeBack(report.id()));
        assertEquals(ReportReason.NO_SUCH_REPORT, refused.reason());
    }

    @Test
    void whatBeganToLeaveAndDidNotArriveIsNotTakenBack() throws Exception {
        var report = sign();
        archive.dead = true;
        pass(Duration.ofMinutes(1));
        assertFalse(sent());
        assertThrows(Refusal.class, () -> run().signing().takeBack(report.id()));
        assertEquals(
                1, run().delivery().waiting().size(), "the file does not wait for the archive");
        assertEquals(ReadingStatus.SIGNED, status());
    }

    @Test
    void aClockSetForwardLetsNothingGoEarlyAndOneSetBackHoldsNothing() throws Exception {
        sign();
        day.now = day.now.plus(Duration.ofDays(1));
        assertFalse(sent());
        day.now = day.now.minus(Duration.ofDays(400));
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertTrue(sent());
    }

    @Test
    void aClockSetBackBetweenTwoRunsHoldsItFiveMinutesAtMost() throws Exception {
        sign();
        stop();
        day.now = day.now.minus(Duration.ofDays(400));
        start();
        assertEquals(Duration.ofMinutes(5), run().signing().staying().getFirst().left());
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());
        assertTrue(sent());
    }

    @Test
    void openedAgainMeanwhileItIsTheSignedReport() throws Exception {
        var report = sign();
        var study = Study.from(Examples.image().build());
        assertSame(report, run().reports().begin(study, Referral.NONE));
        stop();
        start();
        assertTrue(run().reports().begin(study, Referral.NONE).sealed());
    }

    @Test
    void hurriedItLeavesNow() throws Exception {
        sign();
        run().delivery().hurry();
        assertTrue(archive.held.size() > 1);
    }
}
