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
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Life;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.evidence.Verifier;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.Drafts;
import org.tyde.store.Instances;
import org.tyde.store.Outbox;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class WorklistTest {
    private static final Observer TRAINEE = person("Østby", "Jonas", "9144911");
    private static final Observer CONSULTANT = person("Haug", "Per", "9144912");

    private static Observer person(String family, String given, String hpr) {
        return new Observer(
                PersonName.of(family, given),
                Optional.empty(),
                Optional.of("Sykehuset"),
                Optional.of(hpr));
    }

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
    void whoWroteIsToldToWhomItWaitsForAndToHimselfThatItWaits() throws Exception {
        var image = Instances.of(1, 1).build();
        var study = Study.from(image);
        cache.accept(Instances.part10(1, 1));
        cache.accept(awaiting(image, TRAINEE, Awaits.COUNTERSIGNATURE));
        worklist.readBy(() -> Optional.of(CONSULTANT));
        var row = worklist.rows(List.of(study)).getFirst();
        assertEquals(ReadingStatus.PRELIMINARY, row.status());
        assertTrue(row.mine());
        var due = row.due().orElseThrow();
        assertEquals("ØSTBY, Jonas", due.author());
        assertEquals("Til kontrasignering", due.text(Locale.of("nb")));
        worklist.readBy(() -> Optional.of(TRAINEE));
        var own = worklist.rows(List.of(study)).getFirst().due().orElseThrow();
        assertTrue(own.own());
        assertFalse(own.open());
        assertEquals("Foreløpig, venter", own.text(Locale.of("nb")));
    }

    @Test
    void whatTheArchiveHasNotTakenIsToldOfItsStudy() throws Exception {
        var image = Instances.of(1, 1).build();
        var study = Study.from(image);
        var id = "7b0c9a0e-6d0c-4f2e-9d3e-0a53a1c5b7aa";
        work.drafts().save(new Drafts.Draft(id, study.uid(), "SIGNED", "x", Instant.now()));
        work.dispatch(
                Optional.of(id),
                new Outbox.Batch(
                        id,
                        study.uid(),
                        Instant.EPOCH,
                        List.of(
                                new Outbox.Item.ForArchive(
                                        "vest", awaiting(image, TRAINEE, Awaits.SECOND_READING)))));
        assertEquals(
                Optional.empty(), worklist.rows(List.of(study)).getFirst().undelivered(), "new");
        var item = work.outbox().all().getFirst().id();
        work.outbox().failed(item, "UNREACHABLE", Instant.now());
        assertEquals(
                Optional.of(Undelivered.TRIED_IN_VAIN),
                worklist.rows(List.of(study)).getFirst().undelivered());
        work.outbox().refused(item, "REFUSED", 0xA700);
        assertEquals(
                Optional.of(Undelivered.REFUSED),
                worklist.rows(List.of(study)).getFirst().undelivered());
    }

    private static DataSet awaiting(DataSet image, Observer author, Awaits what) throws Exception {
        var state = what == Awaits.SECOND_READING ? DocumentState.SIGNED : DocumentState.AWAITING;
        var when = LocalDateTime.of(2026, 11, 23, 2, 40);
        var who = Optional.of(author);
        return StructuredReport.write(
                new ReportDocument(
                        "2.25.777",
                        image.textOr(Tag.STUDY_INSTANCE_UID, ""),
                        Concepts.titleOf("CT"),
                        state,
                        Optional.of(when),
                        who,
                        Verifier.alone(state, who, when),
                        Life.awaiting(what),
                        List.of(new DocumentSection(Concepts.FINDINGS, "Funn.", List.of())),
                        List.of(),
                        List.of(),
                        List.of()),
                image);
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
