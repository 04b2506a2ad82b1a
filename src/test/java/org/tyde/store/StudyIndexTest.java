package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.study.RequestPriority;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

class StudyIndexTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private Cache cache;

    @BeforeEach
    void fill() throws Refusal {
        cache = Cache.open(folder, runner);
        accept(1, "Bråten^Øystein", "13816512345", "20261122", "CT", "CT thorax");
        accept(2, "Aase^Ærlig", "01025011111", "20260314", "MR", "MR caput");
        accept(3, "Müller^Per", "777", "20250101", "DX", "100%_sikker");
        cache.flush();
    }

    @AfterEach
    void end() {
        cache.close();
        runner.close();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # typed,           found
                    braaten,           1
                    BRÅTEN øy,         1
                    oystein,           ''
                    oeystein braaten,  1
                    åse,               2
                    aerlig,            2
                    muller,            3
                    thorax,            1
                    138165 12345,      1
                    138165,            1
                    a2,                2
                    100%,              3
                    0_0,               ''
                    raaten,            ''
                    """)
    void searchFoldsCaseAndNorwegianLetters(String typed, String found) throws Exception {
        assertEquals(found, numbers(StudyFilter.ALL.with(typed)));
    }

    @Test
    void studiesAreLimitedByDateModalityAndPatient() throws Exception {
        assertEquals(
                "2",
                numbers(
                        new StudyFilter(
                                "",
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 1, 1)),
                                Optional.of(LocalDate.of(2026, 10, 31)),
                                Set.of(),
                                10)));
        assertEquals(
                "1,3",
                numbers(
                        new StudyFilter(
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of("CT", "DX"),
                                10)));
        assertEquals("3", numbers(StudyFilter.ALL.ofPatient("777")));
    }

    @Test
    void aStudyIsReadBackAsItWasTold() throws Exception {
        cache.accept(
                Instances.part10(
                        Instances.of(4, 1)
                                .text(Tag.INSTITUTION_NAME, "Tønsberg sykehus")
                                .text(Tag.BODY_PART_EXAMINED, "CHEST")
                                .text(Tag.REQUESTED_PROCEDURE_PRIORITY, "STAT")
                                .text(Tag.PATIENT_BIRTH_DATE, "19650113")
                                .text(Tag.PATIENT_SEX, "M")));
        cache.flush();
        var told = Study.from(cache.header(Instances.sop(4, 1)));
        var read = cache.index().study("2.25.4").orElseThrow();
        assertEquals(told.patient(), read.patient());
        assertEquals(Optional.of("Tønsberg sykehus"), read.institution());
        assertEquals(Optional.of("CHEST"), read.bodyPart());
        assertEquals(Optional.of(RequestPriority.STAT), read.priority());
        assertEquals(told.time(), read.time());
        assertEquals(1, read.seriesCount());
    }

    @Test
    void instancesComeByNumberAndSeriesSayTheirModality() throws Exception {
        for (int number : new int[] {10, 2, 3}) cache.accept(Instances.part10(5, number));
        cache.flush();
        assertEquals(
                List.of(2, 3, 10),
                cache.index().instances("2.25.5.1").stream()
                        .map(i -> i.number().orElse(0))
                        .toList());
        var series = cache.index().series("2.25.5").getFirst();
        assertEquals("CT", series.modality());
        assertEquals(3, series.instanceCount());
    }

    @Test
    void reportsAreKnownWithTheirFlags() throws Exception {
        cache.accept(
                Instances.part10(
                        Instances.of(6, 1)
                                .remove(Tag.PIXEL_DATA)
                                .text(Tag.SOP_CLASS_UID, SopClass.ENHANCED_SR_STORAGE)
                                .text(Tag.COMPLETION_FLAG, "COMPLETE")
                                .text(Tag.VERIFICATION_FLAG, "VERIFIED")));
        cache.flush();
        assertEquals(
                List.of(
                        new StudyIndex.HeldReport(
                                "2.25.6",
                                Instances.sop(6, 1),
                                SopClass.ENHANCED_SR_STORAGE,
                                "COMPLETE",
                                "VERIFIED")),
                cache.index().reports());
    }

    private void accept(
            int study, String name, String id, String date, String modality, String description)
            throws Refusal {
        cache.accept(
                Instances.part10(
                        Instances.of(study, 1)
                                .personName(Tag.PATIENT_NAME, PersonName.parse(name))
                                .text(Tag.PATIENT_ID, id)
                                .text(Tag.STUDY_DATE, date)
                                .text(Tag.MODALITY, modality)
                                .text(Tag.STUDY_DESCRIPTION, description)));
    }

    private String numbers(StudyFilter filter) throws Refusal {
        return cache.index().studies(filter).stream()
                .map(s -> s.uid().substring("2.25.".length()))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
