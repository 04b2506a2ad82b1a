package org.tyde.work;

import org.tyde.refusal.Refusal;

import java.util.function.Supplier;

/// Computes the pieces of one thing, on one thread or on several. The caller computes with them and waits
/// for no thread to become free, so that pieces may be computed within a job of the same pool.
@FunctionalInterface
public interface Pieces {
    /// On the caller's thread, one after the other.
    Pieces ALONE =
            (count, workers) -> {
                var worker = workers.get();
                for (int i = 0; i < count; i++) worker.compute(i);
            };

    /// Computes one piece after the other, on one thread, with memory of its own.
    @FunctionalInterface
    interface Worker {
        /// @param index of the piece, from 0
        /// @throws Refusal why not; no further piece is then begun
        void compute(int index) throws Refusal;
    }

    /// Returns when all pieces are computed or one of them failed, and none is still being computed.
    ///
    /// @param count how many there are
    /// @param workers makes one for each thread that takes part
    /// @throws Refusal the first that a worker threw
    void compute(int count, Supplier<Worker> workers) throws Refusal;
}
