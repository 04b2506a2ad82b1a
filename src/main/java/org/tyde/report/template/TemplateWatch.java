package org.tyde.report.template;

import org.tyde.work.JobRunner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Tells when the files of a library have changed: by another desk, or an administrator. It looks anew and again,
/// for folders on servers tell of nothing.
public final class TemplateWatch implements AutoCloseable {
    private final AutoCloseable looking;

    /// What stands there at the first look is nothing new.
    ///
    /// @param library whose folders are looked at
    /// @param runner looks
    /// @param period between two looks
    /// @param changed told after a change, on a thread of the runner
    public TemplateWatch(
            TemplateLibrary library, JobRunner runner, Duration period, Runnable changed) {
        var seen = new AtomicReference<Optional<List<String>>>(Optional.empty());
        looking =
                runner.every(
                        period,
                        () -> {
                            var now = library.stamp();
                            var before = seen.getAndSet(Optional.of(now));
                            if (before.isPresent() && !before.get().equals(now)) changed.run();
                        });
    }

    @Override
    public void close() {
        try {
            looking.close();
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
    }
}
