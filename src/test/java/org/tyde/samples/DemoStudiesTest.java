package org.tyde.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.Tag;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.Collectors;

class DemoStudiesTest {
    @Test
    void everyInstanceHasAUidOfItsOwnAndSaysWhatItSays() throws Exception {
        var seen = new HashSet<String>();
        for (var instance : DemoStudies.instances()) {
            assertTrue(seen.add(instance.sopInstanceUid()), instance.sopInstanceUid());
        }
        for (var instance :
                DemoStudies.instances().stream().filter(i -> firstOfStudy(i)).toList()) {
            var set = instance.make().get();
            assertEquals(instance.sopInstanceUid(), set.textOr(Tag.SOP_INSTANCE_UID, ""));
            assertEquals(instance.studyUid(), set.textOr(Tag.STUDY_INSTANCE_UID, ""));
            assertTrue(set.has(Tag.REASON_FOR_THE_REQUESTED_PROCEDURE));
        }
    }

    private static boolean firstOfStudy(DemoInstance instance) {
        return DemoStudies.instances().stream()
                .filter(i -> i.studyUid().equals(instance.studyUid()))
                .findFirst()
                .orElseThrow()
                .sopInstanceUid()
                .equals(instance.sopInstanceUid());
    }

    @Test
    void theSameBytesComeEachTime() {
        var chest =
                DemoStudies.instances().stream()
                        .filter(i -> i.studyUid().equals(DemoCase.uid("mr caput 2026")))
                        .findFirst()
                        .orElseThrow();
        assertEquals(chest.make().get(), chest.make().get());
    }

    /// Synthetic numbers carry the month plus 80 (facts of the Norwegian register's test data), and two
    /// check digits of modulus 11.
    @Test
    void nationalNumbersAreSyntheticAndTheirCheckDigitsHold() {
        var number = SyntheticNumber.of(LocalDate.of(1958, 6, 17), true, 100);
        assertEquals("178658", number.substring(0, 6));
        int[] k1 = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
        int[] k2 = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
        assertEquals(0, weighed(number, k1));
        assertEquals(0, weighed(number, k2));
        assertEquals(0, (number.charAt(8) - '0') % 2);
    }

    private static int weighed(String number, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * (number.charAt(i) - '0');
        return sum % 11;
    }

    @Test
    void theNoduleGrewFromSixToEightPointFourMillimetres() {
        assertEquals(6.0, noduleDiameter(6.0), 0.8);
        assertEquals(8.4, noduleDiameter(8.4), 0.8);
    }

    /// Diameter of a disc of the same area as the voxels above half of the nodule's contrast.
    private static double noduleDiameter(double made) {
        var canvas = new Canvas(60, 60, 0.25, Thorax.NODULE_X - 7.5, Thorax.NODULE_Y - 7.5, -1000);
        new Thorax(made, 0, 0).paint(canvas, Thorax.NODULE_Z, 1);
        int inside = 0;
        for (int r = 0; r < 60; r++)
            for (int c = 0; c < 60; c++)
                if (Math.hypot(c - 30, r - 30) < 22 && canvas.values[r * 60 + c] > -420) inside++;
        return 2 * Math.sqrt(inside * 0.0625 / Math.PI);
    }

    @Test
    void mammogramsComeInFourViewsOfTwoSides() throws Exception {
        var study = DemoCase.uid("mg 2026");
        var views =
                DemoStudies.instances().stream()
                        .filter(i -> i.studyUid().equals(study))
                        .map(i -> i.make().get())
                        .filter(set -> set.has(Tag.VIEW_POSITION))
                        .map(DemoStudiesTest::view)
                        .collect(Collectors.toSet());
        assertEquals(java.util.Set.of("L CC", "L MLO", "R CC", "R MLO"), views);
    }

    private static String view(org.tyde.dicom.DataSet set) {
        try {
            return set.textOr(Tag.IMAGE_LATERALITY, "?") + " " + set.textOr(Tag.VIEW_POSITION, "?");
        } catch (org.tyde.dicom.DicomFormatException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void theBreastLiesAtTheChestWallOfItsSide() {
        var right = new Mammogram(true, false, 0, 1).picture();
        var left = new Mammogram(false, false, 0, 1).picture();
        int middle = Mammogram.ROWS / 2 * Mammogram.COLUMNS;
        assertEquals(0, right[middle]);
        assertNotEquals(0, right[middle + Mammogram.COLUMNS - 1]);
        assertNotEquals(0, left[middle]);
        assertEquals(0, left[middle + Mammogram.COLUMNS - 1]);
    }
}
