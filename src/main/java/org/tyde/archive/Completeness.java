package org.tyde.archive;

/// How much of a study is here.
///
/// @param received instances in the cache
/// @param expected instances the archive says it has, -1 while or where it does not say
/// @param state what that means
public record Completeness(int received, int expected, State state) {
    /// What is known about it.
    public enum State {
        /// Fewer than the archive has.
        PARTIAL,
        /// All the archive has.
        COMPLETE,
        /// The archive does not say how many there are.
        UNKNOWN
    }

    /// @param received instances in the cache
    /// @param expected instances of the archive, -1 when unknown
    /// @return what that means
    public static Completeness of(int received, int expected) {
        var state =
                expected < 0
                        ? State.UNKNOWN
                        : received >= expected ? State.COMPLETE : State.PARTIAL;
        return new Completeness(received, expected, state);
    }

    /// @return whether all the archive has is here
    public boolean complete() {
        return state == State.COMPLETE;
    }
}
