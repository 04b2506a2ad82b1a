package org.tyde.work;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

/// A piece of background work that can be watched, awaited and cancelled. Listeners run on the job's
/// thread, or at once on the caller's when the job has already ended. Thread-safe.
///
/// @param <T> what it makes
public final class Job<T> implements JobContext {
    private final String name;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Consumer<Progress>> progressListeners = new ArrayList<>();
    private final List<Consumer<Outcome<T>>> endListeners = new ArrayList<>();
    private final List<Runnable> cancelListeners = new ArrayList<>();
    private volatile boolean cancelled;
    private volatile Progress progress = Progress.UNKNOWN;
    private volatile @Nullable Thread thread;
    private @Nullable Outcome<T> outcome;

    Job(String name) {
        this.name = name;
    }

    /// @param <T> what was made
    /// @param value what was made
    /// @return a job that has ended with it
    public static <T> Job<T> done(T value) {
        var job = new Job<T>("done");
        job.finish(new Outcome.Done<>(value));
        return job;
    }

    /// @param <T> what would have been made
    /// @param cause why not
    /// @return a job that has ended with it
    public static <T> Job<T> failed(Throwable cause) {
        var job = new Job<T>("failed");
        job.finish(new Outcome.Failed<>(cause));
        return job;
    }

    /// @return what it is, for logs; never a patient's data
    public String name() {
        return name;
    }

    /// @return how far it is
    public Progress progress() {
        return progress;
    }

    /// @return how it ended, empty while it runs
    public synchronized Optional<Outcome<T>> outcome() {
        return Optional.ofNullable(outcome);
    }

    /// @return whether it has ended, in whatever way
    public boolean ended() {
        return end.getCount() == 0;
    }

    /// @param listener told of each progress from now on
    /// @return this
    public synchronized Job<T> onProgress(Consumer<Progress> listener) {
        progressListeners.add(listener);
        return this;
    }

    /// @param listener told once how it ended
    /// @return this
    public Job<T> onEnd(Consumer<Outcome<T>> listener) {
        Outcome<T> already;
        synchronized (this) {
            already = outcome;
            if (already == null) endListeners.add(listener);
        }
        if (already != null) listener.accept(already);
        return this;
    }

    /// @param <U> what the other job makes
    /// @param change applied to the value when there is one
    /// @return a job that ends when this one does; cancelling it cancels this one
    public <U> Job<U> map(Function<? super T, ? extends U> change) {
        var mapped = new Job<U>(name);
        mapped.onCancel(this::cancel);
        onProgress(p -> mapped.progress(p.done(), p.total()));
        onEnd(
                o -> {
                    switch (o) {
                        case Outcome.Done<T>(var value) ->
                                mapped.complete(_ -> change.apply(value));
                        case Outcome.Failed<T>(var cause) ->
                                mapped.finish(new Outcome.Failed<>(cause));
                        case Outcome.Cancelled<T>() -> mapped.finish(new Outcome.Cancelled<>());
                    }
                });
        return mapped;
    }

    /// Asks the job to stop: its context says so and its thread is interrupted. No effect after the end.
    public void cancel() {
        List<Runnable> listeners;
        synchronized (this) {
            if (outcome != null || cancelled) return;
            cancelled = true;
            listeners = List.copyOf(cancelListeners);
        }
        var running = thread;
        if (running != null) running.interrupt();
        listeners.forEach(Runnable::run);
    }

    /// @param listener run when someone cancels the job
    public synchronized void onCancel(Runnable listener) {
        cancelListeners.add(listener);
    }

    /// Waits for the end; never on the JavaFX thread.
    ///
    /// @return what was made
    /// @throws Refusal what the task refused, or why it failed, or that it was cancelled
    public T await() throws Refusal {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(WorkReason.CANCELLED, name).because(interrupted);
        }
        return switch (outcome().orElseThrow()) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Failed<T>(Refusal refusal) -> throw refusal;
            case Outcome.Failed<T>(var cause) ->
                    throw new Refusal(WorkReason.FAILED, name, String.valueOf(cause.getMessage()))
                            .because(cause);
            case Outcome.Cancelled<T>() -> throw new Refusal(WorkReason.CANCELLED, name);
        };
    }

    @Override
    public void progress(long done, long total) {
        var now = new Progress(done, total);
        progress = now;
        List<Consumer<Progress>> listeners;
        synchronized (this) {
            listeners = List.copyOf(progressListeners);
        }
        listeners.forEach(l -> l.accept(now));
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    void run(Task<T> task) {
        if (cancelled) {
            finish(new Outcome.Cancelled<>());
            return;
        }
        thread = Thread.currentThread();
        try {
            complete(task);
        } finally {
            thread = null;
            Thread.interrupted();
        }
    }

    private void complete(Task<T> task) {
        Outcome<T> end;
        try {
            end = new Outcome.Done<>(task.run(this));
        } catch (CancellationException stopped) {
            end = new Outcome.Cancelled<>();
        } catch (Throwable failed) {
            end = cancelled ? new Outcome.Cancelled<>() : new Outcome.Failed<>(failed);
        }
        finish(end);
    }

    private void finish(Outcome<T> result) {
        List<Consumer<Outcome<T>>> listeners;
        synchronized (this) {
            outcome = result;
            listeners = List.copyOf(endListeners);
        }
        end.countDown();
        listeners.forEach(l -> l.accept(result));
    }
}
