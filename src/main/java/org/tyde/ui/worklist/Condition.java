package org.tyde.ui.worklist;

/// What the list can say about itself when it is not simply there.
public sealed interface Condition {
    /// Rows are on their way, and there are none to show meanwhile.
    record Loading() implements Condition {}

    /// Rows are shown.
    record Ready() implements Condition {}

    /// The archive holds nothing that fits.
    ///
    /// @param filtered whether a search or a filter stands in the way
    record Empty(boolean filtered) implements Condition {}

    /// The archive does not answer.
    ///
    /// @param sentence why, for people
    /// @param rowsShown whether rows from before are still shown
    record Failed(String sentence, boolean rowsShown) implements Condition {}
}
