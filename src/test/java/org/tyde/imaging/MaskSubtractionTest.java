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
import org.tyde.imaging.MaskSubtraction.Shift;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.Voi;

import java.util.Arrays;
import java.util.List;
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
        return Optional.of(new MaskSubtraction.Step(contrast, List.of(mask), Shift.NONE));
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
        assertTrue(!mask(tid).recommended());
        var image = image(tid).text(Tag.RECOMMENDED_VIEWING_MODE, "SUB");
        assertTrue(ImageHeader.of(image.build()).mask().recommended());
        image.text(Tag.RECOMMENDED_VIEWING_MODE, "NAT");
        assertTrue(!ImageHeader.of(image.build()).mask().recommended());
    }

    @Test
    void aShiftOfTheMaskIsPartOfItsStep() throws Exception {
        var shifted =
                item("AVG_SUB")
                        .integer(Tag.MASK_FRAME_NUMBERS, Vr.US, 1)
                        .decimal(Tag.MASK_SUB_PIXEL_SHIFT, Vr.FL, -1, 0.5);
        assertEquals(new Shift(-1, 0.5), mask(shifted).at(4).orElseThrow().shift());
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
                MaskSubtraction.difference(List.of(contrast), List.of(mask), new Shift(down, left));
        assertEquals(expected, difference.decimal(column, row, 0), 1e-4);
        boolean gone = down > 0 || left < 0;
        assertEquals(gone, difference.isPadding(difference.decimal(0, 0, 0)));
    }

    @Test
    void shiftsOfSingleFramesAndLinearValuesAreSaidByName() throws Exception {
        var plain = item("AVG_SUB").integer(Tag.MASK_FRAME_NUMBERS, Vr.US, 1);
        var moving = DataSet.builder().sequence(Tag.of(0x0028, 0x9415), DataSet.builder().build());
        var enhanced =
                image(plain).sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, moving.build());
        assertTrue(ImageHeader.of(enhanced.build()).notApplied().contains(NotApplied.MASK_SHIFT));
        assertTrue(!ImageHeader.of(enhanced.build()).mask().any());
        assertTrue(ImageHeader.of(image(plain).build()).mask().any());
        var linear = image(plain).text(Tag.PIXEL_INTENSITY_RELATIONSHIP, "LIN");
        var header = ImageHeader.of(linear.build());
        assertEquals(List.of(NotApplied.MASK_LINEAR), header.notApplied());
        assertTrue(!header.mask().any());
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
                        List.of(frame(100, 0, 65_534, 7), frame(101, 0, 65_534, 7)),
                        List.of(frame(10, 65_534, 0, 7), frame(20, 65_534, 0, 65_535)),
                        Shift.NONE);
        assertEquals(85.5, difference.decimal(0, 0, 0));
        assertEquals(-65_534, difference.decimal(1, 0, 0));
        assertEquals(65_534, difference.decimal(2, 0, 0));
        assertTrue(difference.isPadding(difference.decimal(3, 0, 0)));
        var pipeline = MaskSubtraction.pipeline(difference, Voi.window(0, 400));
        assertEquals(128, pipeline.grey(0));
        assertEquals(0, pipeline.grey(-65_534));
    }
}
