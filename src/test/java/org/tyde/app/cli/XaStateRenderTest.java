package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

/// `tyde render --state` of an XA/XRF state whose mask is shifted by region after a table to a logarithmic scale, against
/// numpy.
class XaStateRenderTest {
    private static final int COLUMNS = 40;
    private static final int ROWS = 32;
    private static final int FRAMES = 6;

    @TempDir Path folder = Path.of("");

    private static DataSet run() {
        var pixels = new byte[COLUMNS * ROWS * FRAMES];
        for (int f = 0, i = 0; f < FRAMES; f++)
            for (int r = 0; r < ROWS; r++)
                for (int c = 0; c < COLUMNS; c++, i++) {
                    boolean vessel = f > 2 && Math.abs(r - c / 2 - 4) < 3;
                    pixels[i] = (byte) (120 + 60 * Math.sin(c / 3.0 + r / 5.0) - (vessel ? 50 : 0));
                }
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.X_RAY_ANGIOGRAPHIC_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.901")
                .text(Tag.MODALITY, "XA")
                .text(Tag.PIXEL_INTENSITY_RELATIONSHIP, "LIN")
                .integer(Tag.NUMBER_OF_FRAMES, FRAMES)
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.ROWS, ROWS)
                .integer(Tag.COLUMNS, COLUMNS)
                .integer(Tag.BITS_ALLOCATED, 8)
                .integer(Tag.BITS_STORED, 8)
                .integer(Tag.HIGH_BIT, 7)
                .integer(Tag.PIXEL_REPRESENTATION, 0)
                .bulk(Tag.PIXEL_DATA, Vr.OB, BulkData.of(pixels))
                .build();
    }

    private static DataSet region(double down, double left, int... rowsAndColumns) {
        var region = DataSet.builder().decimal(Tag.MASK_SUB_PIXEL_SHIFT, Vr.FL, down, left);
        if (rowsAndColumns.length > 0)
            region.integer(Tag.VERTICES_OF_THE_REGION, Vr.SS, rowsAndColumns);
        return region.build();
    }

    private static DataSet shifts(int first, int last, DataSet... regions) {
        return DataSet.builder()
                .integer(Tag.PIXEL_SHIFT_FRAME_RANGE, Vr.US, first, last)
                .sequence(Tag.REGION_PIXEL_SHIFT_SEQUENCE, List.of(regions))
                .build();
    }

    private static DataSet state() {
        var table = new byte[512];
        for (int i = 0; i < 256; i++) {
            int entry = (int) Math.rint(700 * Math.log1p(i));
            table[2 * i] = (byte) entry;
            table[2 * i + 1] = (byte) (entry >> 8);
        }
        var image =
                DataSet.builder()
                        .text(
                                Tag.REFERENCED_SOP_CLASS_UID,
                                SopClass.X_RAY_ANGIOGRAPHIC_IMAGE_STORAGE)
                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.901")
                        .build();
        return DataSet.builder()
                .text(
                        Tag.SOP_CLASS_UID,
                        SopClass.XA_XRF_GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.902")
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, image).build())
                .sequence(
                        Tag.MASK_SUBTRACTION_SEQUENCE,
                        DataSet.builder()
                                .text(Tag.MASK_OPERATION, "AVG_SUB")
                                .integer(Tag.MASK_FRAME_NUMBERS, Vr.US, 1, 2)
                                .integer(Tag.APPLICABLE_FRAME_RANGE, Vr.US, 3, 6)
                                .sequence(
                                        Tag.PIXEL_SHIFT_SEQUENCE,
                                        shifts(
                                                4,
                                                4,
                                                region(1, 0, 1, 1, 1, 20, 16, 20, 16, 1),
                                                region(-0.5, 1.25, 9, 11, 9, 40, 32, 40, 32, 11)),
                                        shifts(5, 6, region(2, -3)))
                                .build())
                .sequence(
                        Tag.PIXEL_INTENSITY_RELATIONSHIP_LUT_SEQUENCE,
                        DataSet.builder()
                                .integer(Tag.LUT_DESCRIPTOR, Vr.US, 256, 0, 12)
                                .bytes(Tag.LUT_DATA, Vr.OW, table)
                                .text(Tag.LUT_FUNCTION, "TO_LOG")
                                .build())
                .sequence(
                        Tag.SOFTCOPY_VOILUT_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.WINDOW_CENTER, 0)
                                .decimal(Tag.WINDOW_WIDTH, 900)
                                .build())
                .text(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY")
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void theDifferenceIsThatOfTheState(int frame) throws Exception {
        var run = BlendedPicture.write(folder, run()).toString();
        var state = BlendedPicture.write(folder, state()).toString();
        var script = folder.resolve("xa_mask.py");
        try (var in = XaStateRenderTest.class.getResourceAsStream("xa_mask.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        var expected = folder.resolve("expected.grey");
        var said =
                Programs.run(
                        Programs.requirePydicom().toString(),
                        script.toString(),
                        state,
                        run,
                        "" + frame,
                        expected.toString());
        assertEquals(0, said.exitCode(), said.text());
        var out = folder.resolve("out.png");
        assertEquals(
                0,
                CommandLineOfTyde.run(
                        "render",
                        run,
                        "--frame",
                        "" + frame,
                        "--state",
                        state,
                        "--native",
                        "-o",
                        out.toString()));
        var grey = Files.readAllBytes(expected);
        var made = ImageIO.read(out.toFile()).getRaster();
        int most = 0;
        int contrast = 0;
        for (int i = 0; i < grey.length; i++) {
            int level = made.getSample(i % COLUMNS, i / COLUMNS, 0);
            most = Math.max(most, Math.abs(level - (grey[i] & 0xFF)));
            if (level > 10 && level < 245) contrast++;
        }
        assertTrue(contrast > grey.length / 2, contrast + " pixels between black and white");
        assertTrue(most <= 1, "off by " + most);
    }
}
