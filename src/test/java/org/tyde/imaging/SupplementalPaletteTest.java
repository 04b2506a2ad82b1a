package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.picture.Renderer;

import java.nio.IntBuffer;
import java.util.List;

/// Grey images some of whose values are colours (PS3.3 C.7.6.19). The palette begins at 1000: red, green, blue.
class SupplementalPaletteTest {
    private static final short[] STORED = {0, 500, 999, 1000, 1001, 1002, 1003, 4000};

    private static DataSetBuilder image(String presentation) {
        var image = ImageHeaderTest.grey(16, 12, false);
        image.integer(Tag.ROWS, 2).integer(Tag.COLUMNS, 4);
        image.text(Tag.PIXEL_PRESENTATION, presentation);
        image.decimal(Tag.WINDOW_CENTER, 500).decimal(Tag.WINDOW_WIDTH, 1000);
        channel(image, Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 1000, 255, 0, 0);
        channel(image, Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 1000, 0, 255, 0);
        return channel(image, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 1000, 0, 0, 255);
    }

    private static DataSetBuilder channel(
            DataSetBuilder to, Tag descriptor, int first, int... entries) {
        var data = new byte[2 * entries.length];
        for (int i = 0; i < entries.length; i++) data[2 * i + 1] = (byte) entries[i];
        var table = Tag.of(descriptor.group(), descriptor.element() + 0x100);
        return to.integer(descriptor, Vr.US, entries.length, first, 16).bytes(table, Vr.OW, data);
    }

    private static Frame frame(ImageHeader header) {
        return Frame.of(
                new Samples.Shorts(FrameFormat.grey(2, 4, 16, 12), STORED.clone()),
                header.meaning());
    }

    private static IntBuffer drawn(ImageHeader header, ImageToScreen view, int width, int height) {
        var pipeline = GrayscalePipeline.of(header, 1, header.vois(1).getFirst());
        var picture = IntBuffer.allocate(width * height);
        new Renderer().render(frame(header), pipeline, view, width, height, picture);
        return picture;
    }

    @Test
    void valuesFromTheFirstMappedOnAreColoursAndTheOthersGoThroughTheWindow() throws Exception {
        var header = ImageHeader.of(image("COLOR").build());
        assertEquals(List.of(), header.notApplied());
        var picture = drawn(header, ImageToScreen.NATIVE, 4, 2);
        var expected =
                new int[] {
                    0xFF000000,
                    0xFF808080,
                    0xFFFFFFFF,
                    0xFFFF0000,
                    0xFF00FF00,
                    0xFF0000FF,
                    0xFF0000FF,
                    0xFF0000FF
                };
        for (int i = 0; i < 8; i++)
            assertEquals(
                    Integer.toHexString(expected[i]), Integer.toHexString(picture.get(i)), "" + i);
    }

    @Test
    void betweenAGreyAndAColourThereIsTheirMixtureAndNoOtherColour() throws Exception {
        var header = ImageHeader.of(image("MIXED").build());
        var twice = new ImageToScreen(2, 0, 0, 2, 1, 1);
        var picture = drawn(header, twice, 8, 4);
        int mixed = picture.get(7); // a quarter on from red
        assertEquals(0xFFFF0000, mixed);
        mixed = picture.get(5); // three quarters white, a quarter red
        assertEquals(255, mixed >> 16 & 0xFF);
        assertEquals(191, mixed >> 8 & 0xFF, 1);
        assertEquals(191, mixed & 0xFF, 1);
        var half = drawn(header, new ImageToScreen(0.5, 0, 0, 0.5, 0.25, 0.25), 2, 1);
        assertEquals((0 + 128 + 0 + 0) / 4.0, half.get(0) >> 16 & 0xFF, 1);
        assertEquals((0 + 128 + 255 + 0) / 4.0, half.get(0) >> 8 & 0xFF, 1);
        assertEquals((0 + 128 + 0 + 255) / 4.0, half.get(0) & 0xFF, 1);
    }

    @Test
    void colouredValuesAreNoPartOfTheRange() throws Exception {
        var header = ImageHeader.of(image("COLOR").build());
        assertEquals(new ValueRange(0, 999), frame(header).range());
        assertTrue(frame(header).counts(999));
        assertFalse(frame(header).counts(1000));
        assertEquals(frame(header).level(), frame(header).atLevel(2).level());
    }

    @ParameterizedTest
    @CsvSource({"MONOCHROME, ", "'', PALETTE", "TRUE_COLOR, PALETTE"})
    void aPaletteIsUsedOnlyWherePixelPresentationAsksForIt(String term, NotApplied said)
            throws Exception {
        var image = image("COLOR");
        if (term.isEmpty()) image.remove(Tag.PIXEL_PRESENTATION);
        else image.text(Tag.PIXEL_PRESENTATION, term);
        var header = ImageHeader.of(image.build());
        assertEquals(said == null ? List.of() : List.of(said), header.notApplied());
        assertEquals(0xFFFFFFFF, drawn(header, ImageToScreen.NATIVE, 4, 2).get(3));
    }

    @Test
    void aPaletteThatIsMissingOrPartsAtThreePlacesIsSaid() throws Exception {
        var missing = image("COLOR").remove(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA);
        assertEquals(List.of(NotApplied.PALETTE), ImageHeader.of(missing.build()).notApplied());
        var apart =
                channel(
                        image("COLOR"),
                        Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                        1001,
                        0,
                        0,
                        255);
        assertEquals(List.of(NotApplied.PALETTE), ImageHeader.of(apart.build()).notApplied());
    }

    @Test
    void enhancedPalettesAreSaidNotToBeSupported() throws Exception {
        var image =
                ImageHeaderTest.grey(16, 12, false)
                        .text(Tag.PIXEL_PRESENTATION, "MONOCHROME")
                        .sequence(Tag.DATA_FRAME_ASSIGNMENT_SEQUENCE, DataSet.builder().build());
        var header = ImageHeader.of(image.build());
        assertEquals(List.of(NotApplied.ENHANCED_PALETTE), header.notApplied());
        assertEquals(List.<Voi>of(), header.vois(1));
    }
}
