package org.tyde.reading;

import org.tyde.imaging.FrameKey;

/// What changed in the open case.
public sealed interface CaseChange {
    /// A viewport shows something else, or otherwise.
    ///
    /// @param index of the viewport, from 0, by rows
    record Viewport(int index) implements CaseChange {}

    /// Other viewports: grid, stage, page or the maximised one.
    record Layout() implements CaseChange {}

    /// Another viewport is the active one.
    record Active() implements CaseChange {}

    /// Current and prior are linked, or no longer.
    record Link() implements CaseChange {}

    /// Measurements or key images, with undo and redo.
    record MarksChanged() implements CaseChange {}

    /// A frame was shown for the first time.
    ///
    /// @param key which
    record Seen(FrameKey key) implements CaseChange {}

    /// Studies or images came.
    record Studies() implements CaseChange {}
}
