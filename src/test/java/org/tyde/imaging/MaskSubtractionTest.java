package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.tyde.geometry.PixelPolygon;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.Voi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Masks of an angiogram of ten frames (PS3.3 C.7.6.10.1).
class MaskSubtractionTest {
    private static DataSetBuilder item(String operation) {
        return DataSet.builder().text(Tag.MASK_OPERATION, operation);
    }

    private static DataSetBuilder image(DataSetBuilder... items) {
        return ImageHeaderTest.grey(16, 12, false)
                .integer(Tag.NUMBER_OF_FRAMES, 10)
                .sequence(
                        Tag.MASK_SUBTRACTION_SEQUENCE,
                        Arrays.stream(items).map(DataSetBuilder::build).toList());
    }

    private static MaskSubtraction mask(DataSetBuilder... items) throws Exception {
        var header = ImageHeader.of(image(items).build());
        assertEquals(List.of(), header.notApplied());
        return header.mask();
    }

    private static Optional<MaskSubtraction.Step> step(List<Integer> contrast, Integer... mask) {
        return Optional.of(
                new MaskSubtraction.Step(contrast, List.of(mask), MaskShift.NONE, Map.of()));
    }

    @Test
    void averagedMasksHoldForTheRangesOfTheirItem() throws Exception {
        var mask =
                mask(
                        item("AVG_SUB")
                                .integer(Tag.MASK_FRAME_NUMBERS, Vr.US, 1, 2)
                                .integer(Tag.APPLICABLE_FRAME_RANGE, Vr.US, 3, 4, 7, 8),
                        item("AVG_SUB")
                                .integer(Tag.MASK_FRAME_NUMBERS, Vr.US, 6)
                                .integer(Tag.APPLICABLE_FRAME_RANGE, Vr.US, 9, 9),
                        item("NONE"));
        assertEquals(Optional.empty(), mask.at(1));
        assertEquals(step(List.of(3), 1, 2), mask.at(3));
        assertEquals(Optional.empty(), mask.at(5));
        assertEquals(step(List.of(8), 1, 2), mask.at(8));
        assertEquals(step(List.of(9), 6), mask.at(9));
        assertEquals(Optional.empty(), mask.at(10));
    }

    @Test
    void contrastFramesAreAveragedFromTheCurrentOneOn() throws Exception {
        var mask =
                mask(
                        item("AVG_SUB")
                                .integer(Tag.MASK_FRAME_NUMBERS, Vr.US, 1)
                                .integer(Tag.CONTRAST_FRAME_AVERAGING, Vr.US, 3));
        assertEquals(step(List.of(5, 6, 7), 1), mask.at(5));
        assertEquals(step(List.of(8, 9, 10), 1), mask.at(8));
        assertEquals(Optional.empty(), mask.at(9));
    }

    @Test
    void timeIntervalsTakeTheFrameThatIsTheOffsetBefore() throws Exception {
        var byDefault = mask(item("TID"));
        assertEquals(Optional.empty(), byDefault.at(1));
        assertEquals(step(List.of(2), 1), byDefault.at(2));
        var three = mask(item("TID").integer(Tag.TID_OFFSET, Vr.SS, 3));
        assertEquals(Optional.empty(), three.at(3));
        assertEquals(step(List.of(10), 7), three.at(10));
        var later = mask(item("TID").integer(Tag.TID_OFFSET, Vr.SS, -2));
        assertEquals(step(List.of(8), 10), later.at(8));
        assertEquals(Optional.empty(), later.at(9));
    }

    @ParameterizedTest
    @CsvSource({"REV_TID, MASK", "X, MASK_OPERATION", "AVG_SUB, MASK"})
    void whatIsNotSubtractedIsSaidByName(String operation, NotApplied said) throws Exception {
        var header = ImageHeader.of(image(item(operation)).build());
        assertEquals(List.of(said), header.notApplied());
        assertTrue(!header.mask().any());
    }

    /// MFN = (FCFN - TID Offset) - (CFN - FCFN), PS3.3 C.7.6.10.1.
    @Test
    void reversedTimeIntervalsGoBackwardsFromBeforeTheFirstContrastFrame() throws Exception {
        var mask =
                mask(
                        item("REV_TID")
                                .integer(Tag.TID_OFFSET, Vr.SS, 1)
                                .integer(Tag.APPLICABLE_FRAME_RANGE, Vr.US, 5, 7, 9, 10));
        assertEquals(step(List.of(5), 4), mask.at(5));
        assertEquals(step(List.of(6), 3), mask.at(6));
        assertEquals(step(List.of(7), 2), mask.at(7));
        assertEquals(Optional.empty(), mask.at(8));
        assertEquals(Optional.empty(), mask.at(9), "there is no frame 0");
    }

    @Test
    void theImageSaysWhetherItIsToBeShownSubtracted() throws Exception {
        var tid = item("TID").integer(Tag.TID_OFFSET, Vr.SS, 1);
        assertTrue(!mask(tid).recommended(3));
        var image = image(tid).text(Tag.RECOMMENDED_VIEWING_MODE, "SUB");
        assertTrue(ImageHeader.of(image.build()).mask().recommended(3));
        image.text(Tag.RECOMMENDED_VIEWING_MODE, "NAT");
        assertTrue(!ImageHeader.of(image.build()).mask().recommended(3));
        image.text(Tag.RECOMMENDED_VIEWING_MODE, "SUB")
                .sequence(
                        Tag.FRAME_DISPLAY_SEQUENCE,
                        DataSet.builder()
                                .integer(Tag.START_TRIM, 1)
                                .integer(Tag.STOP_TRIM, 2)
                                .text(Tag.RECOMMENDED_VIEWING_MODE, "NAT")
                                .build());
        var ranged = ImageHeader.of(image.build()).mask();
        assertTrue(!ranged.recommended(1) && !ranged.recommended(2) && ranged.recommended(3));
    }

    @Test
    void aShiftOfTheMaskIsPartOfItsStep() throws Exception {
        var shifted =
                item("AVG_SUB")
                        .integer(Tag.MASK_FRAME_NUMBERS, Vr.US, 1)
                        .decimal(Tag.MASK_SUB_PIXEL_SHIFT, Vr.FL, -1, 0.5);
        assertEquals(MaskShift.by(-1, 0.5), mask(shifted).at(4).orElseThrow().shift());
    }

    private static Frame square(int... values) {
        var stored = new short[values.length];
        for (int i = 0; i < stored.length; i++) stored[i] = (short) values[i];
        return Frame.of(new Samples.Shorts(FrameFormat.grey(3, 3, 16, 16), stored));
    }

    /// A positive row offset moves the mask to lower rows, a positive column offset to the left-hand side
    /// (PS3.3 C.7.6.10.1.2).
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # down, left, row, column of 100 - mask, value
                    0,      0,    1,   1,                   10
                    1,      0,    2,   1,                   10
                    0,      1,    1,   0,                   10
                    1,      1,    2,   0,                   10
                    -1,     -1,   0,   2,                   10
                    0.5,    0,    2,   1,                   55
                    0,      0.25, 1,   1,                   32.5
                    """)
    void aMaskMovesDownAndToTheLeft(
            double down, double left, int row, int column, double expected) {
        var contrast = square(100, 100, 100, 100, 100, 100, 100, 100, 100);
        var mask = square(0, 0, 0, 0, 90, 0, 0, 0, 0);
        var difference =
                MaskSubtraction.difference(
                        moved(MaskShift.by(down, left)), List.of(contrast), List.of(mask));
        assertEquals(expected, difference.decimal(column, row, 0), 1e-4);
        boolean gone = down > 0 || left < 0;
        assertEquals(gone, difference.isPadding(difference.decimal(0, 0, 0)));
    }

    private static MaskSubtraction.Step moved(MaskShift shift) {
        return new MaskSubtraction.Step(List.of(2), List.of(1), shift, Map.of());
    }

    private static MaskShift.Part part(double down, int... columnsAndRows) {
        var columns = new ArrayList<Integer>();
        var rows = new ArrayList<Integer>();
        for (int i = 0; i < columnsAndRows.length; i += 2) {
            columns.add(columnsAndRows[i]);
            rows.add(columnsAndRows[i + 1]);
        }
        var region =
                columns.isEmpty()
                        ? Optional.<PixelPolygon>empty()
                        : Optional.of(new PixelPolygon(columns, rows));
        return new MaskShift.Part(down, 0, region);
    }

    /// PS3.3 C.11.19.1.2: the last region that holds a pixel counts; outside all of them the mask stays.
    @Test
    void regionsOfTheContrastFrameHaveShiftsOfTheirOwn() throws Exception {
        var contrast = square(100, 100, 100, 100, 100, 100, 100, 100, 100);
        var mask = square(10, 20, 30, 40, 50, 60, 70, 80, 90);
        // the left two columns below the first row, then of these the lowest row
        var shift =
                new MaskShift(List.of(part(1, 0, 1, 1, 1, 1, 2, 0, 2), part(2, 0, 2, 1, 2, 0, 2)));
        var difference = MaskSubtraction.difference(moved(shift), List.of(contrast), List.of(mask));
        int[] taken = {10, 20, 30, 10, 20, 60, 10, 20, 90};
        for (int i = 0; i < 9; i++)
            assertEquals(100 - taken[i], difference.decimal(i % 3, i / 3, 0), "pixel " + i);
        var whole = new MaskShift(List.of(part(1), part(0, 0, 1, 2, 1, 2, 1)));
        var other = MaskSubtraction.difference(moved(whole), List.of(contrast), List.of(mask));
        assertTrue(other.isPadding(other.decimal(0, 0, 0)));
        assertEquals(100 - 50, other.decimal(1, 1, 0), "a later shift of nothing");
        assertEquals(100 - 50, other.decimal(1, 2, 0));
    }

    private static DataSet shifted(int id, double down, double left) {
        return DataSet.builder()
                .integer(Tag.SUBTRACTION_ITEM_ID, id)
                .decimal(Tag.MASK_SUB_PIXEL_SHIFT, Vr.FL, down, left)
                .build();
    }

    private static DataSet group(DataSet... shifts) {
        return DataSet.builder().sequence(Tag.FRAME_PIXEL_SHIFT_SEQUENCE, List.of(shifts)).build();
    }

    /// As the example of PS3.3 C.7.6.16.2.14.1: one mask, shifted otherwise for frame 2 than for frame 3.
    @Test
    void eachFrameMayShiftTheMaskOfItsSubtractionItem() throws Exception {
        var hundred =
                item("AVG_SUB")
                        .integer(Tag.SUBTRACTION_ITEM_ID, 100)
                        .integer(Tag.MASK_FRAME_NUMBERS, Vr.US, 1)
                        .integer(Tag.APPLICABLE_FRAME_RANGE, Vr.US, 2, 4)
                        .decimal(Tag.MASK_SUB_PIXEL_SHIFT, Vr.FL, 9, 9);
        var groups = new ArrayList<DataSet>();
        groups.add(group());
        groups.add(group(shifted(7, 5, 5), shifted(100, 1.25, 2.5)));
        groups.add(group(shifted(100, 0, 0)));
        while (groups.size() < 10) groups.add(group());
        var image =
                image(hundred).sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups).build();
        var header = ImageHeader.of(image);
        assertTrue(!header.notApplied().contains(NotApplied.MASK_SHIFT));
        assertEquals(MaskShift.by(1.25, 2.5), header.mask().at(2).orElseThrow().shift());
        assertEquals(MaskShift.NONE, header.mask().at(3).orElseThrow().shift());
        assertEquals(
                MaskShift.by(9, 9), header.mask().at(4).orElseThrow().shift(), "that of the item");
        assertEquals(Optional.empty(), header.mask().at(5));
    }

    @Test
    void shiftsOfFramesWithoutAnItemAndLinearValuesAreSaidByName() throws Exception {
        var plain = item("AVG_SUB").integer(Tag.MASK_FRAME_NUMBERS, Vr.US, 1);
        var enhanced =
                image(plain)
                        .sequence(
                                Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                                group(shifted(100, 1, 1)));
        assertTrue(ImageHeader.of(enhanced.build()).notApplied().contains(NotApplied.MASK_SHIFT));
        assertTrue(!ImageHeader.of(enhanced.build()).mask().any());
        assertTrue(ImageHeader.of(image(plain).build()).mask().any());
        var linear = image(plain).text(Tag.PIXEL_INTENSITY_RELATIONSHIP, "LIN");
        var header = ImageHeader.of(linear.build());
        assertEquals(List.of(NotApplied.MASK_LINEAR), header.notApplied());
        assertTrue(!header.mask().any());
        var ofFrame =
                DataSet.builder()
                        .sequence(
                                Tag.FRAME_PIXEL_DATA_PROPERTIES_SEQUENCE,
                                DataSet.builder()
                                        .text(Tag.PIXEL_INTENSITY_RELATIONSHIP, "LIN")
                                        .build())
                        .build();
        var other = image(plain).sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, ofFrame);
        assertTrue(ImageHeader.of(other.build()).notApplied().contains(NotApplied.MASK_LINEAR));
    }

    private static Frame frame(int... values) {
        var stored = new short[values.length];
        for (int i = 0; i < stored.length; i++) stored[i] = (short) values[i];
        return Frame.of(
                new Samples.Shorts(FrameFormat.grey(1, stored.length, 16, 16), stored),
                Optional.of(new PixelPadding(65_535, 65_535)),
                Optional.empty());
    }

    @Test
    void theMeanOfTheMaskIsTakenFromTheMeanOfTheContrastFrames() throws Exception {
        var difference =
                MaskSubtraction.difference(
                        new MaskSubtraction.Step(
                                List.of(3, 4), List.of(1, 2), MaskShift.NONE, Map.of()),
                        List.of(frame(100, 0, 65_534, 7), frame(101, 0, 65_534, 7)),
                        List.of(frame(10, 65_534, 0, 7), frame(20, 65_534, 0, 65_535)));
        assertEquals(85.5, difference.decimal(0, 0, 0));
        assertEquals(-65_534, difference.decimal(1, 0, 0));
        assertEquals(65_534, difference.decimal(2, 0, 0));
        assertTrue(difference.isPadding(difference.decimal(3, 0, 0)));
        var pipeline = MaskSubtraction.pipeline(difference, Voi.window(0, 400));
        assertEquals(128, pipeline.grey(0));
        assertEquals(0, pipeline.grey(-65_534));
    }
}
