package org.tyde.work;

/// What a job does.
///
/// @param <T> what it makes
@FunctionalInterface
public interface Task<T> {
    /// @param job tells progress, asks for cancellation
    /// @return what was made
    /// @throws Exception whatever went wrong; a [java.util.concurrent.CancellationException] ends the job as
    ///     cancelled
    T run(JobContext job) throws Exception;
}
