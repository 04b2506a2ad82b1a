package org.tyde.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.dicom.Tag;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.refusal.Refusal;
import org.tyde.volume.MadeStack.Voxel;
import org.tyde.work.JobRunner;
import org.tyde.work.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;

/// Which frames form a volume, and what its voxels hold.
class VolumeTest {
    private static double numbered(Voxel v) {
        return v.i() + 10 * v.j() + 100 * v.k() - 300;
    }

    private static MadeStack small() {
        return new MadeStack(5, 4, VolumeTest::numbered);
    }

    private static Refusal refused(MadeStack stack) {
        return assertThrows(Refusal.class, stack::volume);
    }

    @Test
    void everyVoxelIsTheStoredValueAfterItsRescale() throws Exception {
        var volume = small().axial(6, 0.7, 1.5).rescaled(_ -> 2, -1024).volume();
        for (int k = 0; k < 6; k++)
            for (int j = 0; j < 4; j++)
                for (int i = 0; i < 5; i++) {
                    double hu = 2 * (i + 10 * j + 100 * k - 300) - 1024;
                    assertEquals(OptionalDouble.of(hu), volume.value(i, j, k));
                    assertEquals(hu, volume.at(volume.grid().toPatient(i, j, k)).orElseThrow());
                }
        assertEquals("HU", volume.unit().display());
        assertTrue(volume.grid().regular());
        assertFalse(volume.partial());
    }

    /// Slices at 0, 1.5, 3 ... mm, planes at right angles to them but for `lean`.
    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(
            textBlock =
                    """
                    # mm, lean, thick, slices
                    3.0,  0,    0,     2
                    3.7,  0,    0,     2
                    3.8,  0,    0,     3
                    -0.7, 0,    0,     0
                    3.0,  0,    3,     1 2 3
                    3.0,  0,    2.9,   2
                    3.0,  0.2,  0,     2
                    3.0,  0.5,  0,
                    3.0,  10,   0,
                    """)
    void aSliceIsInAPlaneWhenAllFourCornersAre(
            double mm, double lean, double thick, @org.jspecify.annotations.Nullable String slices)
            throws Exception {
        var volume = small().axial(6, 0.7, 1.5).volume();
        var origin = volume.grid().toPatient(0, 0, 0);
        var way = new Vector3(0, lean, 1).unit();
        var plane =
                new ImagePlane(
                        new Point3(origin.x(), origin.y(), origin.z() + mm),
                        new Vector3(1, 0, 0),
                        way.cross(new Vector3(1, 0, 0)),
                        1,
                        1);
        var found = volume.slicesIn(plane, new Slab(SlabProjection.MEAN, thick));
        var expected =
                slices == null
                        ? List.of()
                        : java.util.Arrays.stream(slices.split(" "))
                                .map(k -> volume.grid().order().get(Integer.parseInt(k)))
                                .toList();
        assertEquals(expected, found);
    }

    @Test
    void slicesMayComeInAnyOrderAndFromHeadToFeet() throws Exception {
        var stack = small().axial(6, 1, -2);
        var mixed = new ArrayList<>(stack.slices());
        java.util.Collections.swap(mixed, 1, 4);
        try (var runner = new JobRunner(2)) {
            var volume = new VolumeBuilder(stack, runner, 1 << 20).build(mixed, _ -> {}).await();
            assertEquals(100 * 3 - 300, volume.at(new Point3(-20, 10, 5 - 6)).orElseThrow());
            assertEquals(
                    new Vector3(0, 0, -1),
                    volume.grid()
                            .plane(1)
                            .position()
                            .minus(volume.grid().plane(0).position())
                            .times(0.5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 15, 16})
    void unsignedValuesOfAllBitsAreKeptExactly(int bits) throws Exception {
        int most = (1 << bits) - 1;
        var volume =
                new MadeStack(4, 4, v -> v.i() == 0 ? 0 : v.i() == 1 ? most : 1000)
                        .axial(4, 1, 1)
                        .stored(bits, false)
                        .volume();
        assertEquals(OptionalDouble.of(0), volume.value(0, 0, 0));
        assertEquals(OptionalDouble.of(most), volume.value(1, 0, 0));
        assertEquals(most, volume.modalityRange().greatest());
        assertEquals(0, volume.modalityRange().least());
    }

    @Test
    void theLeastSignedValueIsAValue() throws Exception {
        var volume = new MadeStack(4, 4, v -> v.i() == 0 ? -32768 : 7).axial(4, 1, 1).volume();
        assertEquals(OptionalDouble.of(-32768), volume.value(0, 1, 2));
    }

    @Test
    void slicesOfDifferentSlopesKeepEachItsOwnValues() throws Exception {
        var volume = small().axial(5, 4, 4).rescaled(k -> 0.5 + k, 0).volume();
        for (int k = 0; k < 5; k++)
            assertEquals(
                    (0.5 + k) * (2 + 10 + 100 * k - 300),
                    volume.value(2, 1, k).orElseThrow(),
                    1e-3);
        assertFalse(volume.whole());
    }

    @Test
    void paddingIsNoValueAndDoesNotReachIntoItsNeighbours() throws Exception {
        var volume =
                new MadeStack(6, 4, v -> v.i() < 3 ? -2000 : 50)
                        .axial(4, 1, 1)
                        .padded(-2000)
                        .volume();
        assertEquals(OptionalDouble.empty(), volume.value(0, 0, 0));
        assertEquals(50, volume.range().least());
        var at = volume.grid().toPatient(2.6, 1.3, 1);
        assertEquals(OptionalDouble.of(50), volume.at(at));
        assertEquals(OptionalDouble.empty(), volume.at(volume.grid().toPatient(2.4, 1.3, 1)));
    }

    @Test
    void outsideThereIsNothing() throws Exception {
        var volume = small().axial(5, 1, 1).volume();
        assertEquals(OptionalDouble.empty(), volume.at(volume.grid().toPatient(-0.6, 1, 1)));
        assertTrue(volume.at(volume.grid().toPatient(-0.4, 1, 1)).isPresent());
        assertEquals(OptionalDouble.empty(), volume.at(volume.grid().toPatient(1, 3.6, 1)));
    }

    @Test
    void aTiltedGantryIsHonoured() throws Exception {
        // 20 degrees: a millimetre along the table is 0.364 mm along the columns
        double lean = Math.tan(Math.toRadians(20));
        var volume =
                new MadeStack(20, 20, v -> Math.round(v.place().y() * 100))
                        .leaning(10, 0.5, 0.5, new Vector3(0, 2 * lean, 2))
                        .volume();
        assertEquals(20, volume.grid().tilt(), 1e-6);
        // the grid lies where the slices lie, so the same y has one value in all of them
        for (double z = 5; z <= 20; z += 0.37)
            assertEquals(1600, volume.at(new Point3(-17.3, 16, z)).orElseThrow(), 0.6);
    }

    // ---- what is refused, or said

    @Test
    void twoSlicesAreTooFew() {
        assertEquals(VolumeReason.TOO_FEW_SLICES, refused(small().axial(2, 1, 1)).reason());
    }

    @Test
    void aGapNamesTheSlicesOnBothItsSides() {
        var stack = small().axial(4, 1, 1);
        for (int k = 6; k < 9; k++) stack.slice(plane(k));
        var refusal = refused(stack);
        assertEquals(VolumeReason.GAP, refusal.reason());
        assertEquals(List.<Object>of(4, 5, 3.0, 1.0), refusal.arguments());
    }

    private static ImagePlane plane(double z) {
        return new ImagePlane(
                new Point3(-20, 10, 5 + z), new Vector3(1, 0, 0), new Vector3(0, 1, 0), 1, 1);
    }

    @Test
    void twoSlicesAtOnePlaceAreNamed() {
        var refusal = refused(small().axial(4, 1, 1).slice(plane(2)));
        assertEquals(VolumeReason.SAME_PLACE, refusal.reason());
        assertEquals(List.<Object>of(3, 5), refusal.arguments());
    }

    @Test
    void anotherDirectionIsNamed() {
        var turned =
                new ImagePlane(
                        new Point3(-20, 10, 9),
                        new Vector3(1, 0, 0),
                        new Vector3(0, Math.cos(0.01), Math.sin(0.01)),
                        1,
                        1);
        var refusal = refused(small().axial(4, 1, 1).slice(turned));
        assertEquals(VolumeReason.OTHER_ORIENTATION, refusal.reason());
        assertEquals(List.<Object>of(5, 1), refusal.arguments());
    }

    @Test
    void aSliceBesideTheRowIsNamed() {
        var beside =
                new ImagePlane(
                        new Point3(-19.5, 10, 8), new Vector3(1, 0, 0), new Vector3(0, 1, 0), 1, 1);
        var stack = small().axial(3, 1, 1).slice(beside).slice(plane(4)).slice(plane(5));
        assertEquals(VolumeReason.OUT_OF_LINE, refused(stack).reason());
        assertEquals(4, refused(stack).arguments().getFirst());
    }

    @Test
    void anotherPixelSizeIsNamed() {
        var wide =
                new ImagePlane(
                        new Point3(-20, 10, 8), new Vector3(1, 0, 0), new Vector3(0, 1, 0), 1, 1.1);
        assertEquals(
                VolumeReason.OTHER_SPACING, refused(small().axial(3, 1, 1).slice(wide)).reason());
    }

    @Test
    void colourFormsNoVolume() {
        var stack =
                small().axial(4, 1, 1)
                        .with(
                                d ->
                                        d.integer(Tag.SAMPLES_PER_PIXEL, 3)
                                                .integer(Tag.PLANAR_CONFIGURATION, 0)
                                                .integer(Tag.BITS_ALLOCATED, 8)
                                                .integer(Tag.BITS_STORED, 8)
                                                .integer(Tag.HIGH_BIT, 7)
                                                .integer(Tag.PIXEL_REPRESENTATION, 0)
                                                .text(Tag.PHOTOMETRIC_INTERPRETATION, "RGB"));
        assertEquals(VolumeReason.NOT_GREY, refused(stack).reason());
    }

    @Test
    void whatDoesNotFitInMemoryIsRefusedBeforeItIsRead() {
        try (var runner = new JobRunner(1)) {
            var stack = small().axial(5, 1, 1);
            var job = new VolumeBuilder(stack, runner, 100).build(stack.slices(), _ -> {});
            assertEquals(VolumeReason.TOO_LARGE, assertThrows(Refusal.class, job::await).reason());
        }
    }

    @Test
    void aSliceThatDoesNotDecodeIsLeftOutAndNamed() throws Exception {
        var volume = small().axial(6, 1, 1).broken(2).volume();
        assertEquals(List.of(3), volume.unread());
        assertEquals(5, volume.slicesHere());
        assertFalse(volume.partial());
        assertEquals(OptionalDouble.empty(), volume.value(1, 1, 2));
        assertEquals(OptionalDouble.of(1 + 10 + 300 - 300), volume.value(1, 1, 3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2})
    void rowsThatAreNotThereAreNoValues(double slopeOfOne) throws Exception {
        // another slope in one slice makes floats of all
        var volume =
                small().axial(6, 1, 1).rescaled(k -> k == 5 ? slopeOfOne : 1, 0).cut(2, 1).volume();
        assertEquals(slopeOfOne == 1, volume.whole());
        assertEquals(List.of(3), volume.inPart());
        assertTrue(volume.value(1, 0, 2).isPresent());
        assertEquals(OptionalDouble.empty(), volume.value(1, 1, 2));
        assertTrue(volume.value(1, 1, 3).isPresent());
    }

    @Test
    void irregularStepsAreInterpolatedByPosition() throws Exception {
        var stack = new MadeStack(5, 4, v -> Math.round(1000 * v.place().z()));
        for (double z : new double[] {0, 1, 2.3, 3.4, 4.4, 5.8}) stack.slice(plane(z));
        var volume = stack.volume();
        assertFalse(volume.grid().regular());
        for (double z = 5; z <= 10.8; z += 0.1)
            assertEquals(1000 * z, volume.at(new Point3(-18, 11, z)).orElseThrow(), 0.6);
        assertEquals(OptionalDouble.empty(), volume.at(new Point3(-18, 11, 11.6)));
    }

    @Test
    void aVolumeInTheMakingSaysWhatIsHere() throws Exception {
        var seen = new ArrayList<Volume>();
        var stack = small().axial(16, 1, 1);
        try (var runner = new JobRunner(2)) {
            new VolumeBuilder(stack, runner, 1 << 20).build(stack.slices(), seen::add).await();
        }
        assertEquals(
                List.of(2, 4, 6, 8, 10, 12, 14), seen.stream().map(Volume::slicesHere).toList());
        var early = seen.get(1);
        assertTrue(early.partial());
        assertTrue(early.value(1, 1, 3).isPresent());
        assertEquals(OptionalDouble.empty(), early.value(1, 1, 4));
    }

    @Test
    void aJobThatIsCancelledEndsAsCancelled() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var stack = small().axial(16, 1, 1);
        try (var runner = new JobRunner(2)) {
            var job =
                    new VolumeBuilder(stack, runner, 1 << 20)
                            .build(
                                    stack.slices(),
                                    _ -> {
                                        begun.countDown();
                                        try {
                                            go.await();
                                        } catch (InterruptedException stopped) {
                                            Thread.currentThread().interrupt();
                                        }
                                    });
            begun.await();
            job.cancel();
            go.countDown();
            assertThrows(Refusal.class, job::await);
            assertEquals(new Outcome.Cancelled<Volume>(), job.outcome().orElseThrow());
        }
    }
}
