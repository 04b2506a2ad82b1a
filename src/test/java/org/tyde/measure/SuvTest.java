package org.tyde.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;

/// SUV by numbers worked out by hand.
class SuvTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    private static DataSetBuilder image(String correction, Consumer<DataSetBuilder> drug) {
        var given =
                DataSet.builder()
                        .decimal(Tag.RADIONUCLIDE_TOTAL_DOSE, 400e6)
                        .decimal(Tag.RADIONUCLIDE_HALF_LIFE, 6000)
                        .time(Tag.RADIOPHARMACEUTICAL_START_TIME, LocalTime.of(8, 20));
        drug.accept(given);
        return DataSet.builder()
                .text(Tag.UNITS, "BQML")
                .text(Tag.CORRECTED_IMAGE, "NORM", "DTIM", "ATTN", "SCAT", "DECAY")
                .text(Tag.DECAY_CORRECTION, correction)
                .decimal(Tag.PATIENT_WEIGHT, 80)
                .date(Tag.SERIES_DATE, DAY)
                .time(Tag.SERIES_TIME, LocalTime.of(10, 0))
                .date(Tag.ACQUISITION_DATE, DAY)
                .time(Tag.ACQUISITION_TIME, LocalTime.of(10, 5))
                .sequence(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, given.build());
    }

    private static SuvReason refused(DataSetBuilder image) {
        var refusal = assertThrows(Refusal.class, () -> Suv.of(image.build()));
        return (SuvReason) refusal.reason();
    }

    @Test
    void oneHalfLifeAfterTheInjectionHalfTheDoseCounts() throws Exception {
        // 100 min = 6000 s = one half-life: 200 MBq left; 80000 g / 2e8 Bq = 4e-4
        var suv = Suv.of(image("START", _ -> {}).build());
        assertEquals(4e-4, suv.factor(), 1e-12);
        assertEquals(2, suv.of(5000), 1e-9);
    }

    @Test
    void correctedToTheInjectionTheWholeDoseCounts() throws Exception {
        assertEquals(2e-4, Suv.of(image("ADMIN", _ -> {}).build()).factor(), 1e-12);
    }

    @Test
    void aDateWithTheInjectionMayBeTheDayBefore() throws Exception {
        // 23:20 the day before to 10:00: 38400 s = 6.4 half-lives
        var image =
                image(
                        "START",
                        d ->
                                d.dateTime(
                                        Tag.RADIOPHARMACEUTICAL_START_DATE_TIME,
                                        DAY.minusDays(1).atTime(23, 20)));
        assertEquals(80000 / (4e8 * Math.pow(2, -6.4)), Suv.of(image.build()).factor(), 1e-9);
    }

    @Test
    void aSeriesTimeAfterTheImagesIsReplacedByWhatTheFrameSays() throws Exception {
        // acquired 10:05:00, 315 s after the start, in a frame of 120 s: the mean rate comes a
        // little before
        // the middle of the frame, at ln(x / (1 - e^-x)) / l = 59.931 s, with l = ln 2 / 6000 s, x
        // =
        // 120 l
        var image =
                image("START", _ -> {})
                        .time(Tag.SERIES_TIME, LocalTime.of(12, 0))
                        .decimal(Tag.FRAME_REFERENCE_TIME, 315_000)
                        .integer(Tag.ACTUAL_FRAME_DURATION, org.tyde.dicom.Vr.IS, 120_000);
        double scan = 5 * 60 + 59.931 - 315;
        double passed = 6000 + scan;
        assertEquals(
                80000 / (4e8 * Math.pow(2, -passed / 6000)), Suv.of(image.build()).factor(), 1e-9);
    }

    @Test
    void gramsPerMillilitreAreSuvAlready() throws Exception {
        assertEquals(1, Suv.of(DataSet.builder().text(Tag.UNITS, "GML").build()).factor());
        assertEquals(
                SuvReason.UNITS,
                refused(DataSet.builder().text(Tag.UNITS, "GML").text(Tag.SUV_TYPE, "LBM")));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # what,   reason
                    units,    UNITS
                    counts,   UNITS
                    weight0,  WEIGHT
                    weight,   WEIGHT
                    decay,    DECAY_CORRECTION
                    none,     DECAY_CORRECTION
                    corrected, NOT_CORRECTED
                    drug,     RADIOPHARMACEUTICAL
                    dose,     DOSE
                    half,     HALF_LIFE
                    given,    INJECTION_TIME
                    later,    TIMES_CONTRADICT
                    scan,     SCAN_TIME
                    """)
    void whereAnythingIsMissingThereIsNoSuv(String what, SuvReason reason) {
        var image =
                switch (what) {
                    case "units" -> image("START", _ -> {}).remove(Tag.UNITS);
                    case "counts" -> image("START", _ -> {}).text(Tag.UNITS, "CNTS");
                    case "weight0" -> image("START", _ -> {}).decimal(Tag.PATIENT_WEIGHT, 0);
                    case "weight" -> image("START", _ -> {}).remove(Tag.PATIENT_WEIGHT);
                    case "decay" -> image("START", _ -> {}).remove(Tag.DECAY_CORRECTION);
                    case "none" -> image("NONE", _ -> {});
                    case "corrected" -> image("START", _ -> {}).text(Tag.CORRECTED_IMAGE, "ATTN");
                    case "drug" ->
                            image("START", _ -> {})
                                    .remove(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
                    case "dose" -> image("START", d -> d.remove(Tag.RADIONUCLIDE_TOTAL_DOSE));
                    case "half" -> image("START", d -> d.remove(Tag.RADIONUCLIDE_HALF_LIFE));
                    case "given" ->
                            image("START", d -> d.remove(Tag.RADIOPHARMACEUTICAL_START_TIME));
                    case "later" ->
                            image(
                                    "START",
                                    d ->
                                            d.time(
                                                    Tag.RADIOPHARMACEUTICAL_START_TIME,
                                                    LocalTime.of(10, 30)));
                    default -> image("START", _ -> {}).time(Tag.SERIES_TIME, LocalTime.of(12, 0));
                };
        assertEquals(reason, refused(image));
    }
}
