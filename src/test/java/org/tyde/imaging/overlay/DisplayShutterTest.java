package org.tyde.imaging.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.imaging.lut.Ink;
import org.tyde.imaging.lut.NotApplied;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Shutters over an image of 7 columns and 5 rows; `#` is seen (PS3.3 C.7.6.11, C.7.6.15).
class DisplayShutterTest {
    private static DataSetBuilder all() {
        return DataSet.builder()
                .integer(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 2)
                .integer(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 5)
                .integer(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 2)
                .integer(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 4)
                .integer(Tag.CENTER_OF_CIRCULAR_SHUTTER, 3, 4)
                .integer(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 2)
                .integer(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, 1, 1, 1, 7, 5, 1)
                .integer(Tag.SHUTTER_PRESENTATION_VALUE, Vr.US, 0x8000)
                .integer(Tag.SHUTTER_OVERLAY_GROUP, Vr.US, 0x6002)
                .integer(Tag.OVERLAY_ROWS.repeated(1), Vr.US, 1)
                .integer(Tag.OVERLAY_COLUMNS.repeated(1), Vr.US, 7)
                .integer(Tag.OVERLAY_ORIGIN.repeated(1), Vr.SS, 3, 1)
                .bytes(Tag.OVERLAY_DATA.repeated(1), Vr.OW, new byte[] {0x15, 0});
    }

    private static String seen(DisplayShutter shutter) {
        var text = new StringBuilder();
        for (int row = 0; row < 5; row++) {
            if (row > 0) text.append(' ');
            for (int column = 0; column < 7; column++)
                text.append(shutter.shows(1, column, row) ? '#' : '.');
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    RECTANGULAR,            1, ....... .####.. .####.. .####.. .......
                    CIRCULAR,               1, ...#... ..###.. .#####. ..###.. ...#...
                    CIRCULAR,               2, ....... ...#... .#####. ...#... .......
                    POLYGONAL,              1, ####### #####.. ####... ##..... #......
                    BITMAP,                 1, ####### ####### .#.#.## ####### #######
                    RECTANGULAR\\CIRCULAR,   1, ....... ..###.. .####.. ..###.. .......
                    RECTANGULAR\\POLYGONAL,  1, ....... .####.. .###... .#..... .......
                    CIRCULAR\\BITMAP,        1, ...#... ..###.. .#.#.#. ..###.. ...#...
                    RECTANGULAR\\CIRCULAR\\POLYGONAL, 1, ....... ..###.. .###... ....... .......
                    """)
    void seenIsWhatAllShapesLeaveOpen(String shapes, double aspect, String expected)
            throws Exception {
        var said = EnumSet.noneOf(NotApplied.class);
        var image = all().text(Tag.SHUTTER_SHAPE, shapes.split("\\\\")).build();
        var shutter = ShutterReader.of(image, aspect, said).orElseThrow();
        assertEquals(expected, seen(shutter));
        assertEquals(new Ink(0x808080), shutter.ink());
        assertEquals(Set.of(), said);
    }

    @ParameterizedTest
    @CsvSource({
        "RECTANGULAR, 00181602",
        "CIRCULAR, 00181610",
        "CIRCULAR, 00181612",
        "POLYGONAL, 00181620",
        "BITMAP, 00181623",
        "BITMAP, 60023000"
    })
    void aShapeThatLacksItsPlaceIsSaidAndTheOthersHold(String shape, String lacking)
            throws Exception {
        var tag =
                Tag.of(
                        Integer.parseInt(lacking.substring(0, 4), 16),
                        Integer.parseInt(lacking.substring(4), 16));
        var said = EnumSet.noneOf(NotApplied.class);
        var image = all().text(Tag.SHUTTER_SHAPE, shape).remove(tag).build();
        assertEquals(Optional.empty(), ShutterReader.of(image, 1, said));
        assertEquals(Set.of(NotApplied.SHUTTER), said);
        var other = shape.equals("RECTANGULAR") ? "CIRCULAR" : "RECTANGULAR";
        var two = all().text(Tag.SHUTTER_SHAPE, other, shape).remove(tag).build();
        assertTrue(ShutterReader.of(two, 1, said).isPresent());
    }

    @Test
    void anUnknownShapeIsSaid() throws Exception {
        var said = EnumSet.noneOf(NotApplied.class);
        var image = all().text(Tag.SHUTTER_SHAPE, "OVAL").build();
        assertEquals(Optional.empty(), ShutterReader.of(image, 1, said));
        assertEquals(Set.of(NotApplied.SHUTTER), said);
    }

    /// The Lab values under D50 are B. Lindbloom's of sRGB red and blue.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # CIELab words,       grey,  drawn,  said
                    35579 53664 50858,    32896, FF0000, ''
                    35579 53664 50858,    -1,    FF0000, ''
                    19379 50449 4104,     -1,    0000FF, ''
                    0 32896 32896,        65535, 000000, ''
                    '',                   32896, 808080, ''
                    '',                   -1,    000000, ''
                    35579 53664,          32896, 808080, SHUTTER_COLOUR
                    """)
    void colourGoesBeforeGreyAndBlackIsLeft(String lab, int grey, String drawn, String said)
            throws Exception {
        var image = all().text(Tag.SHUTTER_SHAPE, "RECTANGULAR");
        if (grey < 0) image.remove(Tag.SHUTTER_PRESENTATION_VALUE);
        else image.integer(Tag.SHUTTER_PRESENTATION_VALUE, Vr.US, grey);
        if (!lab.isEmpty())
            image.integer(
                    Tag.SHUTTER_PRESENTATION_COLOR_CIE_LAB_VALUE,
                    Vr.US,
                    Arrays.stream(lab.split(" ")).mapToInt(Integer::parseInt).toArray());
        var left = EnumSet.noneOf(NotApplied.class);
        int rgb = ShutterReader.of(image.build(), 1, left).orElseThrow().ink().rgb();
        int wanted = Integer.parseInt(drawn, 16);
        for (int shift = 0; shift <= 16; shift += 8)
            assertEquals(wanted >> shift & 255, rgb >> shift & 255, 2, Integer.toHexString(rgb));
        assertEquals(said, left.stream().map(Enum::name).collect(Collectors.joining()));
    }
}
