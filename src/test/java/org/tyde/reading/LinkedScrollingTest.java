package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.geometry.AnatomicPlane;
import org.tyde.hanging.Headers;
import org.tyde.hanging.ScreenLayout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class LinkedScrollingTest {
    private static final Locale NB = Locale.of("nb", "NO");

    private static double z(OpenCase open, int viewport) {
        return open.viewport(viewport).frame().orElseThrow().plane().orElseThrow().position().z();
    }

    /// Sections of 2 mm from z upwards.
    private static List<DataSet> thin(String series, String reference, int count, double z) {
        var all = new ArrayList<DataSet>();
        for (int i = 0; i < count; i++)
            all.add(
                    Headers.section(
                            "CT",
                            series,
                            i + 1,
                            reference,
                            Headers.of(AnatomicPlane.AXIAL),
                            0,
                            0,
                            z + 2 * i));
        return all;
    }

    @Test
    void seriesOfOneFrameOfReferenceScrollTogetherByPosition() {
        var open =
                Cases.open(
                        Cases.study(
                                "c",
                                Headers.axial("CT", "thick", "f", 40, 0),
                                thin("thin", "f", 100, 0)));
        for (int i = 0; i < 39; i++) {
            open.scroll(0, 1);
            assertEquals(z(open, 0), z(open, 1), 1.0, "within half a thin section");
        }
    }

    @Test
    void seriesOfOtherFramesOfReferenceDoNotFollow() {
        var open =
                Cases.open(
                        Cases.study(
                                "c",
                                Headers.axial("CT", "a", "f", 40, 0),
                                Headers.axial("CT", "b", "g", 40, 0)));
        open.scroll(0, 9);
        assertEquals(0, open.viewport(1).view().frame());
    }

    @Test
    void otherPlanesDoNotFollow() {
        var coronal = new ArrayList<DataSet>();
        for (int i = 0; i < 9; i++)
            coronal.add(
                    Headers.section(
                            "CT", "cor", i + 1, "f", Headers.of(AnatomicPlane.CORONAL), 0, i, 0));
        var open = Cases.open(Cases.study("c", Headers.axial("CT", "a", "f", 40, 0), coronal));
        open.scroll(0, 9);
        assertEquals(0, open.viewport(1).view().frame());
    }

    @Test
    void followingWithinAStudyCanBeSwitchedOff() {
        var open =
                Cases.open(
                        Cases.study(
                                "c",
                                Headers.axial("CT", "a", "f", 40, 0),
                                Headers.axial("CT", "b", "f", 40, 0)));
        open.linkWithinStudy(false);
        open.scroll(0, 9);
        assertEquals(0, open.viewport(1).view().frame());
        open.linkWithinStudy(true);
        open.scroll(0, 1);
        assertEquals(10, open.viewport(1).view().frame());
    }

    @Test
    void aPriorFollowsOnlyWhenLinkedAndFromTheLevelsThenShown() {
        var open = Cases.open(Cases.thorax("c", "f", 0), Cases.thorax("p", "f", 52));
        open.scroll(0, 10);
        assertEquals(0, open.viewport(1).view().frame(), "not even in one frame of reference");
        open.goTo(1, 12);
        assertTrue(open.toggleLink());
        double offset = z(open, 1) - z(open, 0);
        open.scroll(0, 5);
        assertEquals(17, open.viewport(1).view().frame());
        assertEquals(offset, z(open, 1) - z(open, 0), 1e-9);
        open.scroll(1, -3);
        assertEquals(12, open.viewport(0).view().frame(), "it works both ways");
        assertFalse(open.toggleLink());
        open.scroll(0, 1);
        assertEquals(14, open.viewport(1).view().frame());
    }

    @Test
    void sectionsOfOtherThicknessFollowByMillimetres() {
        var open =
                Cases.open(
                        Cases.study("c", Headers.axial("CT", "a", "f", 40, 0)),
                        Cases.study("p", thin("b", "g", 150, -500)));
        open.goTo(0, 20);
        open.goTo(1, 60);
        open.toggleLink();
        open.scroll(0, 4); // 20 mm
        assertEquals(70, open.viewport(1).view().frame());
        open.scroll(1, 1); // 2 mm: nearest current section stays
        assertEquals(24, open.viewport(0).view().frame());
    }

    @Test
    void theOffsetIsShownWithItsSign() {
        var open = Cases.open(Cases.thorax("c", "f", 0), Cases.thorax("p", "g", 12));
        open.toggleLink();
        var link = open.link().orElseThrow();
        // levels grow towards the feet: the prior's first section lies 12 mm higher
        assertEquals(
                Optional.of("Lenket, Δ −12,0 mm"),
                link.text(open.stack("p-thorax").orElseThrow(), NB)
                        .map(t -> t.replace('\u00a0', ' ')));
        assertEquals(
                Optional.of("Linked, Δ 12.0 mm"),
                link.text(open.stack("c-thorax").orElseThrow(), Locale.ENGLISH)
                        .map(t -> t.replace('\u00a0', ' ')));
    }

    @Test
    void anotherPriorIsNotLinkedByTheOldLink() {
        var open =
                Cases.open(
                        Cases.thorax("c", "f", 0),
                        Cases.thorax("p", "g", 0),
                        Cases.thorax("q", "h", 0));
        open.toggleLink();
        open.hangPrior(Optional.of("q"));
        assertTrue(open.link().isEmpty());
        open.scroll(0, 4);
        assertEquals(0, open.viewport(1).view().frame());
    }

    @Test
    void theEndOfTheOtherStackIsItsEnd() {
        var open = Cases.open(Cases.thorax("c", "f", 0), Cases.thorax("p", "g", 0));
        open.goTo(1, 30);
        open.toggleLink();
        open.goTo(0, 39);
        assertEquals(39, open.viewport(1).view().frame());
        open.goTo(0, 5);
        assertEquals(35, open.viewport(1).view().frame(), "the offset is not lost at the end");
    }

    @Test
    void eachPlaneHasItsOwnOffset() {
        var current = new ArrayList<DataSet>(Headers.axial("MR", "ax", "f", 20, 0));
        var prior = new ArrayList<DataSet>(Headers.axial("MR", "pax", "g", 20, 100));
        for (int i = 0; i < 20; i++) {
            current.add(
                    Headers.section(
                            "MR",
                            "sag",
                            i + 1,
                            "f",
                            Headers.of(AnatomicPlane.SAGITTAL),
                            4 * i,
                            0,
                            0));
            prior.add(
                    Headers.section(
                            "MR",
                            "psag",
                            i + 1,
                            "g",
                            Headers.of(AnatomicPlane.SAGITTAL),
                            4 * i + 8,
                            0,
                            0));
        }
        var open = Cases.open(Cases.study("c", current), Cases.study("p", prior));
        assertEquals(new ScreenLayout(2, 2), open.layout());
        open.toggleLink();
        open.scroll(2, 6);
        assertEquals(6, open.viewport(3).view().frame());
        assertEquals(0, open.viewport(1).view().frame());
        assertEquals(2, open.link().orElseThrow().offsets().size());
    }

    @Test
    void withoutPositionsTheyFollowImageByImage() {
        var a = List.of(Headers.clip("XA", "a", 1, 30, "10:00:00", 60));
        var b = List.of(Headers.clip("XA", "b", 1, 50, "10:00:00", 60));
        var open = Cases.open(Cases.study("c", a), Cases.study("p", b));
        open.clips().stop(0);
        open.goTo(1, 10);
        assertTrue(open.toggleLink());
        open.scroll(0, 5);
        assertEquals(15, open.viewport(1).view().frame());
        assertEquals(
                Optional.of("Lenket, Δ 10 bilder"),
                open.link().orElseThrow().text(open.stack("b").orElseThrow(), NB));
    }
}
