package org.tyde.reading;

/// A listener's subscription.
@FunctionalInterface
public interface Listening extends AutoCloseable {
    /// The listener is told nothing any more.
    @Override
    void close();
}
