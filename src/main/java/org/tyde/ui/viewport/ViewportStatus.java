package org.tyde.ui.viewport;

/// What a viewport has to show.
public sealed interface ViewportStatus {
    /// No case is open.
    record NoCase() implements ViewportStatus {}

    /// The case has nothing for this viewport.
    record Empty() implements ViewportStatus {}

    /// A frame is on its way.
    ///
    /// @param number of the image in its stack, from 1
    record Loading(int number) implements ViewportStatus {}

    /// The picture is the one asked for.
    record Showing() implements ViewportStatus {}

    /// The frame cannot be shown.
    ///
    /// @param number of the image in its stack, from 1
    /// @param cause why
    record Failed(int number, Throwable cause) implements ViewportStatus {}
}
