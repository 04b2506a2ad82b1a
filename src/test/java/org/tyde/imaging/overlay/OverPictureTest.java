package org.tyde.imaging.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.InstanceFrames;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.work.JobContext;

import java.nio.IntBuffer;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Overlay planes over an image of 5 columns and 4 rows; `#` is painted.
class OverPictureTest {
    private static final int COLUMNS = 5;
    private static final int ROWS = 4;
    private static final String ALL_OF_2X3 = "### ###";

    private static DataSetBuilder image() {
        return DataSet.builder()
                .integer(Tag.ROWS, ROWS)
                .integer(Tag.COLUMNS, COLUMNS)
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.BITS_STORED, 12)
                .integer(Tag.HIGH_BIT, 11)
                .integer(Tag.PIXEL_REPRESENTATION, 0)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
    }

    /// @param bits rows of `#` and `.`, one frame after the other, spaces between rows
    private static DataSetBuilder plane(
            DataSetBuilder to, int nth, int rows, int row, int column, String bits) {
        var lines = bits.split(" ");
        var set = new BitSet();
        var flat = String.join("", lines);
        for (int i = 0; i < flat.length(); i++) if (flat.charAt(i) == '#') set.set(i);
        var bytes = java.util.Arrays.copyOf(set.toByteArray(), (flat.length() + 15) / 16 * 2);
        return to.integer(Tag.OVERLAY_ROWS.repeated(nth), Vr.US, rows)
                .integer(Tag.OVERLAY_COLUMNS.repeated(nth), Vr.US, lines[0].length())
                .text(Tag.OVERLAY_TYPE.repeated(nth), "G")
                .integer(Tag.OVERLAY_ORIGIN.repeated(nth), Vr.SS, row, column)
                .integer(Tag.OVERLAY_BITS_ALLOCATED.repeated(nth), Vr.US, 1)
                .integer(Tag.OVERLAY_BIT_POSITION.repeated(nth), Vr.US, 0)
                .bytes(Tag.OVERLAY_DATA.repeated(nth), Vr.OW, bytes);
    }

    private static Frame empty() {
        return Frame.of(
                new Samples.Shorts(
                        FrameFormat.grey(ROWS, COLUMNS, 16, 12), new short[ROWS * COLUMNS]));
    }

    private static String drawn(OverPicture over, int number, Frame frame, OverlayChoice choice) {
        return drawn(over, number, frame, choice, ImageToScreen.NATIVE, COLUMNS, ROWS);
    }

    private static String drawn(
            OverPicture over,
            int number,
            Frame frame,
            OverlayChoice choice,
            ImageToScreen view,
            int width,
            int height) {
        var picture = IntBuffer.allocate(width * height);
        over.draw(number, frame, choice, view, width, height, picture);
        var text = new StringBuilder();
        for (int i = 0; i < picture.capacity(); i++) {
            if (i > 0 && i % width == 0) text.append(' ');
            text.append(picture.get(i) == 0xFFFFFFFF ? '#' : '.');
        }
        return text.toString();
    }

    private static String drawn(DataSetBuilder image, int number) throws Exception {
        var over = OverPicture.of(ImageHeader.of(image.build()));
        assertEquals(Set.of(), over.notApplied(empty()));
        return drawn(over, number, empty(), new OverlayChoice.All());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # row, column of the origin, drawn (PS3.3 C.9.2: 1\\1 is the first pixel)
                     1,  1, ###.. ###.. ..... .....
                     2,  3, ..... ..### ..### .....
                     0,  0, ##... ..... ..... .....
                    -1, -1, ..... ..... ..... .....
                     0,  5, ....# ..... ..... .....
                     4, -1, ..... ..... ..... #....
                     5,  1, ..... ..... ..... .....
                    """)
    void originSaysWhereAPlaneBegins(int row, int column, String expected) throws Exception {
        assertEquals(expected, drawn(plane(image(), 0, 2, row, column, ALL_OF_2X3), 1));
    }

    @Test
    void allSixteenPlanesAreDrawnAndEachCanBeSeenAlone() throws Exception {
        var image = image();
        for (int i = 0; i < 16; i++) plane(image, i, 1, 1 + i / 5, 1 + i % 5, "#");
        var over = OverPicture.of(ImageHeader.of(image.build()));
        assertEquals("##### ##### ##### #....", drawn(over, 1, empty(), new OverlayChoice.All()));
        OverlayChoice choice = new OverlayChoice.All();
        for (int i = 0; i < 16; i++) {
            choice = choice.next(16);
            var drawn = drawn(over, 1, empty(), choice).replace(" ", "");
            assertEquals(i, drawn.indexOf('#'));
            assertEquals(i, drawn.lastIndexOf('#'));
        }
        choice = choice.next(16);
        assertEquals(new OverlayChoice.Off(), choice);
        assertEquals("..... ..... ..... .....", drawn(over, 1, empty(), choice));
        assertEquals(new OverlayChoice.All(), choice.next(16));
        assertEquals(new OverlayChoice.Off(), new OverlayChoice.All().next(1));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # frames in overlay, image frame origin, frame of the image, drawn (PS3.3 C.9.3)
                    , , 1, true
                    , , 7, true
                    1, , 1, true
                    1, , 2, false
                    2, , 2, true
                    2, , 3, false
                    2, 4, 3, false
                    2, 4, 4, true
                    2, 4, 5, true
                    2, 4, 6, false
                    1, 3, 3, true
                    1, 3, 1, false
                    , 3, 3, true
                    , 3, 4, false
                    """)
    void framesOfAnOverlayBelongToFramesOfTheImage(
            Integer frames, Integer origin, int number, boolean shown) throws Exception {
        var image = plane(image(), 0, 1, 1, 1, "# #").integer(Tag.NUMBER_OF_FRAMES, 9);
        if (frames != null)
            image.integer(Tag.NUMBER_OF_FRAMES_IN_OVERLAY.repeated(0), Vr.IS, frames);
        if (origin != null) image.integer(Tag.IMAGE_FRAME_ORIGIN.repeated(0), Vr.US, origin);
        assertEquals(shown, drawn(image, number).startsWith("#"));
    }

    @Test
    void laterFramesBeginInTheMiddleOfAByte() throws Exception {
        var image =
                plane(image(), 0, 1, 1, 1, "#.# .#. ##.")
                        .integer(Tag.NUMBER_OF_FRAMES_IN_OVERLAY.repeated(0), Vr.IS, 3);
        assertEquals("#.#.. ..... ..... .....", drawn(image, 1));
        assertEquals(".#... ..... ..... .....", drawn(image, 2));
        assertEquals("##... ..... ..... .....", drawn(image, 3));
    }

    @Test
    void ofARegionTheEdgeIsDrawn() throws Exception {
        var image =
                plane(image(), 0, 4, 1, 1, "####. ####. ####. .....")
                        .text(Tag.OVERLAY_TYPE.repeated(0), "R");
        assertEquals("####. #..#. ####. .....", drawn(image, 1));
    }

    @Test
    void bitsOfTheCellsThatHoldNoValueAreAnOverlay() throws Exception {
        var pixels = new byte[2 * ROWS * COLUMNS];
        pixels[1] = 0x1F; // bit 12 over a value of 0xF00
        pixels[2 * 6 + 1] = (byte) 0x8F; // bit 15
        var image =
                embedded(image(), 0, 12).bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(pixels)).build();
        var frames = InstanceFrames.of(image, TransferSyntax.EXPLICIT_LITTLE);
        var frame =
                Frame.decoded(
                        frames.encoded(1),
                        frames.header(),
                        CodecRegistry.builtIn(),
                        JobContext.NONE);
        assertEquals(0xF00, frame.value(0, 0, 0));
        var over = OverPicture.of(frames.header());
        assertEquals("#.... ..... ..... .....", drawn(over, 1, frame, new OverlayChoice.All()));
        assertEquals(Set.of(), over.notApplied(frame));
        assertEquals(Set.of(NotApplied.OVERLAY), over.notApplied(empty()));
    }

    private static DataSetBuilder embedded(DataSetBuilder to, int nth, int bit) {
        return to.integer(Tag.OVERLAY_ROWS.repeated(nth), Vr.US, ROWS)
                .integer(Tag.OVERLAY_COLUMNS.repeated(nth), Vr.US, COLUMNS)
                .text(Tag.OVERLAY_TYPE.repeated(nth), "G")
                .integer(Tag.OVERLAY_ORIGIN.repeated(nth), Vr.SS, 1, 1)
                .integer(Tag.OVERLAY_BITS_ALLOCATED.repeated(nth), Vr.US, 16)
                .integer(Tag.OVERLAY_BIT_POSITION.repeated(nth), Vr.US, bit);
    }

    @Test
    void aPlaneThatCannotBeDrawnIsSaidAndTheOthersAreDrawn() throws Exception {
        for (int bit : new int[] {0, 11, 16}) // stored values, or no bit at all
        assertSaid(embedded(image(), 1, bit));
        assertSaid(
                plane(image(), 1, 2, 1, 1, ALL_OF_2X3)
                        .integer(Tag.OVERLAY_ROWS.repeated(1), Vr.US, 65_535));
        assertSaid(embedded(image(), 1, 12).integer(Tag.OVERLAY_ORIGIN.repeated(1), Vr.SS, 2, 2));
    }

    private static void assertSaid(DataSetBuilder image) throws Exception {
        var over = OverPicture.of(ImageHeader.of(plane(image, 0, 1, 1, 1, "#").build()));
        assertEquals(Set.of(NotApplied.OVERLAY), over.notApplied(empty()));
        assertEquals("#.... ..... ..... .....", drawn(over, 1, empty(), new OverlayChoice.All()));
    }

    @Test
    void aReducedPictureLosesNoLine() throws Exception {
        var image = plane(image(), 0, 4, 1, 1, "...#. ...#. ...#. ...#.");
        var over = OverPicture.of(ImageHeader.of(image.build()));
        var third = new ImageToScreen(1 / 3.0, 0, 0, 1 / 3.0, 1 / 6.0, 1 / 6.0);
        assertEquals(".# .#", drawn(over, 1, empty(), new OverlayChoice.All(), third, 2, 2));
        var twice = new ImageToScreen(2, 0, 0, 2, 1, 1);
        assertTrue(
                drawn(over, 1, empty(), new OverlayChoice.All(), twice, 10, 8)
                        .startsWith("......##.."));
    }

    @Test
    void aStateShowsThePlanesItActivatesItsOwnBeforeTheImages() throws Exception {
        var image = plane(plane(image(), 0, 1, 1, 1, "#"), 1, 1, 2, 2, "#");
        var header = ImageHeader.of(plane(image, 2, 1, 3, 3, "#").build());
        var state =
                plane(DataSet.builder(), 1, 1, 4, 4, "#")
                        .text(Tag.OVERLAY_ACTIVATION_LAYER.repeated(1), "MINE")
                        .text(Tag.OVERLAY_ACTIVATION_LAYER.repeated(2), "THEIRS")
                        .text(Tag.OVERLAY_ACTIVATION_LAYER.repeated(3), "NOBODYS")
                        .build();
        var said = EnumSet.noneOf(NotApplied.class);
        var active = OverlayPlane.activated(state, header, said);
        assertEquals(
                List.of("MINE", "THEIRS"),
                active.stream().map(OverlayPlane.Activated::layer).toList());
        assertEquals(EnumSet.of(NotApplied.OVERLAY), said);
        var planes = active.stream().map(OverlayPlane.Activated::plane).toList();
        var over = OverPicture.of(header, Optional.empty(), planes);
        assertEquals("..... ..... ..#.. ...#.", drawn(over, 1, empty(), new OverlayChoice.All()));
    }

    @Test
    void aPlaneThatIsTheShutterIsNotDrawnAsGraphics() throws Exception {
        var image =
                plane(image(), 0, 1, 1, 1, "##")
                        .text(Tag.SHUTTER_SHAPE, "BITMAP")
                        .integer(Tag.SHUTTER_OVERLAY_GROUP, Vr.US, 0x6000)
                        .integer(Tag.SHUTTER_PRESENTATION_VALUE, Vr.US, 0);
        var over = OverPicture.of(ImageHeader.of(image.build()));
        assertEquals(List.of(), over.planes());
    }
}
