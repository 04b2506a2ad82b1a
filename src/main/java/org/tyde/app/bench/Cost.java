package org.tyde.app.bench;

import java.lang.management.ManagementFactory;

/// What one action cost this thread: the fastest of several runs after it was warm.
///
/// @param wall milliseconds on the clock
/// @param processor milliseconds of this thread's processor time, the measure to trust on a busy machine
/// @param allocated bytes on the heap, -1 where this Java cannot tell
/// @param runs that were counted
public record Cost(double wall, double processor, long allocated, int runs) {
    private static final long WARM_UP = 1_000_000_000L;
    private static final long COUNTED = 700_000_000L;
    private static final int FEWEST = 5;

    /// What is measured.
    @FunctionalInterface
    public interface Action {
        /// @return something of the result, so that it is not optimised away
        /// @throws Exception what it throws
        Object run() throws Exception;
    }

    /// @param action run for 1.7 seconds of this thread's time, and at least seven times
    /// @return its cost
    /// @throws Exception what the action throws
    public static Cost of(Action action) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long warm = threads.getCurrentThreadCpuTime() + WARM_UP;
        for (int i = 0; i < 2 || threads.getCurrentThreadCpuTime() < warm; i++) keep(action.run());
        var best = new Cost(Double.MAX_VALUE, Double.MAX_VALUE, -1, 0);
        long end = threads.getCurrentThreadCpuTime() + COUNTED;
        while (best.runs < FEWEST || threads.getCurrentThreadCpuTime() < end)
            best = best.or(once(action));
        return best;
    }

    private static Cost once(Action action) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long heap = heapOfThread();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        keep(action.run());
        double wall = (System.nanoTime() - start) / 1e6;
        double processor = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
        return new Cost(wall, processor, heap < 0 ? -1 : heapOfThread() - heap, 1);
    }

    /// Asks for something that only an object in memory has, so that none is optimised away.
    private static void keep(Object result) {
        if (System.identityHashCode(result) < 0) throw new IllegalStateException("a negative hash");
    }

    private Cost or(Cost other) {
        return new Cost(
                Math.min(wall, other.wall),
                Math.min(processor, other.processor),
                allocated < 0 ? other.allocated : Math.min(allocated, other.allocated),
                runs + other.runs);
    }

    /// @return bytes this thread has allocated since it began, -1 where this Java cannot tell
    static long heapOfThread() {
        return ManagementFactory.getThreadMXBean()
                        instanceof com.sun.management.ThreadMXBean threads
                ? threads.getCurrentThreadAllocatedBytes()
                : -1;
    }
}
