package org.tyde.ui.viewport.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.EdgeBearings;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Turn;
import org.tyde.geometry.Vector3;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.List;
import java.util.Random;

/// Three planes at right angles, and how they stand on the screen.
class MprViewTest {
    private static PlaneLook look(AnatomicPlane plane, MprView view) {
        return new PlaneLook(plane, view, new Point3(1, 2, 3), 0.5, 400, 300);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # plane,  left, top, right, bottom
                    AXIAL,    R,    A,   L,     P
                    CORONAL,  R,    H,   L,     F
                    SAGITTAL, A,    H,   P,     F
                    """)
    void planesAreSeenAsRadiologistsSeeThem(
            AnatomicPlane plane, String left, String top, String right, String bottom) {
        var edges = EdgeBearings.of(look(plane, MprView.at(Point3.ORIGIN)).pixels(1), Turn.NONE);
        assertEquals(left, edges.left().text());
        assertEquals(top, edges.top().text());
        assertEquals(right, edges.right().text());
        assertEquals(bottom, edges.bottom().text());
    }

    @Test
    void anyTurningsKeepThePlanesAtRightAnglesAndTheCrossInThem() {
        var random = new Random(1);
        var view = MprView.at(new Point3(10, -20, 30));
        for (int n = 0; n < 2000; n++) {
            var plane = List.of(AnatomicPlane.values()).get(random.nextInt(3));
            view = view.turned(plane, random.nextDouble() - 0.5);
            assertEquals(0, view.left().dot(view.back()), 1e-9);
            assertEquals(0, view.left().dot(view.up()), 1e-9);
            assertEquals(1, view.left().cross(view.back()).dot(view.up()), 1e-9);
            for (var each : AnatomicPlane.values()) {
                var look = look(each, view);
                assertEquals(0, look.view().across(each).dot(look.view().inwards(each)), 1e-9);
                var cross = look.toPatient(look.toScreen(view.cross()));
                assertEquals(0, cross.distance(view.cross()), 1e-9);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void turningTheOthersLeavesThePictureOfAPlaneAsItIs(AnatomicPlane plane) {
        var straight = look(plane, MprView.at(new Point3(4, 5, 6)));
        var turned = look(plane, straight.view().turned(plane, 0.7));
        var at = new ScreenPoint(37, 211);
        assertEquals(0, straight.toPatient(at).distance(turned.toPatient(at)), 1e-9);
    }

    @ParameterizedTest
    @EnumSource
    void aPositiveTurnIsClockwiseOnTheScreen(AnatomicPlane plane) {
        var before = look(plane, MprView.at(Point3.ORIGIN));
        var after = look(plane, before.view().turned(plane, 0.1));
        var other = plane == AnatomicPlane.AXIAL ? AnatomicPlane.CORONAL : AnatomicPlane.AXIAL;
        var a = before.along(before.view().inwards(other));
        var b = after.along(after.view().inwards(other));
        // y grows downwards: clockwise is from x to y
        assertEquals(Math.sin(0.1), (a.x() * b.y() - a.y() * b.x()) * 0.25, 1e-9);
    }

    @Test
    void pixelsOfThePictureLieInTheMiddleOfTheirSquares() {
        var look = look(AnatomicPlane.CORONAL, MprView.at(Point3.ORIGIN));
        var plane = look.pixels(2);
        assertEquals(0.25, plane.columnSpacing(), 1e-12);
        var first = look.toPatient(new ScreenPoint(0.25, 0.25));
        assertEquals(0, plane.position().distance(first), 1e-9);
        assertEquals(new Vector3(1, 0, 0), plane.rowDirection());
    }
}
