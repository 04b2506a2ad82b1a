package org.tyde.ui.viewport.volume;

/// What there is to show of other planes.
public sealed interface MprStatus {
    /// Nothing; the viewports are seen.
    record Closed() implements MprStatus {}

    /// Slices are being read.
    ///
    /// @param done how many
    /// @param total of how many
    record Making(int done, int total) implements MprStatus {}

    /// All slices are here.
    record Showing() implements MprStatus {}

    /// The stack forms no volume.
    ///
    /// @param cause why
    record Refused(Throwable cause) implements MprStatus {}
}
