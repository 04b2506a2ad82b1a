package org.tyde.evidence.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.geometry.Turn;
import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.picture.Renderer;
import org.tyde.refusal.Refusal;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Colour, pseudo-colour and XA/XRF states, and how one that cannot be is refused.
class ColourStatesTest {
    private static final int SIDE = 16;

    private static DataSetBuilder state(String kind) {
        var image =
                DataSet.builder()
                        .text(Tag.REFERENCED_SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.7")
                        .build();
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, kind)
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder().sequence(Tag.REFERENCED_IMAGE_SEQUENCE, image).build());
    }

    private static ImageHeader image(boolean colour) throws Refusal {
        return ImageHeader.of(
                DataSet.builder()
                        .text(Tag.SOP_INSTANCE_UID, "2.25.7")
                        .integer(Tag.ROWS, SIDE)
                        .integer(Tag.COLUMNS, SIDE)
                        .integer(Tag.SAMPLES_PER_PIXEL, colour ? 3 : 1)
                        .integer(Tag.PLANAR_CONFIGURATION, 0)
                        .integer(Tag.BITS_ALLOCATED, 8)
                        .integer(Tag.BITS_STORED, 8)
                        .integer(Tag.HIGH_BIT, 7)
                        .integer(Tag.PIXEL_REPRESENTATION, 0)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, colour ? "RGB" : "MONOCHROME2")
                        .build());
    }

    /// 256 entries of 16 bits: red rises, green falls, blue is 51 of 255.
    private static DataSetBuilder coloured() {
        var state = state(SopClass.PSEUDO_COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE);
        var tables = new byte[3][512];
        for (int i = 0; i < 256; i++) {
            int[] entries = {257 * i, 257 * (255 - i), 257 * 51};
            for (int c = 0; c < 3; c++) {
                tables[c][2 * i] = (byte) entries[c];
                tables[c][2 * i + 1] = (byte) (entries[c] >> 8);
            }
        }
        Tag[] descriptors = {
            Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
            Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
            Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR
        };
        Tag[] data = {
            Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
            Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
            Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA
        };
        for (int c = 0; c < 3; c++)
            state.integer(descriptors[c], Vr.US, 256, 0, 16).bytes(data[c], Vr.OW, tables[c]);
        return state;
    }

    @Test
    void aPaletteComesAfterTheWindow() throws Exception {
        var window =
                DataSet.builder()
                        .decimal(Tag.WINDOW_CENTER, 100)
                        .decimal(Tag.WINDOW_WIDTH, 101)
                        .text(Tag.VOILUT_FUNCTION, "LINEAR_EXACT")
                        .build();
        var state = coloured().sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, window).build();
        var shown = PresentationState.of(state).of(image(false), 1);
        assertEquals(Set.of(), shown.notApplied());
        // windows with a straight line: 49.5 is the first entry, 150.5 the last
        assertEquals(0x00FF33, shown.pipeline().rgb(20));
        assertEquals(0xFF0033, shown.pipeline().rgb(200));
        int red = (int) Math.rint(255 * (100 - 49.5) / 101);
        assertEquals(red << 16 | (255 - red) << 8 | 0x33, shown.pipeline().rgb(100));
    }

    @Test
    void theColoursAreDrawn() throws Exception {
        var header = image(false);
        var shown = PresentationState.of(coloured().build()).of(header, 1);
        var values = new byte[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) values[i] = (byte) i;
        var frame = Frame.of(new Samples.Bytes(FrameFormat.of(header.dataSet()), values));
        var picture = IntBuffer.allocate(SIDE * SIDE);
        new Renderer().render(frame, shown.pipeline(), ImageToScreen.NATIVE, SIDE, SIDE, picture);
        for (int i = 0; i < values.length; i++)
            assertEquals(0xFF000000 | i << 16 | (255 - i) << 8 | 0x33, picture.get(i), "of " + i);
    }

    @Test
    void withoutAPaletteThePictureStaysGreyAndSaysSo() throws Exception {
        var kind = SopClass.PSEUDO_COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE;
        var shown = PresentationState.of(state(kind).build()).of(image(false), 1);
        assertEquals(Set.of(NotApplied.PALETTE), shown.notApplied());
        assertEquals(0x808080, shown.pipeline().rgb(128));
    }

    @Test
    void aColourStateTurnsAColourImage() throws Exception {
        var state =
                state(SopClass.COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE)
                        .integer(Tag.IMAGE_ROTATION, 270)
                        .text(Tag.IMAGE_HORIZONTAL_FLIP, "Y")
                        .build();
        var shown = PresentationState.of(state).of(image(true), 1);
        assertEquals(new Turn(3, true), shown.turn());
        assertEquals(Set.of(), shown.notApplied());
    }

    @Test
    void colourForGreyAndGreyForColourAreRefused() throws Exception {
        var colour =
                PresentationState.of(
                        state(SopClass.COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE).build());
        var grey = image(false);
        var one = assertThrows(Refusal.class, () -> colour.of(grey, 1));
        assertEquals(PresentationReason.COLOUR_STATE_OF_GREY, one.reason());
        var pseudo = PresentationState.of(coloured().build());
        var rgb = image(true);
        var two = assertThrows(Refusal.class, () -> pseudo.of(rgb, 1));
        assertEquals(PresentationReason.GREY_STATE_OF_COLOUR, two.reason());
    }

    @Test
    void theMaskOfAGrayscaleStateStandsForThatOfTheImage() throws Exception {
        var item =
                DataSet.builder()
                        .text(Tag.MASK_OPERATION, "AVG_SUB")
                        .integer(Tag.MASK_FRAME_NUMBERS, 1, 2)
                        .build();
        var state =
                state(SopClass.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE)
                        .sequence(Tag.MASK_SUBTRACTION_SEQUENCE, item)
                        .decimal(Tag.RESCALE_SLOPE, 2)
                        .decimal(Tag.RESCALE_INTERCEPT, -100)
                        .sequence(
                                Tag.SOFTCOPY_VOILUT_SEQUENCE,
                                DataSet.builder()
                                        .decimal(Tag.WINDOW_CENTER, 0)
                                        .decimal(Tag.WINDOW_WIDTH, 100)
                                        .text(Tag.VOILUT_FUNCTION, "LINEAR_EXACT")
                                        .build());
        var angiogram =
                ImageHeader.of(
                        image(false).dataSet().toBuilder()
                                .integer(Tag.NUMBER_OF_FRAMES, 5)
                                .build());
        var shown = PresentationState.of(state.build()).of(angiogram, 4);
        var step = shown.mask().orElseThrow();
        assertEquals(List.of(4), step.contrast());
        assertEquals(List.of(1, 2), step.mask());
        assertEquals(Set.of(), shown.notApplied());
        // a difference of 10 stored values is 20 after the rescale, whatever its intercept
        assertEquals(255 * (20 / 100.0 + 0.5), shown.pipeline().grey(10), 0.5);
        assertEquals(255 * 0.5, shown.pipeline().grey(0), 0.5);
        assertEquals(0, shown.pipeline().grey(-25));
        var linear =
                ImageHeader.of(
                        angiogram.dataSet().toBuilder()
                                .text(Tag.PIXEL_INTENSITY_RELATIONSHIP, "LIN")
                                .build());
        var not = PresentationState.of(state.build()).of(linear, 4);
        assertEquals(Optional.empty(), not.mask());
        assertEquals(Set.of(NotApplied.MASK_LINEAR), not.notApplied());
    }

    @Test
    void aRotationThatIsNoQuarterTurnIsSaid() throws Exception {
        var state =
                state(SopClass.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE)
                        .integer(Tag.IMAGE_ROTATION, 45)
                        .build();
        var shown = PresentationState.of(state).of(image(false), 1);
        assertEquals(Turn.NONE, shown.turn());
        assertEquals(Set.of(NotApplied.ROTATION), shown.notApplied());
    }
}
