package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.evidence.InstanceReference;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Two windows, or two programs, that write the same report.
class TwoWindowsTest {
    @TempDir Path folder = Path.of("");
    private final Study study = Reports.study("2.25.1", "CT thorax");

    /// One of them, with its own connections.
    private static final class Window implements AutoCloseable {
        private final JobRunner runner = new JobRunner(1);
        private final WorkDatabase work;
        private final ReportStore reports;
        private final List<Reason> told = new CopyOnWriteArrayList<>();

        Window(Path folder) throws Exception {
            work = WorkDatabase.open(folder);
            reports = new ReportStore(work.drafts(), runner);
            reports.onTrouble(t -> told.add(t.reason()));
        }

        @Override
        public void close() throws Refusal {
            reports.close();
            work.close();
            runner.close();
        }
    }

    private static String findings(Report report) {
        return report.text().of(Section.FINDINGS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSecondIsToldBothTextsAreKeptAndItsChoiceHolds(boolean mine) throws Exception {
        try (var first = new Window(folder);
                var second = new Window(folder)) {
            var a = first.reports.begin(study, Referral.NONE);
            var b = second.reports.begin(study, Referral.NONE);
            assertEquals(a.id(), b.id());
            a.insert("Fra det første vinduet.", Set.of());
            first.reports.save();
            b.insert("Fra det andre vinduet.", Set.of());
            second.reports.save();
            assertEquals(List.of(ReportReason.WRITTEN_ELSEWHERE), second.told);
            assertEquals(
                    Optional.of("Fra det første vinduet."),
                    second.reports.theirs(b.id()).map(TwoWindowsTest::findings));
            b.insert("Mer.", Set.of());
            second.reports.save();
            assertEquals(
                    "Fra det første vinduet.",
                    findings(new DraftJson().read("", content(first, a.id().value()))));
            second.reports.settle(b.id(), mine);
            var goesOn = mine ? "Fra det andre vinduet. Mer." : "Fra det første vinduet.";
            assertEquals(goesOn, findings(b));
            assertEquals(1, first.work.drafts().all().size());
            assertEquals(
                    goesOn, findings(new DraftJson().read("", content(first, a.id().value()))));
            assertTrue(b.undo(), "the other text is a step of undo");
        }
    }

    @Test
    void aCountersignatureIsOneDraftInBothAndIsNotWrittenOverEither() throws Exception {
        var follows = List.of(new InstanceReference("2.25.1", "2.25.2", "2.25.3", "2.25.4"));
        try (var first = new Window(folder);
                var second = new Window(folder)) {
            var head = ReportHead.of(study, ReportKind.COUNTERSIGNATURE, follows);
            var again = ReportHead.of(study, ReportKind.COUNTERSIGNATURE, follows);
            var a = first.reports.goOn(Report.begin(head, Referral.NONE));
            var b = second.reports.goOn(Report.begin(again, Referral.NONE));
            assertEquals(a.id(), b.id());
            a.insert("En.", Set.of());
            first.reports.save();
            b.insert("To.", Set.of());
            second.reports.save();
            assertEquals(List.of(ReportReason.WRITTEN_ELSEWHERE), second.told);
            assertEquals(
                    Optional.of("En."),
                    second.reports.theirs(b.id()).map(TwoWindowsTest::findings));
            var report = first.reports.goOn(Report.begin(ReportHead.of(study), Referral.NONE));
            assertEquals(ReportKind.REPORT, report.head().kind(), "another kind is another draft");
        }
    }

    @Test
    void theTextThatCouldNotBeSavedOutlivesTheProgram() throws Exception {
        var id = "";
        try (var first = new Window(folder)) {
            try (var second = new Window(folder)) {
                var a = first.reports.begin(study, Referral.NONE);
                var b = second.reports.begin(study, Referral.NONE);
                a.insert("En.", Set.of());
                first.reports.save();
                b.insert("To.", Set.of());
                second.reports.save();
                id = a.id().value();
            }
        }
        try (var again = new Window(folder)) {
            var report = again.reports.begin(study, Referral.NONE);
            assertEquals(id, report.id().value());
            assertEquals("To.", findings(report));
            assertEquals(
                    Optional.of("En."),
                    again.reports.theirs(report.id()).map(TwoWindowsTest::findings));
        }
    }

    private static String content(Window window, String report) throws Exception {
        return window.work.drafts().find(report).orElseThrow().content();
    }
}
