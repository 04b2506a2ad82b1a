package org.tyde.work;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The pieces of one computation that several threads take one by one.
final class SharedPieces {
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final int count;
    private final Supplier<Pieces.Worker> workers;
    private int helping;
    private boolean closed;

    SharedPieces(int count, Supplier<Pieces.Worker> workers) {
        this.count = count;
        this.workers = workers;
    }

    /// What a thread of the pool does when it gets to it; nothing when that is too late.
    void help() {
        synchronized (this) {
            if (closed) return;
            helping++;
        }
        try {
            take();
        } finally {
            synchronized (this) {
                helping--;
                notifyAll();
            }
        }
    }

    /// What the caller does: takes pieces too, and waits for those that others took.
    void finish() throws Refusal {
        take();
        boolean interrupted = false;
        synchronized (this) {
            closed = true;
            while (helping > 0)
                try {
                    wait();
                } catch (InterruptedException stopped) {
                    interrupted = true;
                }
        }
        if (interrupted) Thread.currentThread().interrupt();
        switch (failure.get()) {
            case Refusal refusal -> throw refusal;
            case RuntimeException wrong -> throw wrong;
            case Error wrong -> throw wrong;
            case null -> {}
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private void take() {
        try {
            var worker = workers.get();
            int piece;
            while (failure.get() == null && (piece = next.getAndIncrement()) < count)
                worker.compute(piece);
        } catch (Refusal | RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
        }
    }
}
