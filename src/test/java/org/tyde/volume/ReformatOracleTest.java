package org.tyde.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.work.Pieces;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/// The same planes and slabs by a program in another language that shares no code with Tyde: Python, in its
/// own doubles, from positions and stored values, with its own solution for the place among the voxels.
class ReformatOracleTest {
    private static final int I = 14;
    private static final int J = 12;
    private static final int K = 10;
    private static final int SIZE = 24;

    private static final String ORACLE =
            """
            import math, sys
            def read(f): return [float(x) for x in open(f).read().split()]
            folder = sys.argv[1]
            v = read(folder + "/voxels"); g = read(folder + "/geometry"); p = read(folder + "/plane")
            I, J, K = 14, 12, 10
            origin, row, col, last = g[0:3], g[3:6], g[6:9], g[9:12]
            step = [(last[a] - origin[a]) / (K - 1) for a in range(3)]
            def cross(a, b):
                return [a[1]*b[2]-a[2]*b[1], a[2]*b[0]-a[0]*b[2], a[0]*b[1]-a[1]*b[0]]
            def dot(a, b): return sum(x*y for x, y in zip(a, b))
            def ijk(q):  # Cramer's rule
                d = [q[a] - origin[a] for a in range(3)]
                det = dot(row, cross(col, step))
                return [dot(d, cross(col, step)) / det, dot(row, cross(d, step)) / det,
                        dot(row, cross(col, d)) / det]
            def at(q):
                n = (I, J, K); c = ijk(q)
                if any(c[a] < -0.5 or c[a] > n[a] - 0.5 for a in range(3)): return None
                c = [min(max(c[a], 0), n[a] - 1) for a in range(3)]
                lo = [min(int(math.floor(c[a])), n[a] - 2) for a in range(3)]
                total = 0.0
                for dk in (0, 1):
                    for dj in (0, 1):
                        for di in (0, 1):
                            w = 1.0
                            for a, d in ((0, di), (1, dj), (2, dk)):
                                f = c[a] - lo[a]
                                w *= f if d else 1 - f
                            total += w * v[((lo[2]+dk)*J + lo[1]+dj)*I + lo[0]+di]
                return total
            first, across, down, mm, step_mm, beside = p[0:3], p[3:6], p[6:9], p[9], p[10], int(p[11])
            normal = cross(across, down)
            for y in range(24):
                for x in range(24):
                    seen = []
                    for s in range(-beside, beside + 1):
                        q = [first[a] + mm*x*across[a] + mm*y*down[a] + s*step_mm*normal[a] for a in range(3)]
                        value = at(q)
                        if value is not None: seen.append(value)
                    print("none" if not seen else
                          "%.6f %.6f %.6f" % (max(seen), sum(seen)/len(seen), min(seen)))
            """;

    private static String text(double... numbers) {
        return java.util.Arrays.stream(numbers)
                .mapToObj(n -> String.format(Locale.ROOT, "%.12f", n))
                .collect(Collectors.joining(" "));
    }

    private static double[] of(Vector3 a) {
        return new double[] {a.x(), a.y(), a.z()};
    }

    private static double[] of(Point3 a) {
        return new double[] {a.x(), a.y(), a.z()};
    }

    @Test
    void planesAndSlabsOfALeaningStackAreThoseOfAnotherProgram(@TempDir Path folder)
            throws Exception {
        var python = Programs.requirePydicom();
        var random = new Random(17);
        var values = new double[I * J * K];
        for (int n = 0; n < values.length; n++) values[n] = random.nextInt(4096) - 1024;
        var volume =
                new MadeStack(I, J, v -> values[(v.k() * J + v.j()) * I + v.i()])
                        .leaning(K, 0.9, 0.7, new Vector3(0.1, 0.6, 1.8))
                        .volume();
        var grid = volume.grid();
        Files.writeString(folder.resolve("voxels"), text(values));
        Files.writeString(
                folder.resolve("geometry"),
                String.join(
                        " ",
                        text(of(grid.toPatient(0, 0, 0))),
                        text(of(grid.toPatient(1, 0, 0).minus(grid.toPatient(0, 0, 0)))),
                        text(of(grid.toPatient(0, 1, 0).minus(grid.toPatient(0, 0, 0)))),
                        text(of(grid.toPatient(0, 0, K - 1)))));
        Files.writeString(folder.resolve("oracle.py"), ORACLE);
        int seen = 0;
        for (double thick : new double[] {0, 6}) {
            var across = new Vector3(2, 1, -1).unit();
            var down = across.cross(new Vector3(0.3, 1, 0.9)).unit();
            var first = grid.centre().plus(across.times(-6)).plus(down.times(-6));
            var plane = new ImagePlane(first, across, down, 0.5, 0.5);
            double step = grid.voxelAlong(plane.normal());
            int beside = new Slab(SlabProjection.MEAN, thick).layersBeside(step);
            Files.writeString(
                    folder.resolve("plane"),
                    String.join(
                            " ",
                            text(of(first)),
                            text(of(across)),
                            text(of(down)),
                            text(0.5, step, beside)));
            var said =
                    Programs.run(
                            python.toString(),
                            folder.resolve("oracle.py").toString(),
                            folder.toString());
            assertEquals(0, said.exitCode(), said.text());
            var lines = said.text().lines().toList();
            assertEquals(SIZE * SIZE, lines.size());
            int column = 0;
            for (var projection :
                    new SlabProjection[] {
                        SlabProjection.MAXIMUM, SlabProjection.MEAN, SlabProjection.MINIMUM
                    }) {
                var mine =
                        new Reformat(volume, plane, SIZE, SIZE, new Slab(projection, thick))
                                .values(Pieces.ALONE);
                for (int n = 0; n < mine.length; n++) {
                    if (lines.get(n).equals("none")) {
                        assertTrue(Float.isNaN(mine[n]));
                        continue;
                    }
                    seen++;
                    double theirs = Double.parseDouble(lines.get(n).split(" ", -1)[column]);
                    assertEquals(theirs, mine[n], 0.05, "pixel " + n);
                }
                column++;
            }
        }
        assertTrue(seen > 1000, seen + "");
    }
}
