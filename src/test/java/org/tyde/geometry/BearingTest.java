package org.tyde.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class BearingTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # x,     y,      z,      letters
                    1,       0,      0,      L
                    -1,      0,      0,      R
                    0,       1,      0,      P
                    0,       -1,     0,      A
                    0,       0,      1,      H
                    0,       0,      -1,     F
                    0.8,     -0.6,   0,      LA
                    0.6,     -0.8,   0,      AL
                    -0.2,    0.3,    -0.93,  FPR
                    1,       0.00005, 0,     L
                    1,       0.001,  0,      LP
                    200,     -20,    2,      LAH
                    """)
    void lettersComeByStrength(double x, double y, double z, String letters) {
        assertEquals(letters, Bearing.of(new Vector3(x, y, z)).text());
    }

    @Test
    void equalPartsComeInTheOrderOfTheAxes() {
        double h = Math.sqrt(0.5);
        assertEquals("LA", Bearing.of(new Vector3(h, -h, 0)).text());
        assertEquals("LA", Bearing.of(new Vector3(h, -h - 1e-9, 0)).text());
    }

    @Test
    void whatIsUnknownIsNotGuessed() {
        assertEquals("", Bearing.of(new Vector3(0, 0, 0)).text());
        assertEquals("", Bearing.of(new Vector3(Double.NaN, 0, 1)).text());
        assertEquals(Bearing.UNKNOWN, Bearing.parse(""));
        assertEquals(Bearing.UNKNOWN, Bearing.parse("LE")); // quadruped: left
        assertEquals(Bearing.UNKNOWN, Bearing.parse("CD"));
        assertEquals(Bearing.UNKNOWN, Bearing.parse("LR"));
        assertFalse(Bearing.UNKNOWN.opposite().known());
        assertThrows(
                IllegalArgumentException.class,
                () -> Bearing.of(PatientDirection.H, PatientDirection.F));
    }

    @Test
    void patientOrientationIsRead() {
        assertEquals(Bearing.of(PatientDirection.P, PatientDirection.F), Bearing.parse("PF "));
    }

    /// PS3.3 C.7.6.2.1.1 written out again: for each axis its letter when the part is not rounding.
    @Test
    void tenThousandObliquesAgreeWithAnOracle() {
        var random = new Random(4711);
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            double z = random.nextGaussian();
            double n = Math.sqrt(x * x + y * y + z * z);
            var parts = new ArrayList<Object[]>();
            parts.add(new Object[] {Math.abs(x) / n, x > 0 ? "L" : "R"});
            parts.add(new Object[] {Math.abs(y) / n, y > 0 ? "P" : "A"});
            parts.add(new Object[] {Math.abs(z) / n, z > 0 ? "H" : "F"});
            double a = (double) parts.get(0)[0];
            double b = (double) parts.get(1)[0];
            double c = (double) parts.get(2)[0];
            if (Math.abs(a - b) < 2e-4 || Math.abs(a - c) < 2e-4 || Math.abs(b - c) < 2e-4)
                continue;
            parts.removeIf(p -> (double) p[0] < 1e-4);
            parts.sort((p, q) -> Double.compare((double) q[0], (double) p[0]));
            var expected = new StringBuilder();
            parts.forEach(p -> expected.append(p[1]));
            var bearing = Bearing.of(new Vector3(x, y, z));
            assertEquals(expected.toString(), bearing.text());
            assertEquals(bearing.opposite(), Bearing.of(new Vector3(-x, -y, -z)));
            assertEquals(bearing, Bearing.parse(bearing.text()));
        }
    }

    @Test
    void theReadingDirectionsAreThoseOfTheReadingRoom() {
        assertEquals(
                List.of(PatientDirection.F, PatientDirection.P, PatientDirection.L),
                List.of(
                        AnatomicPlane.AXIAL.readingDirection(),
                        AnatomicPlane.CORONAL.readingDirection(),
                        AnatomicPlane.SAGITTAL.readingDirection()));
        assertEquals(AnatomicPlane.AXIAL, AnatomicPlane.nearest(new Vector3(0, 0.5, -0.5)));
        assertEquals(AnatomicPlane.SAGITTAL, AnatomicPlane.nearest(new Vector3(-0.9, 0.1, 0.2)));
    }
}
