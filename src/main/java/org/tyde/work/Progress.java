package org.tyde.work;

/// How far a job is.
///
/// @param done units done, never negative
/// @param total units in all, -1 when unknown
public record Progress(long done, long total) {
    /// Before anything was said.
    public static final Progress UNKNOWN = new Progress(0, -1);

    /// @return 0 to 1, or -1 when the total is unknown
    public double fraction() {
        return total <= 0 ? -1 : Math.min(1, (double) done / total);
    }
}
