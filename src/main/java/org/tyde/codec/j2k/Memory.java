package org.tyde.codec.j2k;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What decoding a frame takes besides the frame itself, kept for the next one: fresh memory has to be cleared,
/// which costs as much as a wavelet. Whoever takes some has it alone until it is given back; what is in it means
/// nothing to the next, who writes every place before reading it. Thread-safe.
final class Memory {
    /// Of each kind at most a sixteenth of the memory there is, and that only as long as it is not needed.
    private static final long MOST_PLACES = Runtime.getRuntime().maxMemory() / 16 / Integer.BYTES;

    private final KeptRows<int[]> whole = new KeptRows<>(MOST_PLACES, int[][]::new, int[]::new);
    private final KeptRows<float[]> real =
            new KeptRows<>(MOST_PLACES, float[][]::new, float[]::new);
    private final KeptRows<double[]> wide =
            new KeptRows<>(MOST_PLACES / 2, double[][]::new, double[]::new);
    private final Deque<BlockWorker> workers = new ArrayDeque<>();

    /// @return nothing yet
    Loan lend() {
        return new Loan(this);
    }

    private synchronized BlockWorker worker() {
        var kept = workers.poll();
        return kept == null ? new BlockWorker() : kept;
    }

    private synchronized void back(List<BlockWorker> used) {
        used.forEach(workers::push);
    }

    /// What one frame or tile has taken. Thread-safe.
    static final class Loan implements AutoCloseable {
        private final Memory memory;
        private final List<KeptRows.Taken<int[]>> whole = new ArrayList<>();
        private final List<KeptRows.Taken<float[]>> real = new ArrayList<>();
        private final List<KeptRows.Taken<double[]>> wide = new ArrayList<>();
        private final List<BlockWorker> workers = new ArrayList<>();

        private Loan(Memory memory) {
            this.memory = memory;
        }

        /// @return at least as many rows of at least as many places, of any content
        synchronized int[][] whole(int height, int width) {
            var taken = memory.whole.take(height, width);
            whole.add(taken);
            return taken.rows();
        }

        /// @return at least as many rows of at least as many places, of any content
        synchronized float[][] real(int height, int width) {
            var taken = memory.real.take(height, width);
            real.add(taken);
            return taken.rows();
        }

        /// @return at least as many rows of at least as many places, of any content
        synchronized double[][] wide(int height, int width) {
            var taken = memory.wide.take(height, width);
            wide.add(taken);
            return taken.rows();
        }

        /// @return one for the caller's thread
        synchronized BlockWorker worker() {
            var taken = memory.worker();
            workers.add(taken);
            return taken;
        }

        /// Gives all of it back.
        @Override
        public synchronized void close() {
            whole.forEach(memory.whole::back);
            real.forEach(memory.real::back);
            wide.forEach(memory.wide::back);
            memory.back(workers);
        }
    }
}
