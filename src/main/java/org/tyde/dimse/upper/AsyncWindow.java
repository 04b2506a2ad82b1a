package org.tyde.dimse.upper;

/// How many operations may be under way at once (PS3.7 D.3.3.3).
///
/// @param invoked by the requestor; 0: any number
/// @param performed by the requestor; 0: any number
public record AsyncWindow(int invoked, int performed) {
    /// One after the other: what holds where nothing is negotiated.
    public static final AsyncWindow SYNCHRONOUS = new AsyncWindow(1, 1);

    /// @throws IllegalArgumentException beyond 0 to 65535
    public AsyncWindow {
        if ((invoked & 0xffff) != invoked || (performed & 0xffff) != performed)
            throw new IllegalArgumentException("not a window: " + invoked + ", " + performed);
    }

    /// @param other another window
    /// @return what both allow
    public AsyncWindow and(AsyncWindow other) {
        return new AsyncWindow(
                smaller(invoked, other.invoked), smaller(performed, other.performed));
    }

    private static int smaller(int one, int other) {
        if (one == 0) return other;
        return other == 0 ? one : Math.min(one, other);
    }
}
