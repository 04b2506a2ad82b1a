package org.tyde.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.geometry.Bearing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class StudyHeadersTest {
    private static final String SHOW = "FOR PRESENTATION";

    private static HangImage image(DataSet header) {
        return Headers.study("1", List.of(header)).series().getFirst().images().getFirst();
    }

    private static DataSet viewCode(DataSet breast, String code) {
        var view = DataSet.builder().text(Tag.CODE_VALUE, code).build();
        return breast.toBuilder().sequence(Tag.VIEW_CODE_SEQUENCE, view).build();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # stated, code,      view
                    MLO,      399162004, MLO
                    '',       399162004, CC
                    '',       R-10226,   MLO
                    '',       R-10224,   ML
                    '',       12345,     ''
                    cc,       399368009, CC
                    """)
    void theViewIsTheOneStatedElseThatOfItsCode(String stated, String code, String view) {
        var header = viewCode(Headers.breast("x", "R", stated, SHOW, "P", "L"), code);
        assertEquals(view, image(header).projection().view());
    }

    @Test
    void aTomosynthesisHasItsSideInAFunctionalGroup() {
        var anatomy = DataSet.builder().text(Tag.FRAME_LATERALITY, "L").build();
        var shared = DataSet.builder().sequence(Tag.FRAME_ANATOMY_SEQUENCE, anatomy).build();
        var header =
                Headers.breast("x", "", "MLO", SHOW, "A", "FR").toBuilder()
                        .text(Tag.SOP_CLASS_UID, SopClass.BREAST_TOMOSYNTHESIS_IMAGE_STORAGE)
                        .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                        .integer(Tag.NUMBER_OF_FRAMES, 40)
                        .build();
        assertEquals(Optional.of(Side.LEFT), image(header).projection().side());
        assertEquals(Set.of(HangImage.Kind.TOMOSYNTHESIS), image(header).kinds());
        assertEquals(40, image(header).frames());
    }

    @Test
    void theSeriesLateralityCountsForRadiographsButNotForMammograms() {
        var breast =
                Headers.breast("x", "", "CC", SHOW, "P", "L").toBuilder()
                        .text(Tag.LATERALITY, "R")
                        .build();
        assertEquals(Optional.empty(), image(breast).projection().side());
        var hand =
                Headers.radiograph("h", "PA", "L", "F", 1).toBuilder()
                        .text(Tag.LATERALITY, "R")
                        .build();
        assertEquals(Optional.of(Side.RIGHT), image(hand).projection().side());
    }

    @Test
    void orientationIsReadOnlyWhole() {
        var one =
                Headers.radiograph("h", "PA", "L", "F", 1).toBuilder()
                        .text(Tag.PATIENT_ORIENTATION, "L")
                        .build();
        assertEquals(Bearing.UNKNOWN, image(one).projection().row());
        var animal = Headers.radiograph("h", "PA", "LE", "CD", 1);
        assertEquals(Bearing.UNKNOWN, image(animal).projection().row());
        assertEquals(Bearing.UNKNOWN, image(animal).projection().column());
    }

    @Test
    void kindsFollowImageTypeAndClass() {
        var scout =
                Headers.with(
                        Headers.axial("CT", "s", "f", 1, 0),
                        Tag.IMAGE_TYPE,
                        "DERIVED",
                        "PRIMARY",
                        "LOCALIZER");
        assertEquals(
                Set.of(HangImage.Kind.LOCALIZER, HangImage.Kind.DERIVED),
                image(scout.getFirst()).kinds());
        var captured =
                Headers.section("CT", "s", 1, "f", Headers.AXIAL, 0, 0, 0).toBuilder()
                        .text(Tag.SOP_CLASS_UID, SopClass.SECONDARY_CAPTURE_IMAGE_STORAGE)
                        .build();
        assertTrue(image(captured).kinds().contains(HangImage.Kind.CAPTURE));
    }

    @Test
    void aMalformedValueIsLeftOutAndSaidOnce() {
        var header =
                Headers.clip("US", "u", 1, 1, "10:00:00", 40).toBuilder()
                        .bytes(
                                Tag.ACQUISITION_DATE,
                                Vr.DA,
                                "20XX1120".getBytes(StandardCharsets.US_ASCII))
                        .bytes(
                                Tag.INSTANCE_NUMBER,
                                Vr.IS,
                                "one ".getBytes(StandardCharsets.US_ASCII))
                        .build();
        var study = Headers.study("1", List.of(header));
        var image = study.series().getFirst().images().getFirst();
        assertEquals(OptionalInt.empty(), image.number());
        assertEquals(Optional.empty(), image.acquired());
        assertEquals(1, study.unreadable().size());
        assertEquals(Optional.of("u"), study.unreadable().getFirst().sopInstanceUid());
    }

    @Test
    void theTimeIsThatOfTheAcquisitionElseThatOfTheContent() {
        var clip = Headers.clip("US", "u", 1, 1, "10:00:05", 40);
        assertEquals(Optional.of(LocalDateTime.of(2026, 11, 20, 10, 0, 5)), image(clip).acquired());
        var content =
                clip.toBuilder()
                        .remove(Tag.ACQUISITION_DATE)
                        .date(Tag.CONTENT_DATE, java.time.LocalDate.of(2026, 11, 21))
                        .time(Tag.CONTENT_TIME, java.time.LocalTime.of(8, 0))
                        .build();
        assertEquals(Optional.of(LocalDateTime.of(2026, 11, 21, 8, 0)), image(content).acquired());
    }

    @Test
    void seriesComeByNumberWhateverTheOrderOfHeaders() {
        var a = Headers.with(Headers.axial("CT", "a", "f", 1, 0), Tag.SERIES_NUMBER, "7");
        var b = Headers.with(Headers.axial("CT", "b", "f", 1, 0), Tag.SERIES_NUMBER, "2");
        var none = Headers.axial("CT", "c", "f", 1, 0);
        assertEquals(
                List.of("b", "a", "c"),
                Headers.study("1", none, a, b).series().stream().map(HangSeries::uid).toList());
    }

    @Test
    void aMultiFrameImageHasAPlaneForEachFrame() {
        var frames =
                List.of(0, 5, 10).stream()
                        .map(
                                z ->
                                        DataSet.builder()
                                                .sequence(
                                                        Tag.PLANE_POSITION_SEQUENCE,
                                                        DataSet.builder()
                                                                .decimal(
                                                                        Tag.IMAGE_POSITION_PATIENT,
                                                                        0,
                                                                        0,
                                                                        z)
                                                                .build())
                                                .build())
                        .toList();
        var shared =
                DataSet.builder()
                        .sequence(
                                Tag.PLANE_ORIENTATION_SEQUENCE,
                                DataSet.builder()
                                        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, Headers.AXIAL)
                                        .build())
                        .sequence(
                                Tag.PIXEL_MEASURES_SEQUENCE,
                                DataSet.builder().decimal(Tag.PIXEL_SPACING, 1, 1).build())
                        .build();
        var header =
                Headers.section("CT", "e", 1, "f", Headers.AXIAL, 0, 0, 0).toBuilder()
                        .remove(Tag.IMAGE_POSITION_PATIENT)
                        .remove(Tag.IMAGE_ORIENTATION_PATIENT)
                        .remove(Tag.PIXEL_SPACING)
                        .integer(Tag.NUMBER_OF_FRAMES, 3)
                        .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                        .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
                        .build();
        var study = Headers.study("1", List.of(header));
        var stack = Stacks.ofSeries("1", study.series().getFirst());
        assertEquals(StackOrder.POSITION, stack.order());
        assertEquals(List.of(3, 2, 1), stack.frames().stream().map(f -> f.key().frame()).toList());
    }
}
