package org.tyde.evidence.presentation;

import java.util.List;

/// One blending operation (PS3.3 C.11.34, PS3.4 N.2.6).
///
/// @param mode how its inputs weigh
/// @param from numbers of its inputs, in order; of [Mode.Foreground] two
/// @param into number of its result
public record BlendingStep(Mode mode, List<Integer> from, int into) {
    /// Blending Mode (0070,1B06). An input that has no value at a pixel does not count there.
    public sealed interface Mode {
        /// The first input over the second.
        ///
        /// @param opacity of the first, 0 to 1; the second has the rest
        record Foreground(double opacity) implements Mode {}

        /// All inputs alike.
        record Equal() implements Mode {}
    }

    /// @param from copied
    /// @throws IllegalArgumentException without inputs, and for [Mode.Foreground] of other than two
    public BlendingStep {
        from = List.copyOf(from);
        if (from.isEmpty() || mode instanceof Mode.Foreground && from.size() != 2)
            throw new IllegalArgumentException(mode + " of " + from);
    }
}
