package org.tyde.work;

import java.util.concurrent.CancellationException;

/// What a running task may say and ask.
public interface JobContext {
    /// A context of nothing: no one watches and no one cancels.
    JobContext NONE =
            new JobContext() {
                @Override
                public void progress(long done, long total) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /// @param done units done so far
    /// @param total units in all, -1 when unknown
    void progress(long done, long total);

    /// @return whether someone asked for the job to stop
    boolean cancelled();

    /// @throws CancellationException when someone asked for the job to stop
    default void checkpoint() {
        if (cancelled()) throw new CancellationException();
    }
}
