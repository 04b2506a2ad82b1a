package org.tyde.work;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Runs jobs: waiting ones (network, disk, SQL) each on a virtual thread, computing ones on a fixed pool
/// of as many threads as cores, by priority and then in order.
public final class JobRunner implements AutoCloseable {
    private final AtomicLong order = new AtomicLong();
    private final ThreadPoolExecutor pool;
    private volatile boolean closed;

    /// Computes on all cores.
    public JobRunner() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /// @param threads of the computing pool, at least 1
    public JobRunner(int threads) {
        pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new PriorityBlockingQueue<>(),
                        daemon("tyde-compute"));
    }

    /// @param <T> what it makes
    /// @param name for logs; never a patient's data
    /// @param task what waits for disk, network or a database
    /// @return the running job
    public <T> Job<T> waiting(String name, Task<T> task) {
        var job = new Job<T>(name);
        Thread.ofVirtual().name(name).start(() -> job.run(task));
        return job;
    }

    /// @param <T> what it makes
    /// @param name for logs; never a patient's data
    /// @param priority what goes first
    /// @param task what computes and does not wait
    /// @return the queued job
    public <T> Job<T> computing(String name, Priority priority, Task<T> task) {
        var job = new Job<T>(name);
        pool.execute(new Queued(priority, order.incrementAndGet(), () -> job.run(task)));
        return job;
    }

    /// @param priority of the threads that help the caller
    /// @return computes pieces on the caller's thread and on those of the computing pool that are free
    public Pieces pieces(Priority priority) {
        return (count, workers) -> {
            var shared = new SharedPieces(count, workers);
            int helpers = Math.min(pool.getMaximumPoolSize(), count) - 1;
            for (int i = 0; i < helpers && !closed; i++)
                pool.execute(new Queued(priority, order.incrementAndGet(), shared::help));
            shared.finish();
        };
    }

    /// @return runs each action at once on its own virtual thread, for libraries that ask for an executor
    public Executor executor() {
        return action -> Thread.ofVirtual().name("tyde-wait").start(action);
    }

    /// @param period between two runs
    /// @param action what runs each time, on a virtual thread; a run that takes longer delays the next
    /// @return ends the repetition
    public AutoCloseable every(Duration period, Runnable action) {
        var ended = new AtomicBoolean();
        Thread.ofVirtual().name("tyde-every").start(() -> repeat(period, action, ended));
        return () -> ended.set(true);
    }

    /// On a thread of its own: what waits for a dead archive holds up nobody who saves a draft.
    private void repeat(Duration period, Runnable action, AtomicBoolean ended) {
        while (true) {
            try {
                Thread.sleep(period);
            } catch (InterruptedException stopped) {
                return;
            }
            if (closed || ended.get()) return;
            try {
                action.run();
            } catch (RuntimeException | Error failed) {
                var thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, failed);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        pool.shutdownNow();
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return Thread.ofPlatform().daemon().name(name, 0).factory();
    }

    private record Queued(Priority priority, long order, Runnable action)
            implements Runnable, Comparable<Queued> {
        @Override
        public void run() {
            action.run();
        }

        @Override
        public int compareTo(Queued other) {
            int byPriority = priority.compareTo(other.priority);
            return byPriority != 0 ? byPriority : Long.compare(order, other.order);
        }
    }
}
