package org.tyde.work;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Newest request wins: while one is worked on, only the last of those that arrive is kept.
///
/// @param <T> a request, a snapshot of what is wanted
public final class LatestOnly<T> {
    private final AtomicReference<@Nullable T> wanted = new AtomicReference<>();
    private final JobRunner runner;
    private final Priority priority;
    private final Consumer<T> work;
    private final AtomicBoolean busy = new AtomicBoolean();

    /// @param runner computes the requests
    /// @param priority theirs
    /// @param work called for one request at a time
    public LatestOnly(JobRunner runner, Priority priority, Consumer<T> work) {
        this.runner = runner;
        this.priority = priority;
        this.work = work;
    }

    /// @param request replaces any that has not begun
    public void request(T request) {
        wanted.set(request);
        if (busy.compareAndSet(false, true)) next();
    }

    /// @return whether a newer request waits, so that what is worked on now is of no more use
    public boolean superseded() {
        return wanted.get() != null;
    }

    private void next() {
        var _ = runner.computing("latest", priority, this::drain);
    }

    private boolean drain(JobContext job) {
        try {
            var request = wanted.getAndSet(null);
            if (request != null) work.accept(request);
        } finally {
            busy.set(false);
            if (wanted.get() != null && busy.compareAndSet(false, true)) next();
        }
        return true;
    }
}
