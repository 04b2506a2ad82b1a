package org.tyde.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Random;

class ImagePlaneTest {
    private static final double[] AXIAL = {1, 0, 0, 0, 1, 0};

    private static ImagePlane axial() {
        return ImagePlane.of(new double[] {-125, -120, 40}, AXIAL, new double[] {0.8, 0.5});
    }

    private static void near(Point3 expected, Point3 actual) {
        assertEquals(0, expected.distance(actual), 1e-9, expected + " and " + actual);
    }

    @Test
    void theFirstPixelsCentreIsThePosition() {
        near(new Point3(-125, -120, 40), axial().toPatient(0, 0));
    }

    @Test
    void theFirstSpacingIsBetweenRows() {
        near(new Point3(-124.5, -120, 40), axial().toPatient(1, 0));
        near(new Point3(-125, -119.2, 40), axial().toPatient(0, 1));
    }

    @Test
    void anAxialImagesNormalPointsToTheHead() {
        assertEquals(new Vector3(0, 0, 1), axial().normal());
        assertEquals(7.5, axial().distanceAlongNormal(new Point3(3, 4, 47.5)), 1e-12);
    }

    @Test
    void patientToImageIsTheWayBack() {
        var random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            var row = new Vector3(random.nextGaussian(), random.nextGaussian(), 0.3).unit();
            var other = new Vector3(random.nextGaussian(), 1, random.nextGaussian()).unit();
            var column = other.plus(row.times(-row.dot(other))).unit();
            var plane = new ImagePlane(new Point3(i, -i, 3), row, column, 0.3, 1.7);
            double c = random.nextDouble(512);
            double r = random.nextDouble(512);
            var offPlane = plane.toPatient(c, r).plus(plane.normal().times(12.5));
            assertEquals(c, plane.toImage(offPlane).column(), 1e-9);
            assertEquals(r, plane.toImage(offPlane).row(), 1e-9);
            assertEquals(12.5, plane.distanceAlongNormal(offPlane), 1e-9);
        }
    }

    @Test
    void theMapAgreesWithThePlane() {
        var plane = axial();
        near(plane.toPatient(12, 34), plane.toPatientMap().apply(new Point3(12, 34, 0)));
        var there = plane.toPatientMap().inverse().apply(plane.toPatient(12, 34));
        near(new Point3(12, 34, 0), there);
    }

    @Test
    void whatFilesRoundIsAccepted() {
        var rounded = new double[] {0.9998, 0.0175, 0, -0.0175, 0.9998, 0};
        var plane = ImagePlane.of(new double[3], rounded, new double[] {1, 1});
        assertEquals(1, plane.rowDirection().length(), 1e-12);
    }

    @Test
    void whatIsNoPlaneIsRefused() {
        var spacing = new double[] {1, 1};
        refused(new double[] {0, 0, 0, 0, 1, 0}, spacing);
        refused(new double[] {1, 0, 0, 1, 0, 0}, spacing);
        refused(new double[] {1, 0, 0, Double.NaN, 0, 0}, spacing);
        refused(AXIAL, new double[] {0, 1});
        refused(AXIAL, new double[] {1, -1});
        refused(AXIAL, new double[] {1});
        refused(AXIAL, new double[] {Double.POSITIVE_INFINITY, 1});
    }

    private static void refused(double[] orientation, double[] spacing) {
        assertThrows(
                IllegalArgumentException.class,
                () -> ImagePlane.of(new double[3], orientation, spacing));
    }

    @Test
    void orientationIsComparedWithinDegrees() {
        var tilted =
                ImagePlane.of(
                        new double[3],
                        new double[] {1, 0, 0, 0, Math.cos(0.03), Math.sin(0.03)},
                        new double[] {1, 1});
        assertTrue(axial().sameOrientation(tilted, 2));
        assertFalse(axial().sameOrientation(tilted, 1));
    }

    @Test
    void mapsComposeAndInvert() {
        var turn =
                new Affine(
                        new Vector3(0, 1, 0),
                        new Vector3(-1, 0, 0),
                        new Vector3(0, 0, 2),
                        new Point3(5, 6, 7));
        var both = turn.after(Affine.shift(new Vector3(1, 2, 3)));
        near(turn.apply(new Point3(2, 4, 6)), both.apply(new Point3(1, 2, 3)));
        near(new Point3(1, 2, 3), both.inverse().apply(both.apply(new Point3(1, 2, 3))));
        assertEquals(2, turn.determinant(), 1e-12);
        var flat =
                new Affine(
                        new Vector3(1, 0, 0),
                        new Vector3(1, 0, 0),
                        new Vector3(0, 0, 1),
                        Point3.ORIGIN);
        assertThrows(ArithmeticException.class, flat::inverse);
        assertThrows(ArithmeticException.class, () -> new Vector3(0, 0, 0).unit());
    }
}
