package org.tyde.work;

/// What is computed first.
public enum Priority {
    /// On screen now.
    VISIBLE,
    /// The next the hand will ask for.
    NEXT,
    /// In the neighbourhood of what is seen.
    NEAR,
    /// Whenever nothing else waits.
    BACKGROUND
}
