package org.tyde.work;

/// How a job ended.
///
/// @param <T> what it makes
public sealed interface Outcome<T> {
    /// It made its value.
    ///
    /// @param <T> what it makes
    /// @param value the value
    record Done<T>(T value) implements Outcome<T> {}

    /// It failed.
    ///
    /// @param <T> what it would have made
    /// @param cause why
    record Failed<T>(Throwable cause) implements Outcome<T> {}

    /// Someone cancelled it.
    ///
    /// @param <T> what it would have made
    record Cancelled<T>() implements Outcome<T> {}
}
