package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tyde.geometry.Point3;
import org.tyde.reading.OpenCase;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.state.ScreenPoint;

/// Reference lines and the cursor in the patient, on the demo studies.
class PlacesTest {
    private static DeskOfSamples desk;

    @BeforeAll
    static void start() throws Exception {
        desk = new DeskOfSamples(1000, 800);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static void move(int viewport, double inX, double inY, boolean shift) throws Exception {
        var there = Screens.on(() -> desk.pane(viewport).localToScene(inX, inY));
        double x = there.getX();
        double y = there.getY();
        Screens.run(
                () ->
                        desk.pane(viewport)
                                .fireEvent(
                                        new MouseEvent(
                                                MouseEvent.MOUSE_MOVED,
                                                x,
                                                y,
                                                x,
                                                y,
                                                javafx.scene.input.MouseButton.NONE,
                                                0,
                                                shift,
                                                false,
                                                false,
                                                false,
                                                false,
                                                false,
                                                false,
                                                true,
                                                false,
                                                true,
                                                null)));
        desk.settle();
    }

    private static String space(OpenCase open, int viewport) {
        return open.viewport(viewport).stack().flatMap(s -> s.frameOfReference()).orElse("none");
    }

    private static Point3 patient(int viewport, ScreenPoint at) throws Exception {
        return Screens.on(
                () -> {
                    var s = desk.pane(viewport).model().shown().orElseThrow();
                    var plane = s.header().plane(s.key().frame()).orElseThrow();
                    return plane.toPatient(s.pose().toImage(at));
                });
    }

    @Test
    void thePlacePointedAtIsTheSameInEveryViewportOfItsSpace() throws Exception {
        var open = desk.open("MR");
        int same = 0;
        for (int from = 0; from < open.viewports().size(); from++) {
            if (open.viewport(from).stack().isEmpty()) continue;
            var pane = desk.pane(from);
            double x = Math.rint(pane.getWidth() * 0.55);
            double y = Math.rint(pane.getHeight() * 0.42);
            int frame = open.viewport(from).view().frame();
            move(from, x, y, true);
            var pointed = patient(from, new ScreenPoint(x, y));
            assertEquals(frame, open.viewport(from).view().frame(), "where one points, it stays");
            for (int i = 0; i < open.viewports().size(); i++) {
                if (i == from || open.viewport(i).stack().isEmpty()) continue;
                int other = i;
                var mark = Screens.on(() -> desk.pane(other).places().mark().orElseThrow());
                if (!space(open, i).equals(space(open, from))) {
                    assertTrue(mark.at().isEmpty() && !mark.words().isEmpty());
                    continue;
                }
                same++;
                var stack = open.viewport(i).stack().orElseThrow();
                double least = Double.POSITIVE_INFINITY;
                for (var f : stack.frames())
                    least =
                            Math.min(
                                    least,
                                    Math.abs(f.plane().orElseThrow().distanceAlongNormal(pointed)));
                var marked = patient(i, mark.at().orElseThrow());
                assertEquals(least, marked.distance(pointed), 1e-6, "the nearest frame, its foot");
                assertEquals(least < 0.05, mark.words().isEmpty(), mark.words().toString());
            }
        }
        assertTrue(same > 0, "no two viewports share a space");
        Screens.keep(desk.stage, "viewport-place");
        move(0, 30, 30, false);
        for (var pane : desk.grid.viewports())
            assertTrue(Screens.on(() -> pane.places().mark().isEmpty()));
    }

    @Test
    void underThePointerStandItsValueAndItsPlace() throws Exception {
        desk.open("CT");
        var pane = desk.pane(0);
        move(0, Math.rint(pane.getWidth() / 2), Math.rint(pane.getHeight() / 2), true);
        var words = Screens.on(() -> pane.places().mark().orElseThrow().words());
        assertTrue(words.getFirst().matches("[−-]?\\d+ HU"), words.toString());
        assertTrue(words.getLast().matches("[LR] .* [AP] .* [SI] .* mm"), words.toString());
        var prior = Screens.on(() -> desk.pane(1).places().mark().orElseThrow());
        assertEquals("Annet koordinatsystem: stedet vises ikke her", prior.words().getFirst());
        assertTrue(prior.at().isEmpty(), "another frame of reference");
        move(0, 3, 400, true);
        move(0, 3, 400, false);
    }

    @Test
    void referenceLinesAreThoseOfTheActiveViewportAndGoWithAKey() throws Exception {
        var open = desk.open("MR");
        int lines = 0;
        for (int active = 0; active < open.viewports().size(); active++) {
            int now = active;
            Screens.run(() -> open.activate(now));
            desk.settle();
            for (int i = 0; i < open.viewports().size(); i++) {
                int other = i;
                var line = Screens.on(() -> desk.pane(other).places().reference());
                if (i == active || !space(open, i).equals(space(open, active)))
                    assertTrue(line.isEmpty());
                if (line.isEmpty()) continue;
                lines++;
                var by = Screens.on(() -> desk.pane(now).model().shown().orElseThrow());
                var plane = by.header().plane(by.key().frame()).orElseThrow();
                for (var end : new ScreenPoint[] {line.get().from(), line.get().to()})
                    assertEquals(0, plane.distanceAlongNormal(patient(i, end)), 1e-6);
            }
        }
        assertTrue(lines > 0, "no line on any viewport");
        Screens.keep(desk.stage, "viewport-reference");
        Screens.run(() -> desk.grid.perform(Action.REFERENCE_LINES));
        for (var pane : desk.grid.viewports())
            assertTrue(Screens.on(() -> pane.places().reference().isEmpty()));
        Screens.run(() -> desk.grid.perform(Action.REFERENCE_LINES));
    }
}
