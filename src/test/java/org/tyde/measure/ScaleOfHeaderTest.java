package org.tyde.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tyde.SharedData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.ImageHeader;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// From what stands in a header to the unit beside a length: millimetres only where they can be believed.
class ScaleOfHeaderTest {
    private static final Length TEN_DOWN =
            new Length(new ImagePoint(20, 20), new ImagePoint(20, 30));

    private static DataSetBuilder image(String modality) {
        return DataSet.builder()
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

    /// What a header says, and the line that stands beside ten pixels downwards.
    private record Row(String says, UnaryOperator<DataSetBuilder> header, String line) {}

    private static final List<Row> PROJECTIONS =
            List.of(
                    new Row("nothing", b -> b, "10 px not calibrated"),
                    new Row(
                            "spacing alone",
                            b -> b.decimal(Tag.PIXEL_SPACING, 0.3, 0.25),
                            "3.0 mm calibration unknown"),
                    new Row(
                            "spacing that is the detector's",
                            b ->
                                    b.decimal(Tag.PIXEL_SPACING, 0.3, 0.25)
                                            .decimal(Tag.IMAGER_PIXEL_SPACING, 0.3, 0.25),
                            "3.0 mm at detector"),
                    new Row(
                            "the detector's alone",
                            b -> b.decimal(Tag.IMAGER_PIXEL_SPACING, 0.3, 0.25),
                            "3.0 mm at detector"),
                    new Row(
                            "another than the detector's",
                            b ->
                                    b.decimal(Tag.PIXEL_SPACING, 0.2, 0.2)
                                            .decimal(Tag.IMAGER_PIXEL_SPACING, 0.3, 0.3),
                            "2.0 mm calibrated"),
                    new Row(
                            "a fiducial",
                            b ->
                                    b.decimal(Tag.PIXEL_SPACING, 0.2, 0.2)
                                            .text(Tag.PIXEL_SPACING_CALIBRATION_TYPE, "FIDUCIAL"),
                            "2.0 mm calibrated"),
                    new Row(
                            "a magnification",
                            b ->
                                    b.decimal(Tag.IMAGER_PIXEL_SPACING, 0.3, 0.3)
                                            .decimal(
                                                    Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR,
                                                    1.5),
                            "2.0 mm corrected (estimated)"),
                    new Row(
                            "scanned film",
                            b -> b.decimal(Tag.NOMINAL_SCANNED_PIXEL_SPACING, 0.1, 0.1),
                            "1.0 mm scanned film"),
                    new Row(
                            "a spacing of 0",
                            b -> b.decimal(Tag.PIXEL_SPACING, 0, 0),
                            "10 px not calibrated"),
                    new Row(
                            "a negative spacing",
                            b -> b.decimal(Tag.PIXEL_SPACING, -1, 1),
                            "10 px not calibrated"),
                    new Row(
                            "one value",
                            b -> b.decimal(Tag.PIXEL_SPACING, 0.3),
                            "10 px not calibrated"));

    @TestFactory
    Stream<DynamicTest> projectionsSayWhereALengthHolds() {
        return Stream.of("DX", "CR", "MG", "XA", "RF", "IO", "PX")
                .flatMap(
                        modality ->
                                PROJECTIONS.stream()
                                        .map(
                                                row ->
                                                        DynamicTest.dynamicTest(
                                                                modality + ", " + row.says,
                                                                () -> holds(modality, row))));
    }

    private static void holds(String modality, Row row) throws Refusal {
        assertEquals(row.line, line(row.header.apply(image(modality)).build()));
    }

    private static String line(DataSet header) throws Refusal {
        return measured(header).lines(Locale.ENGLISH).getFirst().replace('\u00a0', ' ');
    }

    @TestFactory
    Stream<DynamicTest> sectionsAreInThePatient() {
        return Stream.of("CT", "MR", "PT", "NM")
                .map(
                        modality ->
                                DynamicTest.dynamicTest(
                                        modality,
                                        () ->
                                                assertEquals(
                                                        "7.0 mm",
                                                        line(
                                                                image(modality)
                                                                        .decimal(
                                                                                Tag.PIXEL_SPACING,
                                                                                0.7,
                                                                                0.5)
                                                                        .build()))));
    }

    @Test
    void ultrasoundWithoutRegionsIsPixels() throws Refusal {
        assertEquals("10 px not calibrated", line(image("US").build()));
        assertEquals(
                "10 px not calibrated",
                line(image("US").decimal(Tag.IMAGER_PIXEL_SPACING, 0.3, 0.3).build()));
    }

    @Test
    void ultrasoundWithARegionIsMillimetres() throws Refusal {
        var region =
                DataSet.builder()
                        .integer(Tag.REGION_SPATIAL_FORMAT, 1)
                        .integer(Tag.REGION_LOCATION_MIN_X0, 0)
                        .integer(Tag.REGION_LOCATION_MIN_Y0, 0)
                        .integer(Tag.REGION_LOCATION_MAX_X1, 63)
                        .integer(Tag.REGION_LOCATION_MAX_Y1, 63)
                        .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, 3)
                        .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, 3)
                        .decimal(Tag.PHYSICAL_DELTA_X, 0.02)
                        .decimal(Tag.PHYSICAL_DELTA_Y, 0.03)
                        .build();
        assertEquals(
                "3.0 mm",
                line(image("US").sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, region).build()));
    }

    @Test
    void anAngleWithoutSpacingTakesTheAspectOfThePixels() throws Refusal {
        var header = image("OT").integer(Tag.PIXEL_ASPECT_RATIO, 2, 1).build();
        var angle = new Angle(new ImagePoint(10, 0), new ImagePoint(0, 0), new ImagePoint(10, 10));
        var scale = Scale.of(ImageHeader.of(header), 1, angle.points());
        var degrees =
                Measuring.of(angle, scale, Optional.empty())
                        .value(Measured.Kind.ANGLE)
                        .orElseThrow();
        assertEquals(Math.toDegrees(Math.atan(2)), degrees.value(), 1e-9);
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
                    && scale(header) instanceof Scale.Lengths(_, _, var unit, _)
                    && unit.equals(Unit.MM);
        } catch (Refusal noImage) {
            return false;
        }
    }

    private static Scale scale(DataSet header) throws Refusal {
        return Scale.of(ImageHeader.of(header), 1, TEN_DOWN.points());
    }
}
