package org.tyde.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.lut.Voi;
import org.tyde.work.JobRunner;
import org.tyde.work.Pieces;
import org.tyde.work.Priority;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Planes through volumes whose value is known at any place.
class ReformatTest {
    private static final double A = 3;
    private static final double B = -2;
    private static final double C = 5;

    /// Linear in place; positions below are such that every stored value is whole.
    private static double ramp(Point3 p) {
        return A * p.x() + B * p.y() + C * p.z();
    }

    private static Volume straight() throws Exception {
        return new MadeStack(24, 20, v -> ramp(v.place())).axial(16, 1, 2).volume();
    }

    /// 26.6 degrees: half a millimetre along the columns for each along the table.
    private static Volume leaning() throws Exception {
        return new MadeStack(24, 20, v -> ramp(v.place()))
                .leaning(16, 1, 2, new Vector3(0, 1, 2))
                .volume();
    }

    private static ImagePlane oblique(Point3 at, Random random) {
        var a = new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        var b = new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        var across = a.unit();
        var down = across.cross(b).unit();
        double mm = 0.3 + random.nextDouble();
        return new ImagePlane(
                at.plus(across.times(-15 * mm)).plus(down.times(-15 * mm)), across, down, mm, mm);
    }

    private static void rampIsExact(Volume volume, long seed) throws Exception {
        var random = new Random(seed);
        int inside = 0;
        for (int n = 0; n < 60; n++) {
            var plane = oblique(volume.grid().centre(), random);
            var values = new Reformat(volume, plane, 31, 30, Slab.NONE).values(Pieces.ALONE);
            for (int y = 0; y < 30; y++)
                for (int x = 0; x < 31; x++) {
                    var place = plane.toPatient(x, y);
                    var voxel = volume.grid().fromPatient().apply(place);
                    boolean deep =
                            voxel.x() >= 0
                                    && voxel.x() <= 23
                                    && voxel.y() >= 0
                                    && voxel.y() <= 19
                                    && voxel.z() >= 0
                                    && voxel.z() <= volume.grid().levels().level(15);
                    float value = values[y * 31 + x];
                    if (!deep) continue;
                    inside++;
                    assertEquals(ramp(place), value, 1e-3);
                }
        }
        assertTrue(inside > 20_000, inside + "");
    }

    @Test
    void aLinearRampIsExactOnAnyObliquePlane() throws Exception {
        rampIsExact(straight(), 1);
    }

    @Test
    void aLinearRampIsExactOnAnyObliquePlaneOfATiltedGantry() throws Exception {
        rampIsExact(leaning(), 2);
    }

    private static Volume noise() throws Exception {
        var random = new Random(3);
        var values = new short[16 * 20 * 24];
        for (int i = 0; i < values.length; i++) values[i] = (short) (random.nextInt(4000) - 1000);
        return new MadeStack(24, 20, v -> values[(v.k() * 20 + v.j()) * 24 + v.i()])
                .axial(16, 0.7, 1.3)
                .volume();
    }

    @Test
    void planesAlongTheAxesAreTheStoredValues() throws Exception {
        var volume = noise();
        var grid = volume.grid();
        for (int k = 0; k < 16; k++) {
            var values =
                    new Reformat(volume, grid.plane(k), 24, 20, Slab.NONE).values(Pieces.ALONE);
            for (int j = 0; j < 20; j++)
                for (int i = 0; i < 24; i++)
                    assertEquals(volume.value(i, j, k).orElseThrow(), values[j * 24 + i], 1e-3);
        }
        for (int j = 0; j < 20; j++) {
            var coronal =
                    new ImagePlane(
                            grid.toPatient(0, j, 0),
                            new Vector3(1, 0, 0),
                            new Vector3(0, 0, 1),
                            1.3,
                            0.7);
            var values = new Reformat(volume, coronal, 24, 16, Slab.NONE).values(Pieces.ALONE);
            for (int k = 0; k < 16; k++)
                for (int i = 0; i < 24; i++)
                    assertEquals(volume.value(i, j, k).orElseThrow(), values[k * 24 + i], 1e-3);
        }
    }

    @Test
    void severalThreadsMakeTheSamePicture() throws Exception {
        var volume = noise();
        var plane = oblique(volume.grid().centre(), new Random(5));
        var reformat = new Reformat(volume, plane, 150, 131, new Slab(SlabProjection.MEAN, 5));
        try (var runner = new JobRunner(2)) {
            var one = reformat.values(Pieces.ALONE);
            var several = reformat.values(runner.pieces(Priority.VISIBLE));
            org.junit.jupiter.api.Assertions.assertArrayEquals(one, several);
        }
    }

    /// By the definition, sample by sample.
    private static double brute(Volume volume, Reformat r, int x, int y) {
        var normal = r.plane().normal();
        double step = volume.grid().voxelAlong(normal);
        int beside = (int) Math.floor(r.slab().millimetres() / 2 / step + 1e-6);
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int n = 0;
        for (int at = -beside; at <= beside; at++) {
            var value = volume.at(r.plane().toPatient(x, y).plus(normal.times(at * step)));
            if (value.isEmpty()) continue;
            n++;
            sum += value.getAsDouble();
            least = Math.min(least, value.getAsDouble());
            greatest = Math.max(greatest, value.getAsDouble());
        }
        if (n == 0) return Double.NaN;
        return switch (r.slab().projection()) {
            case MAXIMUM -> greatest;
            case MEAN -> sum / n;
            case MINIMUM -> least;
        };
    }

    @ParameterizedTest
    @EnumSource
    void aSlabIsWhatItsLayersAre(SlabProjection projection) throws Exception {
        var volume = noise();
        var random = new Random(7);
        for (int n = 0; n < 12; n++) {
            var plane = oblique(volume.grid().centre(), random);
            var slab = new Slab(projection, 12 * random.nextDouble());
            var r = new Reformat(volume, plane, 31, 30, slab);
            var values = r.values(Pieces.ALONE);
            for (int y = 0; y < 30; y++)
                for (int x = 0; x < 31; x++)
                    assertEquals(brute(volume, r, x, y), values[y * 31 + x], 0.02);
        }
    }

    @Test
    void theGreatestIsNotBelowTheMeanNorTheMeanBelowTheLeast() throws Exception {
        var volume = noise();
        var plane = oblique(volume.grid().centre(), new Random(9));
        var all = new ArrayList<float[]>();
        for (var p : List.of(SlabProjection.MAXIMUM, SlabProjection.MEAN, SlabProjection.MINIMUM))
            all.add(new Reformat(volume, plane, 60, 60, new Slab(p, 8)).values(Pieces.ALONE));
        int seen = 0;
        for (int i = 0; i < 3600; i++) {
            if (Float.isNaN(all.get(0)[i])) continue;
            seen++;
            assertTrue(all.get(0)[i] >= all.get(1)[i] && all.get(1)[i] >= all.get(2)[i]);
        }
        assertTrue(seen > 500);
    }

    @Test
    void aSlabAlongTheStackIsMadeOfItsSlices() throws Exception {
        var volume = noise();
        // 5.2 mm are two slices to each side of the one in the middle
        var slab = new Slab(SlabProjection.MAXIMUM, 5.2);
        var values =
                new Reformat(volume, volume.grid().plane(7), 24, 20, slab).values(Pieces.ALONE);
        for (int j = 0; j < 20; j++)
            for (int i = 0; i < 24; i++) {
                double most = Double.NEGATIVE_INFINITY;
                for (int k = 5; k <= 9; k++)
                    most = Math.max(most, volume.value(i, j, k).orElseThrow());
                assertEquals(most, values[j * 24 + i], 1e-3);
            }
    }

    @Test
    void greysAreThoseOfThePipelineToTheNearestStep() throws Exception {
        var volume = noise();
        var plane = oblique(volume.grid().centre(), new Random(11));
        var r = new Reformat(volume, plane, 64, 64, Slab.NONE);
        var pipeline = volume.pipeline(Voi.window(400, 900), false);
        var values = r.values(Pieces.ALONE);
        var argb = new int[64 * 64];
        r.paint(Reformat.table(volume, pipeline), Pieces.ALONE, argb);
        for (int i = 0; i < values.length; i++) {
            int grey = Float.isNaN(values[i]) ? 0 : pipeline.grey(values[i]);
            assertEquals(0xFF, argb[i] >>> 24);
            assertEquals(grey, argb[i] & 0xFF, Float.isNaN(values[i]) ? 0 : 1);
        }
    }

    @Test
    void theCoarserOneLiesWhereTheFinerOneLies() throws Exception {
        var volume = straight();
        var plane = oblique(volume.grid().centre(), new Random(13));
        var fine = new Reformat(volume, plane, 60, 60, Slab.NONE);
        var coarse = fine.coarser(4);
        assertEquals(15, coarse.columns());
        var a = fine.plane().toPatient(1.5 + 4 * 3, 1.5 + 4 * 5);
        assertEquals(0, a.distance(coarse.plane().toPatient(3, 5)), 1e-9);
    }
}
