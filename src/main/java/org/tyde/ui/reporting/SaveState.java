package org.tyde.ui.reporting;

import java.time.LocalTime;
import java.util.Optional;

/// Whether what stands in the pane is on disk.
///
/// @param kind how far it is
/// @param at when it was saved last
public record SaveState(Kind kind, Optional<LocalTime> at) {
    /// How far saving is.
    public enum Kind {
        /// Nothing has been written.
        NOTHING,
        /// On its way to the disk.
        SAVING,
        /// On the disk.
        SAVED,
        /// The disk refused; the words stand in memory.
        FAILED
    }

    /// Nothing has been written.
    static final SaveState NOTHING = new SaveState(Kind.NOTHING, Optional.empty());
}
