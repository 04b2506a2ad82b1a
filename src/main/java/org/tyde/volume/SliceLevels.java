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

    /// Slices by position, where the steps differ.
    ///
    /// @param first mm at index 0
    /// @param each mm more for each index
    /// @param n how many
    /// @param before takes the slice before
    /// @param part takes 0 to 1 towards the next
    void along(double first, double each, int n, int[] before, float[] part) {
        int last = mm.length - 1;
        for (int x = 0; x < n; x++) {
            double at = Math.clamp(first + x * each, 0, mm[last]);
            int found = Arrays.binarySearch(mm, at);
            int whole = Math.min(found >= 0 ? found : -found - 2, last - 1);
            before[x] = whole;
            part[x] = (float) ((at - mm[whole]) / (mm[whole + 1] - mm[whole]));
        }
    }
}
