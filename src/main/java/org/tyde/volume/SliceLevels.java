package org.tyde.volume;

import java.util.Arrays;

/// Where the slices of a volume lie along its third axis. Immutable.
final class SliceLevels {
    private final double[] mm;
    private final boolean regular;

    /// @param mm growing, the first 0, at least 2
    /// @param regular whether they are as far apart as they need be to count as equally spaced
    SliceLevels(double[] mm, boolean regular) {
        this.mm = mm.clone();
        this.regular = regular;
    }

    int count() {
        return mm.length;
    }

    boolean regular() {
        return regular;
    }

    /// @return the mean step, mm
    double step() {
        return mm[mm.length - 1] / (mm.length - 1);
    }

    /// @return the smallest step, mm
    double leastStep() {
        if (regular) return step();
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k < mm.length; k++) least = Math.min(least, mm[k] - mm[k - 1]);
        return least;
    }

    /// @param slice from 0
    /// @return mm from the first
    double level(int slice) {
        return regular ? slice * step() : mm[slice];
    }

    /// @return the level half a step before the first slice
    double start() {
        return -0.5 * (level(1) - level(0));
    }

    /// @return the level half a step behind the last slice
    double end() {
        int last = mm.length - 1;
        return level(last) + 0.5 * (level(last) - level(last - 1));
    }

    /// Slice numbers from 0, between two slices in proportion; held within the first and the last.
    ///
    /// @param first mm at index 0
    /// @param each mm more for each index
    /// @param from index
    /// @param to index behind the last
    /// @param into takes them
    void indices(double first, double each, int from, int to, double[] into) {
        double most = Math.nextDown(mm.length - 1.0);
        if (regular) {
            double scale = 1 / step();
            double start = first * scale;
            double by = each * scale;
            for (int x = from; x < to; x++) into[x] = Math.min(Math.max(start + x * by, 0), most);
            return;
        }
        for (int x = from; x < to; x++)
            into[x] = Math.min(Math.max(index(first + x * each), 0), most);
    }

    private double index(double level) {
        int at = Arrays.binarySearch(mm, level);
        if (at >= 0) return at;
        int below = Math.clamp(-at - 2, 0, mm.length - 2);
        return below + (level - mm[below]) / (mm[below + 1] - mm[below]);
    }
}
