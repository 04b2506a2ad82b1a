package org.tyde.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tyde.SharedData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.ImageHeader;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// From what stands in a header to the unit beside a length, each row of the table for each kind of image:
/// millimetres only where they can be believed (PS3.3 10.7.1).
class ScaleOfHeaderTest {
    private static final Length TEN_DOWN =
            new Length(new ImagePoint(20, 20), new ImagePoint(20, 30));

    private static final String PX = "10 px not calibrated";

    static DataSetBuilder image(String modality) {
        return DataSet.builder()
                .asFound()
                .text(Tag.MODALITY, modality)
                .integer(Tag.ROWS, 64)
                .integer(Tag.COLUMNS, 64)
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.BITS_STORED, 12)
                .integer(Tag.HIGH_BIT, 11)
                .integer(Tag.PIXEL_REPRESENTATION, 0);
    }

    private static Measured measured(DataSet header) throws Refusal {
        var scale = Scale.of(ImageHeader.of(header), 1, TEN_DOWN.points());
        return Measuring.of(TEN_DOWN, scale, Optional.empty());
    }

    private static String line(DataSet header) throws Refusal {
        return measured(header).lines(Locale.ENGLISH).getFirst().replace('\u00a0', ' ');
    }

    /// What a header says, and the line that stands beside ten pixels downwards.
    private record Row(String says, UnaryOperator<DataSetBuilder> header, String line) {}

    private static UnaryOperator<DataSetBuilder> pixel(double... mm) {
        return b -> b.decimal(Tag.PIXEL_SPACING, mm);
    }

    private static UnaryOperator<DataSetBuilder> imager(double... mm) {
        return b -> b.decimal(Tag.IMAGER_PIXEL_SPACING, mm);
    }

    private static UnaryOperator<DataSetBuilder> film(double... mm) {
        return b -> b.decimal(Tag.NOMINAL_SCANNED_PIXEL_SPACING, mm);
    }

    private static UnaryOperator<DataSetBuilder> type(String type, String description) {
        return b ->
                b.text(Tag.PIXEL_SPACING_CALIBRATION_TYPE, type)
                        .text(Tag.PIXEL_SPACING_CALIBRATION_DESCRIPTION, description);
    }

    private static UnaryOperator<DataSetBuilder> magnified(double factor) {
        return b -> b.decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, factor);
    }

    private static UnaryOperator<DataSetBuilder> distances(double detector, double patient) {
        return b ->
                b.decimal(Tag.DISTANCE_SOURCE_TO_DETECTOR, detector)
                        .decimal(Tag.DISTANCE_SOURCE_TO_PATIENT, patient);
    }

    private static UnaryOperator<DataSetBuilder> aspect(int vertical, int horizontal) {
        return b -> b.integer(Tag.PIXEL_ASPECT_RATIO, vertical, horizontal);
    }

    @SafeVarargs
    private static Row row(String line, String says, UnaryOperator<DataSetBuilder>... parts) {
        return new Row(
                says,
                b -> {
                    var all = b;
                    for (var part : parts) all = part.apply(all);
                    return all;
                },
                line);
    }

    /// What cannot be a spacing, whoever says it.
    private static final List<Row> IMPOSSIBLE =
            List.of(
                    row(PX, "a spacing of 0", pixel(0, 0)),
                    row(PX, "a row spacing of 0", pixel(0, 0.3)),
                    row(PX, "a negative spacing", pixel(-0.3, 0.3)),
                    row(PX, "two negative spacings", pixel(-0.3, -0.3)),
                    row(PX, "one value", pixel(0.3)),
                    row(PX, "three values", pixel(0.3, 0.3, 0.3)),
                    row(PX, "a decimal comma", b -> b.text(Tag.PIXEL_SPACING, "0,3", "0,3")),
                    row(PX, "words", b -> b.text(Tag.PIXEL_SPACING, "0.3mm", "0.3mm")),
                    row(PX, "a spacing of metres", pixel(300, 300)),
                    row(PX, "a spacing of atoms", pixel(3e-7, 3e-7)),
                    row(PX, "not even a number", b -> b.text(Tag.PIXEL_SPACING, "NaN", "NaN")),
                    row(PX, "an unequal aspect", pixel(0.3, 0.3), aspect(2, 1)),
                    row(PX, "an aspect turned round", pixel(0.3, 0.25), aspect(5, 6)),
                    row(PX, "an aspect of 0", pixel(0.3, 0.3), aspect(0, 1)));

    private static final List<Row> PROJECTIONS =
            List.of(
                    row(PX, "nothing", b -> b),
                    row("3.0 mm calibration unknown", "spacing alone", pixel(0.3, 0.25)),
                    row(
                            "3.0 mm calibration unknown",
                            "an agreeing aspect",
                            pixel(0.3, 0.25),
                            aspect(6, 5)),
                    row(
                            "3.0 mm at detector, magnified",
                            "spacing that is the detector's",
                            pixel(0.3, 0.25),
                            imager(0.3, 0.25)),
                    row(
                            "3.0 mm at detector, magnified",
                            "spacing that is the detector's, rounded",
                            pixel(0.3, 0.25),
                            imager(0.3001, 0.2499)),
                    row("3.0 mm at detector", "the detector's alone", imager(0.3, 0.25)),
                    row(
                            "2.0 mm calibrated",
                            "another than the detector's",
                            pixel(0.2, 0.2),
                            imager(0.3, 0.3)),
                    row(
                            "3.0 mm calibration unknown",
                            "more than the detector's",
                            pixel(0.3, 0.3),
                            imager(0.2, 0.2)),
                    row(
                            "2.0 mm calibrated (object of known size), 25 mm ball",
                            "a fiducial",
                            pixel(0.2, 0.2),
                            type("FIDUCIAL", "25 mm ball")),
                    row(
                            "2.0 mm calibrated (geometry)",
                            "a geometry",
                            pixel(0.2, 0.2),
                            imager(0.2, 0.2),
                            type("GEOMETRY", "")),
                    row(
                            "2.0 mm calibration unknown",
                            "a type the standard does not define",
                            pixel(0.2, 0.2),
                            imager(0.3, 0.3),
                            type("OTHER", "")),
                    row(
                            "2.0 mm corrected ×1.50 (estimated)",
                            "a magnification",
                            imager(0.3, 0.3),
                            magnified(1.5)),
                    row(
                            "2.0 mm corrected ×1.50 (estimated)",
                            "two distances",
                            imager(0.3, 0.3),
                            distances(1500, 1000)),
                    row(
                            "2.0 mm corrected ×1.50 (estimated)",
                            "a magnification before distances",
                            imager(0.3, 0.3),
                            magnified(1.5),
                            distances(1800, 1000)),
                    row("3.0 mm at detector", "no magnification", imager(0.3, 0.3), magnified(1)),
                    row(
                            "3.0 mm at detector",
                            "a magnification below 1",
                            imager(0.3, 0.3),
                            magnified(0.5),
                            distances(1500, 1000)),
                    row("3.0 mm at detector", "a percentage", imager(0.3, 0.3), magnified(150)),
                    row(
                            "3.0 mm at detector",
                            "the patient behind the detector",
                            imager(0.3, 0.3),
                            distances(1000, 1500)),
                    row(
                            "3.0 mm at detector",
                            "no distance to the patient",
                            imager(0.3, 0.3),
                            distances(1000, 0)),
                    row(PX, "a detector of 0", imager(0, 0)),
                    row(PX, "a detector of 0, magnified", imager(0, 0), magnified(1.5)),
                    row(PX, "spacing of 0 beside the detector's", pixel(0, 0), imager(0.3, 0.3)),
                    row(PX, "spacing beside a detector of 0", pixel(0.3, 0.3), imager(0, 0)),
                    row("1.0 mm scanned film", "a scanned film", film(0.1, 0.1)),
                    row(
                            "1.0 mm scanned film",
                            "spacing that is the film's",
                            pixel(0.1, 0.1),
                            film(0.1, 0.1)),
                    row(
                            "2.0 mm calibrated",
                            "another than the film's",
                            pixel(0.2, 0.2),
                            film(0.1, 0.1)),
                    row(PX, "a film of 0", film(0, 0)));

    private static final List<Row> SECTIONS =
            List.of(
                    row(PX, "nothing", b -> b),
                    row("7.0 mm", "spacing", pixel(0.7, 0.5)),
                    row("7.0 mm", "spacing and a detector's", pixel(0.7, 0.5), imager(0.3, 0.3)),
                    row(PX, "a detector's alone", imager(0.7, 0.7)),
                    row(PX, "a film's alone", film(0.7, 0.7)));

    private static final List<Row> CAPTURES =
            List.of(
                    row(PX, "nothing", b -> b),
                    row(PX, "a spacing copied along", pixel(0.3, 0.3)),
                    row(PX, "a detector's copied along", imager(0.3, 0.3)),
                    row("1.0 mm scanned film", "a scanned film", film(0.1, 0.1)),
                    row(
                            "2.0 mm calibrated (object of known size)",
                            "a fiducial",
                            pixel(0.2, 0.2),
                            type("FIDUCIAL", "")));

    private static final List<Row> ULTRASOUND =
            List.of(
                    row(PX, "nothing", b -> b),
                    row(PX, "a spacing beside no region", pixel(0.3, 0.3)),
                    row(PX, "a detector's", imager(0.3, 0.3)),
                    row(PX, "a film's", film(0.3, 0.3)));

    private static Stream<DynamicTest> each(
            List<Row> rows, String kind, UnaryOperator<DataSetBuilder> header) {
        return rows.stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        kind + ", " + row.says,
                                        () ->
                                                assertEquals(
                                                        row.line,
                                                        line(
                                                                row.header
                                                                        .apply(
                                                                                header.apply(
                                                                                        image("")))
                                                                        .build()))));
    }

    private static UnaryOperator<DataSetBuilder> modality(String modality) {
        return b -> b.text(Tag.MODALITY, modality);
    }

    private static UnaryOperator<DataSetBuilder> sop(String uid, String modality) {
        return b -> b.text(Tag.MODALITY, modality).text(Tag.SOP_CLASS_UID, uid);
    }

    @TestFactory
    Stream<DynamicTest> projectionsSayWhereALengthHolds() {
        var kinds =
                Stream.of("DX", "CR", "MG", "XA", "RF", "IO", "PX", "OT", "XC", "ES")
                        .flatMap(
                                m ->
                                        Stream.concat(
                                                each(PROJECTIONS, m, modality(m)),
                                                each(IMPOSSIBLE, m, modality(m))));
        var misnamed =
                each(
                        PROJECTIONS,
                        "a radiograph that says it is CT",
                        sop(SopClass.DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION, "CT"));
        var scout =
                each(
                        PROJECTIONS,
                        "a scout",
                        b ->
                                modality("CT")
                                        .apply(b)
                                        .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "LOCALIZER"));
        return Stream.of(kinds, misnamed, scout).flatMap(s -> s);
    }

    @TestFactory
    Stream<DynamicTest> sectionsAreInThePatient() {
        var kinds =
                Stream.of("CT", "MR", "PT")
                        .flatMap(
                                m ->
                                        Stream.concat(
                                                each(SECTIONS, m, modality(m)),
                                                each(IMPOSSIBLE, m, modality(m))));
        var nuclear =
                each(
                        SECTIONS,
                        "NM",
                        b ->
                                modality("NM")
                                        .apply(b)
                                        .text(
                                                Tag.IMAGE_TYPE,
                                                "ORIGINAL",
                                                "PRIMARY",
                                                "RECON TOMO",
                                                "EMISSION"));
        return Stream.concat(kinds, nuclear);
    }

    @Test
    void aPlanarGammaPictureDoesNotSayAtWhatDepthItsSpacingHolds() throws Refusal {
        var planar = image("NM").text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "WHOLE BODY");
        assertEquals(
                "3.0 mm calibration unknown",
                line(planar.decimal(Tag.PIXEL_SPACING, 0.3, 0.3).build()));
    }

    @TestFactory
    Stream<DynamicTest> capturesArePixels() {
        return Stream.of(
                        SopClass.SECONDARY_CAPTURE_IMAGE_STORAGE,
                        SopClass.MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE_STORAGE,
                        SopClass.MULTI_FRAME_TRUE_COLOR_SECONDARY_CAPTURE_IMAGE_STORAGE)
                .flatMap(
                        uid ->
                                Stream.of("OT", "CT", "MR", "DX")
                                        .flatMap(m -> each(CAPTURES, m + " " + uid, sop(uid, m))));
    }

    @TestFactory
    Stream<DynamicTest> ultrasoundGoesByItsRegions() {
        return Stream.concat(
                each(ULTRASOUND, "US", modality("US")),
                each(
                        ULTRASOUND,
                        "a US that says it is CT",
                        sop(SopClass.ULTRASOUND_IMAGE_STORAGE, "CT")));
    }

    private static DataSet region(int format, int unitX, int unitY, double dx, double dy) {
        return DataSet.builder()
                .integer(Tag.REGION_SPATIAL_FORMAT, format)
                .integer(Tag.REGION_LOCATION_MIN_X0, 0)
                .integer(Tag.REGION_LOCATION_MIN_Y0, 0)
                .integer(Tag.REGION_LOCATION_MAX_X1, 63)
                .integer(Tag.REGION_LOCATION_MAX_Y1, 63)
                .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, unitX)
                .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, unitY)
                .decimal(Tag.PHYSICAL_DELTA_X, dx)
                .decimal(Tag.PHYSICAL_DELTA_Y, dy)
                .build();
    }

    private static List<String> lines(DataSet... regions) throws Refusal {
        var header = image("US").sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, regions).build();
        return measured(header).lines(Locale.ENGLISH).stream()
                .map(l -> l.replace('\u00a0', ' '))
                .toList();
    }

    @Test
    void aRegionGivesEachAxisItsOwnUnit() throws Refusal {
        assertEquals(List.of("3.0 mm"), lines(region(1, 3, 3, 0.02, 0.03)));
        assertEquals(List.of("3.0 mm"), lines(region(1, 3, 3, -0.02, -0.03)));
        assertEquals(List.of("Δ 0.0 s", "Δ 0.3 cm"), lines(region(2, 4, 3, 0.01, 0.03)));
        assertEquals(List.of("Δ 0.0 s", "Δ 5.0 cm/s"), lines(region(3, 4, 7, 0.01, -0.5)));
        assertEquals(List.of("Δ 0.0 s", "Δ 500.0 Hz"), lines(region(3, 4, 5, 0.01, 50)));
    }

    @Test
    void aRegionThatCannotBeIsPixels() throws Refusal {
        assertEquals(List.of(PX), lines(region(1, 3, 3, 0, 0.03)));
        assertEquals(List.of(PX), lines(region(1, 3, 3, Double.NaN, 0.03)));
        assertEquals(List.of(PX), lines(region(3, 4, 7, Double.NaN, 1)));
        assertEquals(List.of(PX), lines(region(1, 3, 3, 0.02, Double.POSITIVE_INFINITY)));
        assertEquals(List.of(PX), lines(region(1, 3, 99, 0.02, 0.03)));
        assertEquals(List.of(PX), lines(region(1, 0, 0, 0.02, 0.03)));
        assertEquals(List.of(PX), lines(region(1, 3, 3, 100, 100)));
    }

    @Test
    void whatWasNotBelievedIsSaid() throws Refusal {
        var header = ImageHeader.of(image("CT").decimal(Tag.PIXEL_SPACING, 0, 0).build());
        assertEquals(
                List.of("Pixel spacing cannot be used"),
                header.notApplied().stream().map(n -> n.sentence(Locale.ENGLISH)).toList());
    }

    @Test
    void aLengthInPixelsCountsPixelsAndAnAngleTakesTheirAspect() throws Refusal {
        var header = image("OT").integer(Tag.PIXEL_ASPECT_RATIO, 2, 1).build();
        assertEquals(PX, line(header));
        var angle = new Angle(new ImagePoint(10, 0), new ImagePoint(0, 0), new ImagePoint(10, 10));
        var scale = Scale.of(ImageHeader.of(header), 1, angle.points());
        var degrees =
                Measuring.of(angle, scale, Optional.empty())
                        .value(Measured.Kind.ANGLE)
                        .orElseThrow();
        assertEquals(Math.toDegrees(Math.atan(2)), degrees.value(), 1e-9);
    }

    @Test
    void whatTheReaderSaysIsMeasuredByAndNamed() throws Refusal {
        var header = ImageHeader.of(image("OT").integer(Tag.PIXEL_ASPECT_RATIO, 2, 1).build());
        var at = LocalTime.of(14, 5);
        var known =
                Optional.of(UserCalibration.of(TEN_DOWN, 50, header.aspect(), at, "Kari Nordmann"));
        var across = new Length(new ImagePoint(20, 20), new ImagePoint(30, 20));
        for (var row : List.of(Map.entry(TEN_DOWN, "50.0 mm"), Map.entry(across, "25.0 mm"))) {
            var scale = Scale.of(header, 1, row.getKey().points(), known);
            var lines = Measuring.of(row.getKey(), scale, Optional.empty()).lines(Locale.ENGLISH);
            assertEquals(
                    row.getValue() + " user calibration 14:05 Kari Nordmann",
                    lines.getFirst().replace('\u00a0', ' '));
        }
        assertThrows(
                IllegalArgumentException.class, () -> UserCalibration.of(TEN_DOWN, 0, 1, at, ""));
        var point = new Length(TEN_DOWN.from(), TEN_DOWN.from());
        assertThrows(IllegalArgumentException.class, () -> UserCalibration.of(point, 9, 1, at, ""));
    }

    @Test
    void whatTheReaderSaysMakesNoMillimetresOfSeconds() throws Refusal {
        var header =
                ImageHeader.of(
                        image("US")
                                .sequence(
                                        Tag.SEQUENCE_OF_ULTRASOUND_REGIONS,
                                        region(3, 4, 7, 0.01, -0.5))
                                .build());
        var known = Optional.of(new UserCalibration(1, 1, LocalTime.NOON, ""));
        assertInstanceOf(Scale.Axes.class, Scale.of(header, 1, TEN_DOWN.points(), known));
    }

    @Test
    void anAngiogramInFunctionalGroupsIsMeasuredByItsOwn() throws Refusal {
        var shared =
                DataSet.builder()
                        .sequence(
                                Tag.FRAME_PIXEL_DATA_PROPERTIES_SEQUENCE,
                                DataSet.builder()
                                        .decimal(Tag.IMAGER_PIXEL_SPACING, 0.3, 0.3)
                                        .build())
                        .sequence(
                                Tag.X_RAY_GEOMETRY_SEQUENCE,
                                DataSet.builder()
                                        .decimal(Tag.DISTANCE_SOURCE_TO_DETECTOR, 1200)
                                        .build());
        var header =
                sop(SopClass.ENHANCED_XA_IMAGE_STORAGE, "XA")
                        .apply(image(""))
                        .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared.build());
        assertEquals("3.0 mm at detector", line(header.build()));
        shared.sequence(
                Tag.PROJECTION_PIXEL_CALIBRATION_SEQUENCE,
                DataSet.builder()
                        .decimal(Tag.OBJECT_PIXEL_SPACING_IN_CENTER_OF_BEAM, 0.2, 0.2)
                        .build());
        header.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared.build());
        assertEquals("2.0 mm calibrated (geometry)", line(header.build()));
    }

    @Test
    void tomosynthesisIsInThePatient() throws Refusal {
        var shared =
                DataSet.builder()
                        .sequence(
                                Tag.PIXEL_MEASURES_SEQUENCE,
                                DataSet.builder().decimal(Tag.PIXEL_SPACING, 0.1, 0.1).build());
        var header =
                sop(SopClass.BREAST_TOMOSYNTHESIS_IMAGE_STORAGE, "MG")
                        .apply(image(""))
                        .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared.build());
        assertEquals("1.0 mm", line(header.build()));
    }

    /// No file of the shared collection gives millimetres without a spacing of its own.
    @Test
    void noRealFileGivesMillimetresOutOfNothing() throws IOException {
        var wrong = new ArrayList<String>();
        try (var files = Files.walk(SharedData.require("data/files"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (millimetresOutOfNothing(file)) wrong.add(file.toString());
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean millimetresOutOfNothing(Path file) throws IOException {
        try {
            var header = DicomReader.readHeader(file).dataSet();
            boolean says =
                    header.has(Tag.PIXEL_SPACING)
                            || header.has(Tag.IMAGER_PIXEL_SPACING)
                            || header.has(Tag.NOMINAL_SCANNED_PIXEL_SPACING)
                            || header.has(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS)
                            || header.has(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
            return !says
                    && scale(header) instanceof Scale.Lengths lengths
                    && lengths.unit().equals(Unit.MM);
        } catch (Refusal noImage) {
            return false;
        }
    }

    private static Scale scale(DataSet header) throws Refusal {
        return Scale.of(ImageHeader.of(header), 1, TEN_DOWN.points());
    }
}
