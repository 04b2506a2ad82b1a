package org.tyde.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Random;

class PlaneCutTest {
    private static final PlaneCut.Extent AXIAL =
            extent(new double[] {-100, -100, 50}, new double[] {1, 0, 0, 0, 1, 0}, 2, 101, 101);

    private static PlaneCut.Extent extent(
            double[] position, double[] orientation, double spacing, int columns, int rows) {
        var plane = ImagePlane.of(position, orientation, new double[] {spacing, spacing});
        return new PlaneCut.Extent(plane, columns, rows);
    }

    @Test
    void aSagittalImageCutsAnAxialOneInAColumn() {
        var sagittal =
                extent(new double[] {20, -300, 300}, new double[] {0, 1, 0, 0, 0, -1}, 3, 200, 200);
        var cut = PlaneCut.of(AXIAL, sagittal).orElseThrow();
        assertEquals(60, cut.from().column(), 1e-9);
        assertEquals(60, cut.to().column(), 1e-9);
        assertEquals(101, Math.abs(cut.from().row() - cut.to().row()), 1e-9);
    }

    @Test
    void parallelImagesAndThoseThatDoNotMeetHaveNoLine() {
        var beside =
                extent(new double[] {-100, -100, 53}, new double[] {1, 0, 0, 0, 1, 0}, 2, 101, 101);
        assertTrue(PlaneCut.of(AXIAL, beside).isEmpty());
        var above =
                extent(new double[] {20, -300, 300}, new double[] {0, 1, 0, 0, 0, -1}, 3, 200, 60);
        assertTrue(PlaneCut.of(AXIAL, above).isEmpty(), "it ends 70 mm above");
        var outside =
                extent(
                        new double[] {150, -300, 300},
                        new double[] {0, 1, 0, 0, 0, -1},
                        3,
                        200,
                        200);
        assertTrue(PlaneCut.of(AXIAL, outside).isEmpty(), "it passes beside");
    }

    /// Both ends lie in both planes and both images, and nothing further along the line does.
    @Test
    void theLineIsAllThatTheTwoImagesShare() {
        var random = new Random(22);
        int lines = 0;
        for (int i = 0; i < 5_000; i++) {
            var a = oblique(random);
            var b = oblique(random);
            var cut = PlaneCut.of(a, b);
            boolean meet = shareAPoint(a, b);
            if (cut.isEmpty()) {
                double cosine = Math.abs(a.plane().normal().dot(b.plane().normal()));
                assertTrue(!meet || cosine > 0.996, "case " + i);
                continue;
            }
            lines++;
            for (double share : new double[] {0, 0.3, 1}) {
                var p = a.plane().toPatient(along(cut.get(), share));
                assertEquals(0, b.plane().distanceAlongNormal(p), 1e-6, "case " + i);
                assertTrue(within(a, p, 1e-6) && within(b, p, 1e-6), "case " + i);
            }
            for (double share : new double[] {-1e-3, 1 + 1e-3}) {
                var p = a.plane().toPatient(along(cut.get(), share));
                assertTrue(!within(a, p, -1e-9) || !within(b, p, -1e-9), "case " + i);
            }
        }
        assertTrue(lines > 500, lines + " lines");
    }

    private static ImagePoint along(PlaneCut cut, double share) {
        return new ImagePoint(
                cut.from().column() + share * (cut.to().column() - cut.from().column()),
                cut.from().row() + share * (cut.to().row() - cut.from().row()));
    }

    private static boolean within(PlaneCut.Extent image, Point3 p, double slack) {
        var at = image.plane().toImage(p);
        return at.column() >= -0.5 - slack
                && at.column() <= image.columns() - 0.5 + slack
                && at.row() >= -0.5 - slack
                && at.row() <= image.rows() - 0.5 + slack;
    }

    /// By trying: whether points of one image that lie near the other's plane lie well within that image.
    private static boolean shareAPoint(PlaneCut.Extent a, PlaneCut.Extent b) {
        for (int row = 0; row < b.rows(); row += 2) {
            double last = 0;
            for (int column = 0; column < b.columns(); column += 2) {
                var p = b.plane().toPatient(column, row);
                double side = a.plane().distanceAlongNormal(p);
                if (column > 0 && side * last < 0 && within(a, p, -12)) return true;
                last = side;
            }
        }
        return false;
    }

    private static PlaneCut.Extent oblique(Random random) {
        var row =
                new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                        .unit();
        var other =
                new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        var column = row.cross(other).unit();
        var at = new Point3(random.nextGaussian() * 60, random.nextGaussian() * 60, 0);
        return new PlaneCut.Extent(
                new ImagePlane(at, row, column, 1 + random.nextDouble(), 1 + random.nextDouble()),
                40 + random.nextInt(100),
                40 + random.nextInt(100));
    }
}
