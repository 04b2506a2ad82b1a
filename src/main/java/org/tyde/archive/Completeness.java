package org.tyde.archive;

/// How much of a study is here.
///
/// @param received instances in the cache
/// @param expected instances the archive says it has, -1 while or where it does not say
/// @param state what that means
/// @param removed images in the cache that the archive does not have any more
/// @param altered instances that came with another content than the one held under the same UID
public record Completeness(int received, int expected, State state, int removed, int altered) {
    /// What is known about it.
    public enum State {
        /// Fewer than the archive has.
        PARTIAL,
        /// All the archive has.
        COMPLETE,
        /// All the archive has; but it has taken images away, or changed some, since they came.
        CHANGED,
        /// The archive does not say how many there are; or one that may have more of it does not answer.
        UNKNOWN
    }

    /// @param received instances in the cache
    /// @param expected instances of the archive, -1 when unknown
    /// @param state what that means
    public Completeness(int received, int expected, State state) {
        this(received, expected, state, 0, 0);
    }

    /// @param received instances in the cache
    /// @param expected instances of the archive, -1 when unknown
    /// @return what that means
    public static Completeness of(int received, int expected) {
        return of(received, expected, 0, 0);
    }

    /// @param received instances in the cache that the archive has, as far as that is known
    /// @param expected instances of the archive, -1 when unknown
    /// @param removed images in the cache that the archive does not have any more
    /// @param altered instances that came with another content than before
    /// @return what that means
    public static Completeness of(int received, int expected, int removed, int altered) {
        State state;
        if (expected < 0) state = State.UNKNOWN;
        else if (received < expected) state = State.PARTIAL;
        else state = removed + altered > 0 ? State.CHANGED : State.COMPLETE;
        return new Completeness(received, expected, state, removed, altered);
    }

    /// @return the same counts, and nobody knows whether that is all
    Completeness uncertain() {
        return new Completeness(received, expected, State.UNKNOWN, removed, altered);
    }

    /// @return whether all the archive has is here
    public boolean complete() {
        return switch (state) {
            case COMPLETE, CHANGED -> true;
            case PARTIAL, UNKNOWN -> false;
        };
    }
}
