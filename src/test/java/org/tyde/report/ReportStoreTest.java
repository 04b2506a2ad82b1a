package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.store.WorkDatabase;
import org.tyde.work.JobRunner;
import org.tyde.worklist.ReadingStatus;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

class ReportStoreTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private WorkDatabase work;
    private ReportStore store;

    @BeforeEach
    void open() throws Refusal {
        work = WorkDatabase.open(folder);
        store = new ReportStore(work.drafts(), runner);
    }

    @AfterEach
    void end() throws Refusal {
        store.close();
        work.close();
        runner.close();
    }

    @Test
    void aDraftComesBackWithTextCaretMarksAndHead() throws Exception {
        var report = store.begin(Reports.study("2.25.1", "CT thorax"), Reports.told("Hoste."));
        report.insert("Knute på 8 mm.", Set.of(new Meaning.Trial()));
        report.place(new Caret(Section.IMPRESSION, 0));
        store.save();
        try (var again = new ReportStore(work.drafts(), runner)) {
            var read = again.require(report.id());
            assertEquals(report.content(), read.content());
            assertEquals(report.head(), read.head());
        }
    }

    @Test
    void openingIsReadingWritingIsADraftAndPuttingAsideEmptyIsNothing() throws Exception {
        var report = store.begin(Reports.study("2.25.1", "CT thorax"), Reports.told("Hoste."));
        assertEquals(ReadingStatus.READING, store.status(report.id()));
        assertEquals("READING", work.drafts().all().getFirst().state());
        store.putAside(report.id());
        assertTrue(work.drafts().all().isEmpty());

        var other = store.begin(Reports.study("2.25.1", "CT thorax"), Reports.told("Hoste."));
        other.insert("Normalt.", Set.of());
        store.putAside(other.id());
        assertEquals("DRAFT", work.drafts().all().getFirst().state());
    }

    @Test
    void whatWasWrittenOnAReportSentAnewIsNotGoneOnWithOnTheNewOne() throws Exception {
        var study = Reports.study("2.25.1", "CT thorax");
        var first = store.goOn(countersigning(study, "2.25.10"));
        first.insert("Knute.", Set.of());
        assertSame(first, store.goOn(countersigning(study, "2.25.10")));
        var anew = store.goOn(countersigning(study, "2.25.11"));
        assertEquals("2.25.11", anew.head().follows().getFirst().sopUid());
        assertTrue(store.find(first.id()).isPresent(), "and nothing is lost");
    }

    private static Report countersigning(org.tyde.study.Study study, String report) {
        var before =
                new org.tyde.evidence.InstanceReference(
                        study.uid(), "2.25.5", org.tyde.dicom.SopClass.ENHANCED_SR_STORAGE, report);
        var head = ReportHead.of(study, ReportKind.COUNTERSIGNATURE, java.util.List.of(before));
        return Report.begin(head, Referral.NONE);
    }

    @Test
    void whatNobodyWroteInIsUnreadAgainAfterAKill() throws Exception {
        var looked = store.begin(Reports.study("2.25.1", "CT thorax"), Reports.told("Hoste."));
        var written = store.begin(Reports.study("2.25.2", "MR caput"), Referral.NONE);
        written.insert("Normalt.", Set.of());
        store.save();
        try (var again = new ReportStore(work.drafts(), runner)) {
            var opened = again.begin(Reports.study("2.25.3", "CT abdomen"), Referral.NONE);
            again.forgetUnwritten();
            assertEquals(
                    Set.of(written.id().value(), opened.id().value()),
                    work.drafts().all().stream().map(d -> d.report()).collect(Collectors.toSet()));
            assertNotEquals(
                    looked.id(),
                    again.begin(Reports.study("2.25.1", "CT thorax"), Referral.NONE).id());
        }
    }

    @Test
    void aLateWordGoesToTheReportItWasSpokenForNotToTheOneOnScreen() throws Exception {
        var first = store.begin(Reports.study("2.25.1", "CT thorax"), Referral.NONE);
        first.insert("Lunger", Set.of());
        store.putAside(first.id());
        var second = store.begin(Reports.study("2.25.2", "MR caput"), Referral.NONE);
        assertNotEquals(first.id(), second.id());

        store.require(first.id()).insert("uten anmerkning.", Set.of());
        store.save();

        assertEquals("", second.text().of(Section.FINDINGS));
        var back = store.begin(Reports.study("2.25.1", "CT thorax"), Referral.NONE);
        assertEquals("Lunger uten anmerkning.", back.text().of(Section.FINDINGS));
    }

    @Test
    void oneStudyHasOneReportBeingWritten() throws Exception {
        var study = Reports.study("2.25.1", "CT thorax");
        assertSame(store.begin(study, Referral.NONE), store.begin(study, Referral.NONE));
    }

    @Test
    void aChangeIsSavedWithoutAnybodyAskingForIt() throws Exception {
        var report = store.begin(Reports.study("2.25.1", "CT thorax"), Referral.NONE);
        report.insert("Normalt.", Set.of());
        long end = System.currentTimeMillis() + 10_000;
        while (!work.drafts().all().getFirst().content().contains("Normalt.")
                && System.currentTimeMillis() < end) Thread.sleep(20);
        assertTrue(work.drafts().all().getFirst().content().contains("Normalt."));
    }
}
