package org.tyde.evidence.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.MaskShift;
import org.tyde.imaging.MaskSubtraction;
import org.tyde.imaging.lut.NotApplied;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// XA/XRF states: masks of ranges and regions, tables to a logarithmic scale (PS3.3 C.11.19, C.11.21, PS3.4 N.2.5).
class XaStatesTest {
    private static DataSet named(String uid) {
        return DataSet.builder()
                .text(Tag.REFERENCED_SOP_CLASS_UID, SopClass.X_RAY_ANGIOGRAPHIC_IMAGE_STORAGE)
                .text(Tag.REFERENCED_SOP_INSTANCE_UID, uid)
                .build();
    }

    private static DataSetBuilder state(DataSetBuilder... items) {
        return DataSet.builder()
                .text(
                        Tag.SOP_CLASS_UID,
                        SopClass.XA_XRF_GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE)
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .sequence(
                                        Tag.REFERENCED_IMAGE_SEQUENCE,
                                        List.of(named("2.25.7"), named("2.25.8")))
                                .build())
                .sequence(
                        Tag.MASK_SUBTRACTION_SEQUENCE,
                        Arrays.stream(items).map(DataSetBuilder::build).toList());
    }

    private static ImageHeader run(String uid, String relationship) throws Exception {
        return ImageHeader.of(
                DataSet.builder()
                        .text(Tag.SOP_INSTANCE_UID, uid)
                        .text(Tag.PIXEL_INTENSITY_RELATIONSHIP, relationship)
                        .integer(Tag.NUMBER_OF_FRAMES, 10)
                        .integer(Tag.ROWS, 16)
                        .integer(Tag.COLUMNS, 16)
                        .integer(Tag.SAMPLES_PER_PIXEL, 1)
                        .integer(Tag.BITS_ALLOCATED, 8)
                        .integer(Tag.BITS_STORED, 8)
                        .integer(Tag.HIGH_BIT, 7)
                        .integer(Tag.PIXEL_REPRESENTATION, 0)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .build());
    }

    private static DataSetBuilder average(int mask, int first, int last) {
        return DataSet.builder()
                .text(Tag.MASK_OPERATION, "AVG_SUB")
                .integer(Tag.MASK_FRAME_NUMBERS, Vr.US, mask)
                .integer(Tag.APPLICABLE_FRAME_RANGE, Vr.US, first, last);
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

    private static Presentation shown(DataSetBuilder state, ImageHeader image, int frame)
            throws Exception {
        return PresentationState.of(state.build()).of(image, frame);
    }

    /// As the example of PS3.3 C.11.19.1.2: mask 1 of frames 4 to 10, of which 4 to 7 have shifts by region.
    @Test
    void rangesOfFramesHaveRegionsWithShiftsOfTheirOwn() throws Exception {
        var item =
                average(1, 4, 10)
                        .sequence(
                                Tag.PIXEL_SHIFT_SEQUENCE,
                                shifts(
                                        4,
                                        7,
                                        region(1, 0, 1, 1, 1, 8, 8, 8, 8, 1),
                                        region(-0.5, 2, 5, 5, 5, 16, 16, 16, 16, 5)),
                                shifts(8, 8, region(3, -4)));
        var image = run("2.25.7", "LOG");
        assertEquals(Optional.empty(), shown(state(item), image, 3).mask());
        var step = shown(state(item), image, 4).mask().orElseThrow();
        assertEquals(List.of(1), step.mask());
        assertEquals(2, step.shift().parts().size());
        var second = step.shift().parts().getLast();
        assertEquals(-0.5, second.down());
        assertEquals(2, second.left());
        assertEquals(List.of(4, 15, 15, 4), second.region().orElseThrow().columns());
        assertEquals(List.of(4, 4, 15, 15), second.region().orElseThrow().rows());
        assertEquals(
                MaskShift.by(3, -4), shown(state(item), image, 8).mask().orElseThrow().shift());
        assertEquals(MaskShift.NONE, shown(state(item), image, 9).mask().orElseThrow().shift());
        assertEquals(Set.of(), shown(state(item), image, 4).notApplied());
    }

    @Test
    void anItemIsForTheImagesItNames() throws Exception {
        var of = average(1, 2, 10).sequence(Tag.REFERENCED_IMAGE_SEQUENCE, named("2.25.8"));
        assertEquals(Optional.empty(), shown(state(of), run("2.25.7", "LOG"), 5).mask());
        assertTrue(shown(state(of), run("2.25.8", "LOG"), 5).mask().isPresent());
    }

    private static DataSet table(String function, int first, int last) {
        var data = new byte[512];
        for (int i = 0; i < 256; i++) {
            int entry = (int) Math.round(400 * Math.log1p(i));
            data[2 * i] = (byte) entry;
            data[2 * i + 1] = (byte) (entry >> 8);
        }
        return DataSet.builder()
                .integer(Tag.LUT_FRAME_RANGE, Vr.US, first, last)
                .integer(Tag.LUT_DESCRIPTOR, Vr.US, 256, 0, 12)
                .bytes(Tag.LUT_DATA, Vr.OW, data)
                .text(Tag.LUT_FUNCTION, function)
                .build();
    }

    private static Frame frame(int... values) {
        var stored = new byte[values.length];
        for (int i = 0; i < stored.length; i++) stored[i] = (byte) values[i];
        return Frame.of(new Samples.Bytes(FrameFormat.grey(1, stored.length, 8, 8), stored));
    }

    /// PS3.4 N.2.5.1, Table N.2.5.1-1: linear values are brought to a logarithmic scale, of mask and contrast by themselves.
    @Test
    void linearValuesAreSubtractedThroughTheTableOfTheState() throws Exception {
        var linear = run("2.25.7", "LIN");
        var plain = shown(state(average(1, 2, 10)), linear, 5);
        assertEquals(Optional.empty(), plain.mask());
        assertEquals(Set.of(NotApplied.MASK_LINEAR), plain.notApplied());
        var withTable =
                state(average(1, 2, 10))
                        .sequence(
                                Tag.PIXEL_INTENSITY_RELATIONSHIP_LUT_SEQUENCE,
                                table("TO_LOG", 1, 10));
        var shown = shown(withTable, linear, 5);
        assertEquals(Set.of(), shown.notApplied());
        var step = shown.mask().orElseThrow();
        var difference =
                MaskSubtraction.difference(
                        step, List.of(frame(100, 7, 0)), List.of(frame(50, 7, 255)));
        assertEquals(
                Math.rint(400 * Math.log1p(100)) - Math.rint(400 * Math.log1p(50)),
                difference.decimal(0, 0, 0));
        assertEquals(0, difference.decimal(1, 0, 0));
        assertEquals(-Math.rint(400 * Math.log1p(255)), difference.decimal(2, 0, 0));
        var ofSome =
                state(average(1, 2, 10))
                        .sequence(
                                Tag.PIXEL_INTENSITY_RELATIONSHIP_LUT_SEQUENCE,
                                table("TO_LOG", 2, 10));
        assertEquals(Set.of(NotApplied.MASK_LINEAR), shown(ofSome, linear, 5).notApplied());
        var back =
                state(average(1, 2, 10))
                        .sequence(
                                Tag.PIXEL_INTENSITY_RELATIONSHIP_LUT_SEQUENCE,
                                table("TO_LINEAR", 1, 10));
        assertEquals(Set.of(NotApplied.MASK_OF_STATE), shown(back, linear, 5).notApplied());
    }

    private static DataSet display(int first, int last, String mode, double visible, double edges) {
        return DataSet.builder()
                .integer(Tag.START_TRIM, first)
                .integer(Tag.STOP_TRIM, last)
                .text(Tag.RECOMMENDED_VIEWING_MODE, mode)
                .decimal(Tag.MASK_VISIBILITY_PERCENTAGE, Vr.FL, visible)
                .decimal(Tag.DISPLAY_FILTER_PERCENTAGE, Vr.FL, edges)
                .build();
    }

    @Test
    void framesThatAreToBeSeenNativeAreAndWhatIsNotAppliedIsSaid() throws Exception {
        var state =
                state(average(1, 1, 10))
                        .sequence(
                                Tag.MULTI_FRAME_PRESENTATION_SEQUENCE,
                                DataSet.builder()
                                        .sequence(
                                                Tag.FRAME_DISPLAY_SEQUENCE,
                                                display(1, 1, "NAT", 0, 30),
                                                display(2, 5, "SUB", 0, 0),
                                                display(6, 10, "SUB", 20, 0))
                                        .build());
        var image = run("2.25.7", "LOG");
        var mask = shown(state, image, 1);
        assertEquals(Optional.empty(), mask.mask());
        assertEquals(Set.of(NotApplied.EDGE_ENHANCEMENT), mask.notApplied());
        assertTrue(shown(state, image, 2).mask().isPresent());
        assertEquals(Set.of(), shown(state, image, 2).notApplied());
        assertEquals(Set.of(NotApplied.MASK_VISIBILITY), shown(state, image, 6).notApplied());
    }

    @Test
    void aShiftThatCannotBeToldIsSaidAndNothingSubtracted() throws Exception {
        var item =
                average(1, 2, 10)
                        .sequence(
                                Tag.PIXEL_SHIFT_SEQUENCE, shifts(2, 10, region(1, 0, 1, 1, 4, 4)));
        var shown = shown(state(item), run("2.25.7", "LOG"), 5);
        assertEquals(Optional.empty(), shown.mask());
        assertEquals(Set.of(NotApplied.MASK_SHIFT), shown.notApplied());
    }
}
