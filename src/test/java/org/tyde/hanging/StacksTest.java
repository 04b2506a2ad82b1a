package org.tyde.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

class StacksTest {
    private static ImageStack stack(List<DataSet> headers) {
        var study = Headers.study("1", headers);
        assertEquals(1, study.series().size());
        return Stacks.ofSeries("1", study.series().getFirst());
    }

    private static List<String> uids(ImageStack stack) {
        return stack.frames().stream().map(f -> f.key().sopInstanceUid()).toList();
    }

    private static List<DataSet> shuffled(List<DataSet> headers) {
        var mixed = new ArrayList<>(headers);
        Collections.shuffle(mixed, new Random(3));
        return mixed;
    }

    @Test
    void axialSectionsRunFromHeadToFeet() {
        var stack = stack(shuffled(Headers.axial("CT", "s", "f", 5, 10)));
        assertEquals(List.of("s.5", "s.4", "s.3", "s.2", "s.1"), uids(stack));
        assertEquals(StackOrder.POSITION, stack.order());
        assertEquals(-30, stack.frame(0).level().orElseThrow(), 1e-9);
        assertEquals(-10, stack.frame(4).level().orElseThrow(), 1e-9);
        assertEquals(List.of(), stack.flaws());
    }

    @Test
    void coronalSectionsRunFromFrontToBack() {
        var stack =
                stack(
                        List.of(
                                Headers.section("MR", "s", 1, "f", Headers.CORONAL, 0, 30, 0),
                                Headers.section("MR", "s", 2, "f", Headers.CORONAL, 0, -30, 0)));
        assertEquals(List.of("s.2", "s.1"), uids(stack));
    }

    @Test
    void sagittalSectionsRunFromRightToLeft() {
        var stack =
                stack(
                        List.of(
                                Headers.section("MR", "s", 1, "f", Headers.SAGITTAL, 40, 0, 0),
                                Headers.section("MR", "s", 2, "f", Headers.SAGITTAL, -40, 0, 0)));
        assertEquals(List.of("s.2", "s.1"), uids(stack));
    }

    @Test
    void aTurnedNormalDoesNotTurnTheOrder() {
        double[] feetFirst = {1, 0, 0, 0, -1, 0};
        var stack =
                stack(
                        List.of(
                                Headers.section("CT", "s", 1, "f", feetFirst, 0, 0, 10),
                                Headers.section("CT", "s", 2, "f", feetFirst, 0, 0, 20)));
        assertEquals(List.of("s.2", "s.1"), uids(stack));
    }

    @Test
    void aMissingSectionIsAGap() {
        var headers = new ArrayList<>(Headers.axial("CT", "s", "f", 6, 0));
        headers.remove(2); // z = 10; from the head it is the 4th
        var stack = stack(headers);
        assertEquals(List.of(new StackFlaw.Gap(2, 10, 5)), stack.flaws());
        assertEquals(
                "Between image 3 and 4: 10.0 mm instead of 5.0 mm. Images may be missing.",
                stack.flaws().getFirst().because().text(Locale.ENGLISH));
        assertEquals(
                "Mellom bilde 3 og 4: 10,0 mm i stedet for 5,0 mm. Bilder kan mangle.",
                stack.flaws().getFirst().because().text(Locale.of("nb", "NO")));
    }

    @Test
    void widerStepsInPartOfAStackAreSaidOnce() {
        var headers = new ArrayList<>(Headers.axial("CT", "s", "f", 9, 0));
        for (int i = 0; i < 3; i++)
            headers.add(
                    Headers.section(
                            "CT", "s", 20 + i, "f", Headers.AXIAL, -120, -100, 50 + 10 * i));
        assertEquals(List.of(new StackFlaw.WideSteps(0, 3, 10, 5)), stack(headers).flaws());
    }

    @Test
    void twoSectionsAtOnePlaceAreSaid() {
        var headers = new ArrayList<>(Headers.axial("CT", "s", "f", 4, 0));
        headers.add(Headers.section("CT", "s", 9, "f", Headers.AXIAL, -120, -100, 5));
        var stack = stack(headers);
        assertEquals(List.of(new StackFlaw.Duplicate(3)), stack.flaws());
        assertEquals(List.of("s.4", "s.3", "s.2", "s.9", "s.1"), uids(stack));
    }

    @Test
    void equallyRepeatedPositionsArePhases() {
        var headers = new ArrayList<DataSet>();
        for (int phase = 0; phase < 3; phase++)
            for (int i = 0; i < 4; i++)
                headers.add(
                        Headers.section(
                                "MR", "s", 1 + phase * 4 + i, "f", Headers.AXIAL, 0, 0, -3 * i));
        var stack = stack(shuffled(headers));
        assertEquals(StackOrder.PHASES, stack.order());
        assertEquals(3, stack.phases());
        assertEquals(IntStream.rangeClosed(1, 12).mapToObj(i -> "s." + i).toList(), uids(stack));
        assertEquals(List.of(), stack.flaws());
        assertEquals(6, stack.nearest(6, 5).orElseThrow());
        assertEquals(10, stack.nearest(6, 8).orElseThrow());
    }

    @Test
    void severalOrientationsStayApart() {
        var headers = new ArrayList<>(Headers.axial("MR", "s", "f", 3, 0));
        for (int i = 0; i < 3; i++)
            headers.add(Headers.section("MR", "s", 4 + i, "f", Headers.CORONAL, 0, -10 * i, 0));
        var stack = stack(headers);
        assertEquals(StackOrder.ORIENTATIONS, stack.order());
        assertEquals(List.of("s.3", "s.2", "s.1", "s.6", "s.5", "s.4"), uids(stack));
        assertTrue(stack.direction().isEmpty());
    }

    @Test
    void aTurningProjectionGoesByNumber() {
        var headers = new ArrayList<DataSet>();
        for (int i = 0; i < 6; i++) {
            double a = Math.toRadians(15 * i);
            double[] turned = {Math.cos(a), Math.sin(a), 0, 0, 0, -1};
            headers.add(Headers.section("MR", "s", i + 1, "f", turned, 0, i, 0));
        }
        var stack = stack(shuffled(headers));
        assertEquals(StackOrder.INSTANCE_NUMBER, stack.order());
        assertEquals(List.of("s.1", "s.2", "s.3", "s.4", "s.5", "s.6"), uids(stack));
    }

    @Test
    void roundingIsNotAnOrientation() {
        double[] almost = {0.99999, 0.002, 0, -0.002, 0.99999, 0};
        var headers = new ArrayList<>(Headers.axial("CT", "s", "f", 3, 0));
        headers.add(Headers.section("CT", "s", 4, "f", almost, -120, -100, 15));
        assertEquals(StackOrder.POSITION, stack(headers).order());
    }

    @Test
    void aSectionWithoutAPositionStandsAtTheEndAndSaysSo() {
        var headers = new ArrayList<>(Headers.axial("CT", "s", "f", 4, 0));
        headers.set(1, headers.get(1).toBuilder().remove(Tag.IMAGE_POSITION_PATIENT).build());
        var stack = stack(headers);
        assertEquals(List.of("s.4", "s.3", "s.1", "s.2"), uids(stack));
        assertInstanceOf(StackFlaw.NoPosition.class, stack.flaws().getLast());
        assertInstanceOf(StackFlaw.Gap.class, stack.flaws().getFirst());
    }

    @Test
    void aClipKeepsTheOrderOfItsFramesAndItsRate() {
        var study = Headers.study("1", List.of(Headers.clip("US", "c", 1, 30, "10:00:00", 40)));
        var series = study.series().getFirst();
        var stack = Stacks.ofImage("1", series, series.images().getFirst());
        assertEquals(30, stack.size());
        assertEquals(1, stack.frame(0).key().frame());
        assertEquals(30, stack.frame(29).key().frame());
        assertEquals(List.of(40.0), stack.playback().orElseThrow().millis());
        assertEquals("c", stack.id());
    }

    @Test
    void aMalformedHeaderIsSaidAndTheImageStillThere() {
        var good = Headers.axial("CT", "s", "f", 2, 0);
        var bad =
                Headers.section("CT", "s", 3, "f", Headers.AXIAL, 0, 0, 10).toBuilder()
                        .remove(Tag.BITS_ALLOCATED)
                        .build();
        var study = Headers.study("1", good, List.of(bad));
        assertEquals(3, study.series().getFirst().images().size());
        assertEquals(1, study.unreadable().size());
        assertFalse(study.unreadable().getFirst().because().text(Locale.ENGLISH).isBlank());
    }

    @Test
    void positionsAreComparedOnlyWithinOneFrameOfReference() {
        var a = stack(Headers.axial("CT", "a", "f", 3, 0));
        var b = stack(Headers.axial("CT", "b", "f", 9, 0));
        var c = stack(Headers.axial("CT", "c", "g", 3, 0));
        assertTrue(a.sameSpace(b));
        assertFalse(a.sameSpace(c));
        assertTrue(a.parallel(c, 1));
    }
}
