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
    /// @param confirmed whether the row stood the same in two sources that do not come from each other
    ///     (docs/rads.md); a row that did not is said to be so
    record Found(
            Optional<String> category,
            Optional<String> advice,
            Optional<Integer> points,
            boolean confirmed)
            implements Step {}

    /// The source has no row for these answers, or says that it has none.
    record NoRow() implements Step {}
}
