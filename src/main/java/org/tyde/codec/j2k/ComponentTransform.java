package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.refusal.Refusal;

import java.util.List;

/// Undoes the transform of the first three components, in place (T.800 Annex G).
final class ComponentTransform {
    private ComponentTransform() {}

    static void undo(List<Plane> planes) throws Refusal {
        if (planes.size() < 3) throw impossible(planes.size() + " components");
        var first = planes.get(0);
        var second = planes.get(1);
        var third = planes.get(2);
        if (!first.area().equals(second.area()) || !first.area().equals(third.area()))
            throw impossible("components of different sizes");
        if (first instanceof Plane.Whole y
                && second instanceof Plane.Whole u
                && third instanceof Plane.Whole v)
            for (int r = 0; r < y.samples().length; r++)
                reversible(y.samples()[r], u.samples()[r], v.samples()[r]);
        else if (first instanceof Plane.Real y
                && second instanceof Plane.Real b
                && third instanceof Plane.Real r)
            for (int i = 0; i < y.samples().length; i++)
                irreversible(y.samples()[i], b.samples()[i], r.samples()[i]);
        else throw impossible("components of both wavelets");
    }

    private static Refusal impossible(String what) {
        return new Refusal(J2kReason.UNSUPPORTED, "a component transform over " + what)
                .withPlace("COD")
                .withRule("T.800 G.2, G.3");
    }

    /// G-6 to G-8.
    private static void reversible(int[] first, int[] second, int[] third) {
        for (int i = 0; i < first.length; i++) {
            int u = second[i];
            int v = third[i];
            int green = first[i] - (u + v >> 2);
            first[i] = v + green;
            second[i] = green;
            third[i] = u + green;
        }
    }

    /// G-12 to G-14.
    private static void irreversible(float[] first, float[] second, float[] third) {
        for (int i = 0; i < first.length; i++) {
            float y = first[i];
            float b = second[i];
            float r = third[i];
            first[i] = y + 1.402f * r;
            second[i] = y - 0.344136f * b - 0.714136f * r;
            third[i] = y + 1.772f * b;
        }
    }
}
