package org.tyde.ui;

import javafx.application.Platform;

import org.tyde.work.Job;
import org.tyde.work.Outcome;
import org.tyde.work.Progress;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The one door from other threads to the JavaFX thread.
public enum FxThread implements Executor {
    /// The JavaFX application thread.
    FX;

    @Override
    public void execute(Runnable action) {
        if (Platform.isFxApplicationThread()) action.run();
        else Platform.runLater(action);
    }

    /// Runs later even when already on the JavaFX thread: after the pulse's other work.
    ///
    /// @param action run once
    public void later(Runnable action) {
        Platform.runLater(action);
    }

    /// Brings a job's end to the JavaFX thread. A cancelled job calls neither.
    ///
    /// @param <T> what the job makes
    /// @param job watched
    /// @param done told what was made
    /// @param failed told why not
    /// @return the job
    public <T> Job<T> watch(Job<T> job, Consumer<? super T> done, Consumer<Throwable> failed) {
        return job.onEnd(
                outcome ->
                        execute(
                                () -> {
                                    switch (outcome) {
                                        case Outcome.Done<T>(var value) -> done.accept(value);
                                        case Outcome.Failed<T>(var cause) -> failed.accept(cause);
                                        case Outcome.Cancelled<T>() -> {}
                                    }
                                }));
    }

    /// @param job watched
    /// @param listener told of progress on the JavaFX thread
    public void watchProgress(Job<?> job, Consumer<Progress> listener) {
        job.onProgress(progress -> execute(() -> listener.accept(progress)));
    }
}
