package org.tyde.volume;

import org.tyde.geometry.Affine;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where the voxels of a volume lie. Slices are parallel and lie in a row; the row may lean (a tilted
/// gantry), which the map to the patient honours; their steps may differ within limits, and then slices
/// are found by position.
public final class VolumeGrid {
    /// Fewer slices show nothing across them.
    static final int LEAST_SLICES = 3;

    /// Directions may differ by what files round: 0.4 mm at the far corner of a field of 500 mm.
    private static final double SAME_ORIENTATION_DEGREES = 0.05;

    /// A slice so near its place in a regular row, as a part of a step, lies in it.
    private static final double REGULAR = 0.01;

    /// Positions are rounded to this in files, mm.
    private static final double ROUNDED_MM = 0.01;

    /// A step so many times the usual one is a gap.
    private static final double GAP = 1.5;

    /// How far a slice may lie beside the row of the others, in pixels.
    private static final double BESIDE = 0.25;

    private final int columns;
    private final int rows;
    private final SliceLevels levels;
    private final Affine toPatient;
    private final Affine fromPatient;
    private final List<VolumeSlice> slices;

    private VolumeGrid(
            List<VolumeSlice> slices, int columns, int rows, SliceLevels levels, Affine toPatient) {
        this.slices = List.copyOf(slices);
        this.columns = columns;
        this.rows = rows;
        this.levels = levels;
        this.toPatient = toPatient;
        this.fromPatient = toPatient.inverse();
    }

    private record Placed(VolumeSlice slice, ImagePlane plane, double mm) {}

    /// @param slices in any order along one direction
    /// @param columns of each, at least 2
    /// @param rows of each, at least 2
    /// @return where their voxels lie; the order of the first and the last slice is kept
    /// @throws Refusal naming the slices, when they are too few, have no positions, are of several
    ///     orientations or spacings, lie at one place, leave a gap, or do not lie in a row
    public static VolumeGrid of(List<VolumeSlice> slices, int columns, int rows) throws Refusal {
        if (slices.size() < LEAST_SLICES || columns < 2 || rows < 2)
            throw new Refusal(VolumeReason.TOO_FEW_SLICES, slices.size(), LEAST_SLICES);
        var placed = placed(slices);
        placed.sort(java.util.Comparator.comparingDouble(Placed::mm));
        var first = placed.getFirst();
        var last = placed.getLast();
        double length = last.mm - first.mm;
        var mm = placed.stream().mapToDouble(p -> p.mm - first.mm).toArray();
        steps(placed, mm);
        var each = last.plane.position().minus(first.plane.position()).times(1 / length);
        inLine(placed, mm, each);
        var plane = first.plane;
        var map =
                new Affine(
                        plane.rowDirection().times(plane.columnSpacing()),
                        plane.columnDirection().times(plane.rowSpacing()),
                        each,
                        plane.position());
        return new VolumeGrid(
                placed.stream().map(Placed::slice).toList(),
                columns,
                rows,
                new SliceLevels(mm, regular(mm)),
                map);
    }

    private static List<Placed> placed(List<VolumeSlice> slices) throws Refusal {
        for (var slice : slices)
            if (slice.plane().isEmpty())
                throw new Refusal(VolumeReason.NO_POSITION, slice.number())
                        .withRule("PS3.3 C.7.6.2");
        var one = slices.getFirst();
        var plane = one.plane().orElseThrow();
        var other = slices.getLast().plane().orElseThrow();
        boolean backwards = plane.distanceAlongNormal(other.position()) < 0;
        var way = backwards ? plane.normal().negated() : plane.normal();
        var placed = new ArrayList<Placed>();
        for (var slice : slices) {
            var its = slice.plane().orElseThrow();
            if (!its.sameOrientation(plane, SAME_ORIENTATION_DEGREES))
                throw new Refusal(VolumeReason.OTHER_ORIENTATION, slice.number(), one.number());
            if (differ(its.rowSpacing(), plane.rowSpacing())
                    || differ(its.columnSpacing(), plane.columnSpacing()))
                throw new Refusal(VolumeReason.OTHER_SPACING, slice.number(), one.number());
            placed.add(new Placed(slice, its, its.position().minus(plane.position()).dot(way)));
        }
        return placed;
    }

    private static boolean differ(double a, double b) {
        return Math.abs(a - b) > 1e-3 * b;
    }

    private static void steps(List<Placed> placed, double[] mm) throws Refusal {
        var steps = new double[mm.length - 1];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = mm[k + 1] - mm[k];
            if (steps[k] < ROUNDED_MM)
                throw new Refusal(
                        VolumeReason.SAME_PLACE, number(placed, k), number(placed, k + 1));
        }
        var sorted = steps.clone();
        Arrays.sort(sorted);
        double usual = sorted[(sorted.length - 1) / 2];
        for (int k = 0; k < steps.length; k++)
            if (steps[k] > GAP * usual)
                throw new Refusal(
                        VolumeReason.GAP,
                        number(placed, k),
                        number(placed, k + 1),
                        steps[k],
                        usual);
    }

    private static int number(List<Placed> placed, int k) {
        return placed.get(k).slice.number();
    }

    private static boolean regular(double[] mm) {
        double step = mm[mm.length - 1] / (mm.length - 1);
        double near = Math.max(ROUNDED_MM, REGULAR * step);
        for (int k = 0; k < mm.length; k++) if (Math.abs(mm[k] - k * step) > near) return false;
        return true;
    }

    private static void inLine(List<Placed> placed, double[] mm, Vector3 each) throws Refusal {
        var first = placed.getFirst().plane;
        double most = BESIDE * Math.min(first.rowSpacing(), first.columnSpacing());
        for (int k = 0; k < mm.length; k++) {
            var there = first.position().plus(each.times(mm[k]));
            double beside = placed.get(k).plane.position().distance(there);
            if (beside > Math.max(most, ROUNDED_MM))
                throw new Refusal(VolumeReason.OUT_OF_LINE, number(placed, k), beside);
        }
    }

    /// @return voxels along a row
    public int columns() {
        return columns;
    }

    /// @return voxels along a column
    public int rows() {
        return rows;
    }

    /// @return how many slices
    public int slices() {
        return slices.size();
    }

    /// @return the slices from the first to the last, as voxels count them
    public List<VolumeSlice> order() {
        return slices;
    }

    /// @return whether the steps from slice to slice are equal, each slice within 1 % of a step (or 0.01 mm)
    ///     of its place
    public boolean regular() {
        return levels.regular();
    }

    /// @return mm from slice to slice, at a right angle to them; the mean where they differ
    public double step() {
        return levels.step();
    }

    /// @return how far the row of slices leans from the right angle, degrees
    public double tilt() {
        return Math.toDegrees(Math.acos(Math.min(1, 1 / toPatient.zAxis().length())));
    }

    /// @param i column from 0; whole numbers are the centres of voxels
    /// @param j row from 0
    /// @param slice from 0, whole
    /// @return mm in the patient, LPS
    public Point3 toPatient(double i, double j, int slice) {
        return toPatient.apply(new Point3(i, j, levels.level(slice)));
    }

    /// @param slice from 0
    /// @return its plane
    public ImagePlane plane(int slice) {
        var one = slices.getFirst().plane().orElseThrow();
        return new ImagePlane(
                toPatient(0, 0, slice),
                one.rowDirection(),
                one.columnDirection(),
                one.rowSpacing(),
                one.columnSpacing());
    }

    /// @return the middle of the volume, mm in the patient
    public Point3 centre() {
        double middle = levels.level(slices.size() - 1) / 2;
        return toPatient.apply(new Point3((columns - 1) / 2.0, (rows - 1) / 2.0, middle));
    }

    /// @param direction of length 1, LPS
    /// @return mm along it in which one voxel is crossed, along the axis on which that comes first
    public double voxelAlong(Vector3 direction) {
        var v = fromPatient.apply(direction);
        double layers = Math.abs(v.z()) / levels.leastStep();
        return 1 / Math.max(Math.max(Math.abs(v.x()), Math.abs(v.y())), layers);
    }

    /// @return the eight corners: the outer edges of the outermost voxels, mm in the patient
    public List<Point3> corners() {
        var corners = new ArrayList<Point3>();
        for (double i : new double[] {-0.5, columns - 0.5})
            for (double j : new double[] {-0.5, rows - 0.5})
                for (double mm : new double[] {levels.start(), levels.end()})
                    corners.add(toPatient.apply(new Point3(i, j, mm)));
        return corners;
    }

    /// @param plane through the volume
    /// @param slab how thick it is seen
    /// @return indices, from 0, of the slices that lie in it with all four corners: within half its thickness,
    ///     at least within half a step from slice to slice
    public List<Integer> slicesIn(ImagePlane plane, Slab slab) {
        double most = Math.max(step(), slab.millimetres()) / 2 + ROUNDED_MM;
        var within = new ArrayList<Integer>();
        for (int k = 0; k < slices.size(); k++) {
            double farthest = 0;
            for (int i : new int[] {0, columns - 1})
                for (int j : new int[] {0, rows - 1})
                    farthest =
                            Math.max(
                                    farthest,
                                    Math.abs(plane.distanceAlongNormal(toPatient(i, j, k))));
            if (farthest <= most) within.add(k);
        }
        return within;
    }

    SliceLevels levels() {
        return levels;
    }

    /// From the patient to column, row and mm along the row of slices.
    Affine fromPatient() {
        return fromPatient;
    }
}
