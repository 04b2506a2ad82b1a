package org.tyde.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// Multi-frame images as stacks: their own geometry and dimensions, 4D, concatenations.
class EnhancedStacksTest {
    private static final Tag STACK = Tag.STACK_ID;
    private static final Tag PLACE = Tag.IN_STACK_POSITION_NUMBER;
    private static final Tag TIME = Tag.TEMPORAL_POSITION_INDEX;

    private static ImageStack stack(DataSet... headers) {
        var study = Headers.study("1", List.of(headers));
        assertEquals(List.of(), study.unreadable());
        return Stacks.ofSeries("1", study.series().getFirst());
    }

    private static List<Integer> numbers(ImageStack stack) {
        return stack.frames().stream().map(f -> f.key().frame()).toList();
    }

    private static List<String> flaws(ImageStack stack) {
        return stack.flaws().stream().map(f -> f.because().text(Locale.ENGLISH)).toList();
    }

    @Test
    void framesOfAVolumeGoFromHeadToFeetWhateverTheirNumbers() {
        var stack = stack(Enhanced.mr("1").at(10).at(30).at(20).at(0).build());
        assertEquals(List.of(2, 3, 1, 4), numbers(stack));
        assertEquals(StackOrder.POSITION, stack.order());
        assertEquals(-30, stack.frame(0).level().orElseThrow(), 1e-9);
        assertEquals(List.of(), stack.flaws());
    }

    private static Enhanced beating(int... frames) {
        var image = Enhanced.mr("1").dimensions(STACK, PLACE, TIME);
        for (int f : frames) image.at(5.0 * Math.floorDiv(f, 10), 1, 9 - f / 10, f % 10);
        return image;
    }

    @Test
    void timesOverTheSamePlacesAreASecondDimension() {
        var stack = stack(beating(11, 12, 13, 21, 22, 23, 31, 32, 33, 41, 42, 43).build());
        assertEquals(StackOrder.PHASES, stack.order());
        assertEquals(3, stack.phases());
        assertEquals(4, stack.perPhase());
        assertEquals(List.of(10, 7, 4, 1, 11, 8, 5, 2, 12, 9, 6, 3), numbers(stack));
        assertEquals(
                new StackAxis("Temporal Position Index", List.of("1", "2", "3")),
                stack.axis().orElseThrow());
        assertEquals("Temporal Position Index 2 (2/3)", stack.axis().get().text(1, Locale.ENGLISH));
        assertEquals(6, stack.inPhase(2, 1));
        assertEquals(2, stack.inPhase(10, 1));
        assertEquals(10, stack.inPhase(2, -1));
    }

    @Test
    void thePlaceInTheFileDoesNotMatter() {
        var frames = new ArrayList<>(List.of(11, 12, 13, 21, 22, 23, 31, 32, 33));
        var z = List.of(15.0, 10.0, 5.0);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(frames, new Random(i));
            var stack = stack(beating(frames.stream().mapToInt(f -> f).toArray()).build());
            for (int at = 0; at < 9; at++) {
                int was = frames.get(stack.frame(at).key().frame() - 1);
                assertEquals(1 + at / 3, was % 10, "time");
                assertEquals(z.get(at % 3), 5.0 * Math.floorDiv(was, 10), "place");
            }
        }
    }

    @Test
    void twoFurtherDimensionsAreSteppedTogether() {
        var image = Enhanced.mr("1").dimensions(Tag.EFFECTIVE_ECHO_TIME, TIME, PLACE);
        for (int echo = 1; echo <= 2; echo++)
            for (int time = 1; time <= 3; time++)
                for (int place = 1; place <= 2; place++) image.at(-place, echo, time, place);
        var stack = stack(image.build());
        assertEquals(6, stack.phases());
        var axis = stack.axis().orElseThrow();
        assertEquals("Effective Echo Time / Temporal Position Index", axis.name());
        assertEquals(List.of("1 / 1", "1 / 2", "1 / 3", "2 / 1", "2 / 2", "2 / 3"), axis.values());
    }

    @Test
    void aHoleInTheGridIsSaidAndNothingIsLaidOverIt() {
        var stack = stack(beating(11, 12, 21, 22, 31).build());
        assertEquals(1, stack.phases());
        assertEquals(StackOrder.DIMENSIONS, stack.order());
        assertEquals(List.of(5, 3, 1, 4, 2), numbers(stack));
        assertEquals(
                List.of(
                        "Not every place along Temporal Position Index has a frame: images may be"
                                + " missing."),
                flaws(stack));
    }

    @Test
    void timesAtOnePlaceAreScrolledThrough() {
        var stack = stack(Enhanced.mr("1").dimensions(TIME).at(0, 3).at(0, 1).at(0, 2).build());
        assertEquals(1, stack.phases());
        assertEquals(List.of(2, 3, 1), numbers(stack));
        assertEquals(List.of(), stack.flaws());
    }

    @Test
    void withoutPlacesTheDimensionsOrder() {
        var image = Enhanced.of("1", "XA").dimensions(TIME);
        for (int t : new int[] {2, 3, 1})
            image.content(DataSet.builder().integer(Tag.DIMENSION_INDEX_VALUES, t).build());
        assertEquals(List.of(3, 1, 2), numbers(stack(image.build())));
    }

    @Test
    void placesThatDoNotFitTheDimensionsAreNotUsed() {
        var stack = stack(Enhanced.mr("1").dimensions(STACK, TIME).at(0, 1).at(5, 1, 1).build());
        assertEquals(StackOrder.POSITION, stack.order());
        assertTrue(stack.flaws().contains(new StackFlaw.NoDimensions()));
    }

    @Test
    void aFrameWithoutItsGroupHasNoPlaceOfANeighbour() {
        var stack = stack(Enhanced.mr("1").at(0).at(5).at(10).build(4));
        assertEquals(List.of(3, 2, 1, 4), numbers(stack));
        assertTrue(stack.frame(3).plane().isEmpty());
        assertTrue(stack.flaws().contains(new StackFlaw.NoPosition(3)));
    }

    private static DataSet part(int number, int total, int offset, double... z) {
        var image = Enhanced.mr("p" + number).part("whole", number, total, offset);
        for (double at : z) image.at(at);
        return image.build();
    }

    @Test
    void partsOfOneImageAreJoinedInWhateverOrderTheyCome() {
        var a = part(1, 3, 0, 50, 45);
        var b = part(2, 3, 2, 40, 35, 30);
        var c = part(3, 3, 5, 25);
        var wanted = List.of("p1", "p1", "p2", "p2", "p2", "p3");
        for (var order :
                List.of(
                        List.of(a, b, c),
                        List.of(a, c, b),
                        List.of(b, a, c),
                        List.of(b, c, a),
                        List.of(c, a, b),
                        List.of(c, b, a))) {
            var study = Headers.study("1", order);
            var series = study.series().getFirst();
            var stack = Stacks.ofSeries("1", series);
            assertEquals(
                    wanted, stack.frames().stream().map(f -> f.key().sopInstanceUid()).toList());
            assertEquals(List.of(), stack.flaws());
            var pictures = Stacks.ofPictures("1", series);
            assertEquals(1, pictures.size(), "one picture");
            assertEquals("whole", pictures.getFirst().id());
            assertEquals(stack.frames(), pictures.getFirst().frames());
        }
    }

    @Test
    void clipsInPartsPlayOn() {
        Stream<DataSet> parts =
                Stream.of(2, 1)
                        .map(
                                n -> {
                                    var image =
                                            Enhanced.of("p" + n, "XA")
                                                    .part("run", n, 2, n == 1 ? 0 : 3);
                                    for (int f = 0; f < 3; f++)
                                        image.content(DataSet.builder().build());
                                    image.header().decimal(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, 15);
                                    return image.build();
                                });
        var study = Headers.study("1", parts.toList());
        var run = Stacks.ofPictures("1", study.series().getFirst()).getFirst();
        assertEquals(6, run.size());
        assertEquals("p1", run.frame(0).key().sopInstanceUid());
        assertEquals(6, run.playback().orElseThrow().last());
        assertEquals(1000 / 15.0, run.playback().get().millis().getFirst(), 1e-9);
    }

    @Test
    void missingAndDoublePartsAreSaid() {
        var a = part(1, 4, 0, 50, 45);
        var c = part(3, 4, 5, 25);
        assertEquals(
                List.of(
                        "Parts 2 to 2 of 4 of the image are not here: frames are missing.",
                        "Parts 4 to 4 of 4 of the image are not here: frames are missing."),
                flaws(stack(c, a)).subList(0, 2));
        var again = part(1, 0, 0, 50, 45).toBuilder().text(Tag.SOP_INSTANCE_UID, "x").build();
        assertEquals(
                "Part 1 of the image is here twice.",
                flaws(stack(part(1, 0, 0, 50, 45), again)).getFirst());
        assertEquals(
                "Part 2 of the image says 3 frames come before it; there are 2.",
                flaws(stack(part(1, 0, 0, 50, 45), part(2, 0, 3, 40))).getFirst());
    }

    @Test
    void aPartThatDoesNotSayWhichIsSaid() {
        var header = Enhanced.mr("1").at(0).at(5).build();
        var lost = header.toBuilder().text(Tag.CONCATENATION_UID, "whole").build();
        var study = Headers.study("1", List.of(lost));
        assertEquals(1, study.unreadable().size());
        assertTrue(
                study.unreadable()
                        .getFirst()
                        .because()
                        .text(Locale.ENGLISH)
                        .contains("does not say which part"));
    }

    @Test
    void doseFramesLieWhereTheGridSaysAndOthersOnlyAtTheFirst() {
        var dose =
                Headers.axial("RTDOSE", "s", "f", 1, 10).getFirst().toBuilder()
                        .integer(Tag.NUMBER_OF_FRAMES, 3);
        var without = stack(dose.build());
        assertTrue(without.frame(0).plane().isPresent() && without.frame(1).plane().isEmpty());
        var grid = stack(dose.decimal(Tag.GRID_FRAME_OFFSET_VECTOR, 0, 4, 8).build());
        assertEquals(List.of(3, 2, 1), numbers(grid));
        assertEquals(18, grid.frame(0).plane().orElseThrow().position().z(), 1e-9);
    }
}
