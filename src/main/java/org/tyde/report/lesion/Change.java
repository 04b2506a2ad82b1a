package org.tyde.report.lesion;

import java.util.Optional;
import java.util.OptionalDouble;

/// From one size to the next of the same kind.
///
/// @param before the earlier, in the unit of the kind
/// @param now the later
/// @param since when the earlier was measured
public record Change(double before, double now, Optional<TimePoint> since) {
    /// @return by how much it has grown; negative where it has shrunk
    public double by() {
        return now - before;
    }

    /// @return by how many per cent of the earlier; empty where that was nothing
    public OptionalDouble percent() {
        return before > 0 ? OptionalDouble.of(100 * by() / before) : OptionalDouble.empty();
    }
}
