package org.tyde.report.rads;

import java.util.List;
import java.util.Optional;

/// Where a calculator stands after some answers.
public sealed interface Step {
    /// Something is still to be answered.
    ///
    /// @param question its id
    /// @param options ids of what can be answered, in the order of the table
    record Ask(String question, List<String> options) implements Step {}

    /// The row the answers lead to.
    ///
    /// @param category as the source writes it, such as `4A`; empty where the source gives advice only
    /// @param advice id of what the source advises
    /// @param points sum of points, where the source counts them
    record Found(Optional<String> category, Optional<String> advice, Optional<Integer> points)
            implements Step {}

    /// The source has no row for these answers.
    record NoRow() implements Step {}
}
