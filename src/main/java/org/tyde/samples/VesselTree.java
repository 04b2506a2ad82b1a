package org.tyde.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// A branching tree of vessels as a chain of spheres, grown from a root until its twigs are thin or
/// leave the organ.
final class VesselTree {
    /// @param x mm
    /// @param y mm
    /// @param z mm
    /// @param radius mm
    /// @param path millimetres from the root along the vessel
    record Sphere(double x, double y, double z, double radius, double path) {}

    private final SplittableRandom random;
    private final Predicate<double[]> organ;
    private final double thinnest;
    private final double wander;
    private final List<Sphere> spheres = new ArrayList<>();

    /// @param seed of this tree
    /// @param thinnest radius at which a twig ends, mm
    /// @param wander how much a vessel bends, radians a step
    /// @param organ whether a point (x, y, z) may hold a vessel
    VesselTree(long seed, double thinnest, double wander, Predicate<double[]> organ) {
        this.random = new SplittableRandom(seed);
        this.thinnest = thinnest;
        this.wander = wander;
        this.organ = organ;
    }

    List<Sphere> spheres() {
        return spheres;
    }

    /// @param at root, mm
    /// @param towards direction, any length
    /// @param radius at the root, mm
    /// @param length of the first branch, mm
    VesselTree grow(double[] at, double[] towards, double radius, double length) {
        branch(at.clone(), unit(towards), radius, length, 0, 0);
        return this;
    }

    private void branch(
            double[] p, double[] d, double radius, double length, double path, int depth) {
        if (radius < thinnest || depth > 18) return;
        double step = Math.max(0.35, radius * 0.6);
        double r = radius;
        double gone = 0;
        for (; gone < length; gone += step) {
            d = unit(bent(d, wander * Math.sqrt(step)));
            for (int i = 0; i < 3; i++) p[i] += d[i] * step;
            if (!organ.test(p)) return;
            r *= 1 - 0.006 * step;
            spheres.add(new Sphere(p[0], p[1], p[2], r, path + gone));
            if (r > 1.2 * thinnest && random.nextDouble() < 0.05 * step)
                branch(p.clone(), bent(d, 1.1), r * 0.5, length * 0.75, path + gone, depth + 3);
        }
        double share = 0.72 + 0.12 * random.nextDouble();
        double other = Math.sqrt(Math.max(0.1, 1.15 - share * share));
        double spread = 0.35 + 0.35 * random.nextDouble();
        double next = length * (0.72 + 0.2 * random.nextDouble());
        branch(p.clone(), bent(d, spread), r * share, next, path + gone, depth + 1);
        branch(p.clone(), bent(d, spread * 1.3), r * other, next * 0.9, path + gone, depth + 1);
    }

    private double[] bent(double[] d, double angle) {
        return unit(
                new double[] {
                    d[0] + angle * random.nextGaussian() * 0.7,
                    d[1] + angle * random.nextGaussian() * 0.7,
                    d[2] + angle * random.nextGaussian() * 0.7
                });
    }

    private static double[] unit(double[] v) {
        double n = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return n == 0 ? new double[] {1, 0, 0} : new double[] {v[0] / n, v[1] / n, v[2] / n};
    }
}
