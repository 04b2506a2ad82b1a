package org.tyde.app.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Times one action again and again on this thread.
///
/// @param best milliseconds of the fastest run
/// @param median milliseconds
/// @param runs counted, after a third as many to warm up
public record Timing(double best, double median, int runs) {
    /// @param runs to count
    /// @param action what is timed
    /// @return how long it took
    /// @throws Exception what the action throws
    public static Timing of(int runs, Callable<?> action) throws Exception {
        for (int i = 0; i < runs / 3 + 1; i++) action.call();
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            action.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return new Timing(times[0], times[runs / 2], runs);
    }

    /// @param what was timed
    /// @return one line
    public String line(String what) {
        return String.format(
                Locale.ROOT,
                "%-52s best %8.2f ms  median %8.2f ms  (%d)",
                what,
                best,
                median,
                runs);
    }
}
