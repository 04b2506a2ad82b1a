package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.CodecReason;
import org.tyde.codec.Photometric;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.imaging.PixelSpacing.Trust;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.Window;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What headers say.
class ImageHeaderTest {
    static DataSetBuilder grey(int allocated, int stored, boolean signed) {
        return DataSet.builder()
                .integer(Tag.ROWS, 2)
                .integer(Tag.COLUMNS, 3)
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .integer(Tag.BITS_ALLOCATED, allocated)
                .integer(Tag.BITS_STORED, stored)
                .integer(Tag.HIGH_BIT, stored - 1)
                .integer(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
    }

    @Test
    void aCtSaysHounsfieldUnitsAndItsWindows() throws Exception {
        var header =
                ImageHeader.of(
                        grey(16, 12, false)
                                .text(Tag.MODALITY, "CT")
                                .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                                .decimal(Tag.RESCALE_SLOPE, 1)
                                .decimal(Tag.RESCALE_INTERCEPT, -1024)
                                .decimal(Tag.WINDOW_CENTER, 40, -600)
                                .decimal(Tag.WINDOW_WIDTH, 400, 1500)
                                .text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "SOFT", "LUNG")
                                .build());
        assertEquals(PixelUnit.HU, header.unit());
        assertEquals(-24, header.modalityLut(1).apply(1000));
        assertEquals(new ValueRange(-1024, 3071), header.modalityRange(1));
        var second = (Voi.Windowed) header.vois(1).get(1);
        assertEquals(new Window(-600, 1500), second.window());
        assertEquals(Optional.of("LUNG"), second.explanation());
        assertEquals(List.of(), header.notApplied());
    }

    @Test
    void aDerivedCtWithoutRescaleTypeHasNoUnit() throws Exception {
        var header =
                ImageHeader.of(
                        grey(16, 12, false)
                                .text(Tag.MODALITY, "CT")
                                .text(Tag.IMAGE_TYPE, "DERIVED", "SECONDARY")
                                .decimal(Tag.RESCALE_SLOPE, 1)
                                .decimal(Tag.RESCALE_INTERCEPT, 0)
                                .build());
        assertEquals(PixelUnit.NONE, header.unit());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # function, center, width, said
                    LINEAR,         40,     0, WINDOW
                    LINEAR,         40,   0.5, WINDOW
                    SIGMOID,        40,    -1, WINDOW
                    S,              40,   400, VOI_FUNCTION
                    """)
    void aWindowThatCannotBeUsedIsSaidAndNotMended(
            String function, double center, double width, NotApplied said) throws Exception {
        var header =
                ImageHeader.of(
                        grey(16, 12, false)
                                .text(Tag.VOILUT_FUNCTION, function)
                                .decimal(Tag.WINDOW_CENTER, center)
                                .decimal(Tag.WINDOW_WIDTH, width)
                                .build());
        assertEquals(List.of(), header.vois(1));
        assertEquals(List.of(said), header.notApplied());
    }

    @Test
    void aVoiTableComesBeforeTheWindow() throws Exception {
        var item =
                DataSet.builder()
                        .bytes(Tag.LUT_DESCRIPTOR, Vr.US, new byte[] {3, 0, 2, 0, 8, 0})
                        .bytes(Tag.LUT_DATA, Vr.OW, new byte[] {10, 20, 30, 0})
                        .text(Tag.LUT_EXPLANATION, "CURVE")
                        .build();
        var header =
                ImageHeader.of(
                        grey(16, 12, false)
                                .sequence(Tag.VOILUT_SEQUENCE, item)
                                .decimal(Tag.WINDOW_CENTER, 40)
                                .decimal(Tag.WINDOW_WIDTH, 400)
                                .build());
        var table = (Voi.Table) header.vois(1).getFirst();
        assertEquals(20, table.lut().at(3));
        assertEquals(2, header.vois(1).size());
    }

    @Test
    void functionalGroupsHoldForTheirFrame() throws Exception {
        var shared =
                DataSet.builder()
                        .sequence(
                                Tag.PIXEL_MEASURES_SEQUENCE,
                                DataSet.builder().decimal(Tag.PIXEL_SPACING, 0.5, 0.25).build())
                        .sequence(
                                Tag.PLANE_ORIENTATION_SEQUENCE,
                                DataSet.builder()
                                        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                                        .build())
                        .build();
        var header =
                ImageHeader.of(
                        grey(16, 16, true)
                                .text(Tag.MODALITY, "MR")
                                .integer(Tag.NUMBER_OF_FRAMES, 2)
                                .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                                .sequence(
                                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                                        group(10, 2, 100),
                                        group(20, 3, 200))
                                .build());
        assertEquals(2, header.frames());
        assertEquals(10, header.plane(1).orElseThrow().position().z());
        assertEquals(20, header.plane(2).orElseThrow().position().z());
        assertEquals(6, header.modalityLut(2).apply(2));
        assertEquals(new Window(200, 50), ((Voi.Windowed) header.vois(2).getFirst()).window());
        assertEquals(new PixelSpacing(0.5, 0.25, Trust.PATIENT), header.spacing(2).orElseThrow());
        assertEquals(2, header.aspect());
    }

    private static DataSet group(double z, double slope, double center) {
        return DataSet.builder()
                .sequence(
                        Tag.PLANE_POSITION_SEQUENCE,
                        DataSet.builder().decimal(Tag.IMAGE_POSITION_PATIENT, 0, 0, z).build())
                .sequence(
                        Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.RESCALE_SLOPE, slope)
                                .decimal(Tag.RESCALE_INTERCEPT, 0)
                                .text(Tag.RESCALE_TYPE, "US")
                                .build())
                .sequence(
                        Tag.FRAME_VOILUT_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.WINDOW_CENTER, center)
                                .decimal(Tag.WINDOW_WIDTH, 50)
                                .build())
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # modality, pixel, imager, film, type,     factor, trust,        mm
                    CT,           0.3,    ,      ,     ,             , PATIENT,      0.3
                    DX,           0.2,   0.2,    ,     ,             , MAGNIFIED,    0.2
                    DX,          0.18,   0.2,    ,     ,             , CALIBRATED,   0.18
                    XA,           0.2,   0.2,    , GEOMETRY,         , CALIBRATED,   0.2
                    DX,           0.2,      ,    ,     ,             , UNKNOWN,      0.2
                    MG,              ,   0.2,    ,     ,             , AT_DETECTOR,  0.2
                    MG,              ,   0.2,    ,     ,         1.25, CORRECTED,    0.16
                    OT,              ,      , 0.1,     ,             , SCANNED_FILM, 0.1
                    OT,           0.3,      ,    ,     ,             , UNKNOWN,      0.3
                    """)
    void spacingSaysWhereItHolds(
            String modality,
            @org.jspecify.annotations.Nullable Double pixel,
            @org.jspecify.annotations.Nullable Double imager,
            @org.jspecify.annotations.Nullable Double film,
            @org.jspecify.annotations.Nullable String type,
            @org.jspecify.annotations.Nullable Double factor,
            Trust trust,
            double mm)
            throws Exception {
        var builder = grey(16, 12, false).text(Tag.MODALITY, modality);
        if (pixel != null) builder.decimal(Tag.PIXEL_SPACING, pixel, pixel);
        if (imager != null) builder.decimal(Tag.IMAGER_PIXEL_SPACING, imager, imager);
        if (film != null) builder.decimal(Tag.NOMINAL_SCANNED_PIXEL_SPACING, film, film);
        if (type != null) builder.text(Tag.PIXEL_SPACING_CALIBRATION_TYPE, type);
        if (factor != null)
            builder.decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, factor);
        var spacing = ImageHeader.of(builder.build()).spacing(1).orElseThrow();
        assertEquals(trust, spacing.trust());
        assertEquals(mm, spacing.column(), 1e-9);
    }

    @Test
    void withoutOrWithZeroSpacingThereIsNone() throws Exception {
        assertTrue(ImageHeader.of(grey(8, 8, false).build()).spacing(1).isEmpty());
        var zero = grey(8, 8, false).text(Tag.MODALITY, "CT").decimal(Tag.PIXEL_SPACING, 0, 0);
        assertTrue(ImageHeader.of(zero.build()).spacing(1).isEmpty());
    }

    @Test
    void ultrasoundRegionsKeepTheirOwnScale() throws Exception {
        var region =
                DataSet.builder()
                        .integer(Tag.REGION_LOCATION_MIN_X0, 10)
                        .integer(Tag.REGION_LOCATION_MIN_Y0, 20)
                        .integer(Tag.REGION_LOCATION_MAX_X1, 100)
                        .integer(Tag.REGION_LOCATION_MAX_Y1, 200)
                        .integer(Tag.REGION_SPATIAL_FORMAT, 1)
                        .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, 3)
                        .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, 3)
                        .decimal(Tag.PHYSICAL_DELTA_X, 0.02)
                        .decimal(Tag.PHYSICAL_DELTA_Y, 0.03)
                        .build();
        var header =
                ImageHeader.of(
                        grey(8, 8, false)
                                .text(Tag.MODALITY, "US")
                                .sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, region)
                                .build());
        var read = header.regions().getFirst();
        assertTrue(read.contains(100, 200) && !read.contains(101, 200));
        var spacing = read.spacing().orElseThrow();
        assertEquals(0.3, spacing.row(), 1e-12);
        assertEquals(0.2, spacing.column(), 1e-12);
        assertTrue(header.spacing(1).isEmpty());
    }

    @Test
    void paddingHasTheSignOfThePixels() throws Exception {
        var header =
                ImageHeader.of(
                        grey(16, 16, true)
                                .bytes(
                                        Tag.PIXEL_PADDING_VALUE,
                                        Vr.US,
                                        new byte[] {(byte) 0x30, (byte) 0xF8})
                                .build());
        assertEquals(Optional.of(new PixelPadding(-2000, -2000)), header.padding());
    }

    @Test
    void whatIsNotHonouredIsSaidInBothLanguages() throws Exception {
        var header =
                ImageHeader.of(
                        grey(16, 12, false).text(Tag.PRESENTATION_LUT_SHAPE, "INVERSE").build());
        assertEquals(List.of(NotApplied.PRESENTATION_LUT_SHAPE), header.notApplied());
        for (var one : NotApplied.values())
            assertTrue(!one.sentence(Locale.of("nb")).contains("notApplied"), one.name());
        assertEquals(
                "Shutter not applied: its shape is unknown or incomplete",
                NotApplied.SHUTTER.sentence(Locale.ENGLISH));
    }

    @Test
    void aReportIsNoImageAndImpossibleCellsAreRefused() {
        var report =
                assertThrows(
                        Refusal.class,
                        () -> ImageHeader.of(DataSet.builder().text(Tag.MODALITY, "SR").build()));
        assertEquals(CodecReason.NO_PIXELS, report.reason());
        var bits = assertThrows(Refusal.class, () -> ImageHeader.of(grey(16, 17, false).build()));
        assertEquals(CodecReason.IMPOSSIBLE_FORMAT, bits.reason());
        assertEquals("(0028,0101)", bits.place().orElseThrow());
    }

    @Test
    void colourHasNoWindowEvenWhereTheFileSaysOne() throws Exception {
        var header =
                ImageHeader.of(
                        grey(8, 8, false)
                                .integer(Tag.SAMPLES_PER_PIXEL, 3)
                                .text(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
                                .decimal(Tag.WINDOW_CENTER, 127)
                                .decimal(Tag.WINDOW_WIDTH, 255)
                                .build());
        assertEquals(Photometric.RGB, header.format().photometric());
        assertEquals(List.of(), header.vois(1));
    }
}
