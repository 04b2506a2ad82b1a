package org.tyde.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class EdgeBearingsTest {
    private static final PatientDirection[] SIX = PatientDirection.values();

    private static ImagePlane plane(Vector3 row, Vector3 column) {
        return new ImagePlane(new Point3(-100, -90, 30), row, column, 0.7, 0.5);
    }

    private static List<ImagePlane> twentyFour() {
        var planes = new ArrayList<ImagePlane>();
        for (var row : SIX)
            for (var column : SIX)
                if (row != column && row != column.opposite())
                    planes.add(plane(row.vector(), column.vector()));
        return planes;
    }

    /// Walks one pixel from the middle towards an edge of the screen and asks where that is in the
    /// patient: the pixel is found by trying all neighbours, not by the class's own matrices.
    private static String walk(ImagePlane plane, Turn turn, int x, int y) {
        for (int dc = -1; dc <= 1; dc++)
            for (int dr = -1; dr <= 1; dr++) {
                int sx = dc;
                int sy = dr;
                for (int q = 0; q < turn.quarters(); q++) {
                    int was = sx;
                    sx = -sy;
                    sy = was;
                }
                if (turn.mirrored()) sx = -sx;
                if (sx == x && sy == y) {
                    var way = plane.toPatient(50 + dc, 40 + dr).minus(plane.toPatient(50, 40));
                    return Bearing.of(way).text();
                }
            }
        throw new AssertionError("no neighbour lies there");
    }

    private static void agrees(ImagePlane plane, Turn turn) {
        var edges = EdgeBearings.of(plane, turn);
        assertEquals(walk(plane, turn, -1, 0), edges.left().text());
        assertEquals(walk(plane, turn, 1, 0), edges.right().text());
        assertEquals(walk(plane, turn, 0, -1), edges.top().text());
        assertEquals(walk(plane, turn, 0, 1), edges.bottom().text());
    }

    @TestFactory
    Stream<DynamicTest> twentyFourOrientationsTimesEightTurns() {
        assertEquals(24, twentyFour().size());
        return twentyFour().stream()
                .flatMap(
                        plane ->
                                TurnTest.all().stream()
                                        .map(
                                                turn ->
                                                        DynamicTest.dynamicTest(
                                                                Bearing.of(plane.rowDirection())
                                                                                .text()
                                                                        + Bearing.of(
                                                                                        plane
                                                                                                .columnDirection())
                                                                                .text()
                                                                        + " "
                                                                        + turn,
                                                                () -> agrees(plane, turn))));
    }

    /// A way of its own from a direction to letters: the axes by size, each with its letter.
    private static String letters(double[] way) {
        var axes = new ArrayList<Integer>(List.of(0, 1, 2));
        axes.removeIf(i -> Math.abs(way[i]) < 1e-4);
        axes.sort((i, j) -> Double.compare(Math.abs(way[j]), Math.abs(way[i])));
        var text = new StringBuilder();
        for (int i : axes) text.append((way[i] > 0 ? "LPH" : "RAF").charAt(i));
        return text.toString();
    }

    private static boolean nearTie(double[] way) {
        for (int i = 0; i < 3; i++) {
            double a = Math.abs(way[i]);
            double b = Math.abs(way[(i + 1) % 3]);
            if (Math.abs(a - b) < 2e-4 || Math.abs(a - 1e-4) < 1e-6) return true;
        }
        return false;
    }

    private static double[] numbers(Vector3 v, int sign) {
        return new double[] {sign * v.x(), sign * v.y(), sign * v.z()};
    }

    /// Left, top, right, bottom of the stored image, then turned by hand as cards on a table are.
    private static List<String> byHand(Vector3 row, Vector3 column, Turn turn) {
        var l = letters(numbers(row, -1));
        var t = letters(numbers(column, -1));
        var r = letters(numbers(row, 1));
        var b = letters(numbers(column, 1));
        for (int i = 0; i < turn.quarters(); i++) {
            var was = t;
            t = l;
            l = b;
            b = r;
            r = was;
        }
        return turn.mirrored() ? List.of(r, t, l, b) : List.of(l, t, r, b);
    }

    @Test
    void tenThousandObliquesInEachTurnAgreeWithAnOracle() {
        var random = new Random(12);
        int compared = 0;
        while (compared < 10_000) {
            var row =
                    new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                            .unit();
            var other =
                    new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                            .unit();
            var column = other.plus(row.times(-row.dot(other))).unit();
            if (nearTie(numbers(row, 1)) || nearTie(numbers(column, 1))) continue;
            compared++;
            for (var turn : TurnTest.all()) {
                var edges = EdgeBearings.of(plane(row, column), turn);
                assertEquals(
                        byHand(row, column, turn),
                        List.of(
                                edges.left().text(),
                                edges.top().text(),
                                edges.right().text(),
                                edges.bottom().text()));
            }
        }
    }

    @Test
    void anAxialImageHasThePatientsRightOnTheLeft() {
        var edges = EdgeBearings.of(plane(new Vector3(1, 0, 0), new Vector3(0, 1, 0)), Turn.NONE);
        assertEquals("R", edges.left().text());
        assertEquals("A", edges.top().text());
        assertEquals("L", edges.right().text());
        assertEquals("P", edges.bottom().text());
    }

    @Test
    void aProjectionTakesPatientOrientation() {
        var edges = EdgeBearings.of(Bearing.parse("L"), Bearing.parse("F"), Turn.NONE);
        assertEquals("R", edges.left().text());
        assertEquals("H", edges.top().text());
        var flipped =
                EdgeBearings.of(
                        Bearing.parse("L"), Bearing.parse("F"), Turn.NONE.flippedLeftRight());
        assertEquals("L", flipped.left().text());
        assertEquals("H", flipped.top().text());
    }

    @Test
    void halfAnOrientationLeavesTheOtherEdgesEmpty() {
        var edges = EdgeBearings.of(Bearing.parse("A"), Bearing.parse(""), Turn.NONE.right());
        assertEquals("A", edges.bottom().text());
        assertTrue(edges.left().text().isEmpty() && edges.right().text().isEmpty());
    }

    @Test
    void theTurnThatShowsAnImageUprightIsFound() {
        for (var plane : twentyFour()) {
            var row = Bearing.of(plane.rowDirection());
            var column = Bearing.of(plane.columnDirection());
            boolean frontal = !(row.text() + column.text()).matches(".*[AP].*");
            var turn =
                    EdgeBearings.turnShowing(row, column, PatientDirection.L, PatientDirection.F);
            assertEquals(frontal, turn.isPresent());
            if (turn.isEmpty()) continue;
            var edges = EdgeBearings.of(plane, turn.get());
            assertEquals("L", edges.right().text());
            assertEquals("F", edges.bottom().text());
        }
        assertTrue(
                EdgeBearings.turnShowing(
                                Bearing.UNKNOWN,
                                Bearing.parse("F"),
                                PatientDirection.L,
                                PatientDirection.F)
                        .isEmpty());
    }
}
