package org.tyde.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.Drafts;
import org.tyde.store.Instances;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

class WorklistTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private Cache cache;
    private WorkDatabase work;
    private Worklist worklist;

    @BeforeEach
    void open() throws Refusal {
        cache = Cache.open(folder.resolve("cache"), runner);
        work = WorkDatabase.open(folder.resolve("data"));
        worklist = new Worklist(cache, work, runner);
    }

    @AfterEach
    void end() {
        cache.close();
        work.close();
        runner.close();
    }

    @Test
    void theUrgentComeFirstThenByStatusThenTheNewest() throws Exception {
        var rows =
                worklist.rows(
                        List.of(
                                study(1, "ROUTINE", "20261120"),
                                study(2, "ROUTINE", "20261122"),
                                study(3, "STAT", "20261101"),
                                study(4, "LOW", "20261122"),
                                study(5, "", "20261121"),
                                draft(study(6, "HIGH", "20261122")),
                                study(7, "HIGH", "20261101"),
                                signed(study(8, "STAT", "20261122"))));
        assertEquals(
                List.of("3", "7", "6", "2", "5", "1", "4", "8"),
                rows.stream().map(r -> r.study().uid().substring(5)).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.5.1.4.1.1.88.22, VERIFIED, SIGNED",
        "1.2.840.10008.5.1.4.1.1.88.22, UNVERIFIED, PRELIMINARY",
        "1.2.840.10008.5.1.4.1.1.88.11, VERIFIED, SIGNED",
        "1.2.840.10008.5.1.4.1.1.88.34, UNVERIFIED, UNREAD", // measurements of a program
        "1.2.840.10008.5.1.4.1.1.88.67, VERIFIED, UNREAD", // a dose report
    })
    void aReportSaysHowFarItsStudyIs(String sopClass, String flag, ReadingStatus status)
            throws Exception {
        cache.accept(
                Instances.part10(
                        Instances.of(1, 1)
                                .remove(Tag.PIXEL_DATA)
                                .text(Tag.SOP_CLASS_UID, sopClass)
                                .text(Tag.COMPLETION_FLAG, "COMPLETE")
                                .text(Tag.VERIFICATION_FLAG, flag)));
        assertEquals(status, worklist.status("2.25.1"));
    }

    @Test
    void aStudyIsReadyWhenAllTheArchiveHasIsHere() throws Exception {
        var study =
                Study.from(
                        Instances.of(1, 1)
                                .text(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES, "2")
                                .build());
        cache.accept(Instances.part10(1, 1));
        assertFalse(worklist.rows(List.of(study)).getFirst().ready());
        cache.accept(Instances.part10(1, 2));
        assertTrue(worklist.rows(List.of(study)).getFirst().ready());
    }

    @Test
    void statusesHaveTheirWords() {
        assertEquals("Under gransking", ReadingStatus.READING.text(Locale.of("nb", "NO")));
        assertEquals("Signed", ReadingStatus.SIGNED.text(Locale.ENGLISH));
    }

    private static Study study(int number, String priority, String date) throws Refusal {
        return Study.from(
                Instances.of(number, 1)
                        .text(Tag.REQUESTED_PROCEDURE_PRIORITY, priority)
                        .text(Tag.STUDY_DATE, date)
                        .build());
    }

    private Study draft(Study study) throws Refusal {
        work.drafts().save(new Drafts.Draft(study.uid(), study.uid(), "DRAFT", "x", Instant.now()));
        return study;
    }

    private Study signed(Study study) throws Refusal {
        int number = Integer.parseInt(study.uid().substring("2.25.".length()));
        cache.accept(
                Instances.part10(
                        Instances.of(number, 9)
                                .remove(Tag.PIXEL_DATA)
                                .text(Tag.SOP_CLASS_UID, SopClass.ENHANCED_SR_STORAGE)
                                .text(Tag.COMPLETION_FLAG, "COMPLETE")
                                .text(Tag.VERIFICATION_FLAG, "VERIFIED")));
        return study;
    }
}
