package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.ImageSize;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.refusal.Refusal;

import java.util.List;

/// Undoes the transform of the first three components, row by row, in place (T.800 Annex G).
final class ComponentTransform {
    private final List<Plane> planes;

    private ComponentTransform(List<Plane> planes) {
        this.planes = planes;
    }

    /// @param planes of a tile, their wavelets undone
    /// @param grids how their samples lie
    /// @throws Refusal when they cannot have been transformed
    static ComponentTransform of(List<Plane> planes, List<ImageSize.Component> grids)
            throws Refusal {
        if (planes.size() < 3) throw impossible(planes.size() + " components");
        var first = planes.getFirst();
        for (int c = 1; c < 3; c++) {
            var other = planes.get(c);
            boolean same =
                    grids.get(c).dx() == grids.getFirst().dx()
                            && grids.get(c).dy() == grids.getFirst().dy();
            if (!same || !first.layout().area().equals(other.layout().area()))
                throw impossible("components of different sizes");
            if (first.getClass() != other.getClass() || first.reversible() != other.reversible())
                throw impossible("components of both wavelets");
        }
        return new ComponentTransform(planes.subList(0, 3));
    }

    /// @param y zero-based
    void undo(int y) {
        if (planes.get(0) instanceof Plane.Whole one
                && planes.get(1) instanceof Plane.Whole two
                && planes.get(2) instanceof Plane.Whole three)
            reversible(
                    one.samples(y), two.samples(y), three.samples(y), one.layout().area().width());
        if (planes.get(0) instanceof Plane.Real one
                && planes.get(1) instanceof Plane.Real two
                && planes.get(2) instanceof Plane.Real three)
            irreversible(
                    one.samples(y), two.samples(y), three.samples(y), one.layout().area().width());
        if (planes.get(0) instanceof Plane.Wide one
                && planes.get(1) instanceof Plane.Wide two
                && planes.get(2) instanceof Plane.Wide three) {
            int width = one.layout().area().width();
            if (one.reversible())
                reversible(one.samples(y), two.samples(y), three.samples(y), width);
            else irreversible(one.samples(y), two.samples(y), three.samples(y), width);
        }
    }

    private static Refusal impossible(String what) {
        return new Refusal(J2kReason.UNSUPPORTED, "a component transform over " + what)
                .withPlace("COD")
                .withRule("T.800 G.2, G.3");
    }

    /// G-6 to G-8.
    private static void reversible(int[] first, int[] second, int[] third, int count) {
        for (int i = 0; i < count; i++) {
            int u = second[i];
            int v = third[i];
            int green = first[i] - (u + v >> 2);
            first[i] = v + green;
            second[i] = green;
            third[i] = u + green;
        }
    }

    /// G-12 to G-14.
    private static void irreversible(float[] first, float[] second, float[] third, int count) {
        for (int i = 0; i < count; i++) {
            float y = first[i];
            float b = second[i];
            float r = third[i];
            first[i] = y + 1.402f * r;
            second[i] = y - 0.344136f * b - 0.714136f * r;
            third[i] = y + 1.772f * b;
        }
    }

    /// G-6 to G-8, of many bits.
    private static void reversible(double[] first, double[] second, double[] third, int count) {
        for (int i = 0; i < count; i++) {
            double u = second[i];
            double v = third[i];
            double green = first[i] - Math.floor((u + v) / 4);
            first[i] = v + green;
            second[i] = green;
            third[i] = u + green;
        }
    }

    /// G-12 to G-14, of many bits.
    private static void irreversible(double[] first, double[] second, double[] third, int count) {
        for (int i = 0; i < count; i++) {
            double y = first[i];
            double b = second[i];
            double r = third[i];
            first[i] = y + 1.402 * r;
            second[i] = y - 0.344136 * b - 0.714136 * r;
            third[i] = y + 1.772 * b;
        }
    }
}
