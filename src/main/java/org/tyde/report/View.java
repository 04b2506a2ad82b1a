package org.tyde.report;

import java.util.List;
import java.util.Optional;

/// What was on screen when a sentence was written: enough to show it again.
///
/// @param layout rows and columns of the grid, such as `2x2`
/// @param active which of the viewports was active, 0-based
/// @param shown by viewport; an empty viewport is left out
public record View(String layout, int active, List<Pane> shown) {
    /// One viewport.
    ///
    /// @param viewport 0-based
    /// @param studyUid Study Instance UID
    /// @param seriesUid Series Instance UID
    /// @param sopUid SOP Instance UID
    /// @param frame 1-based
    /// @param window centre and width in the image's units, where set by hand or preset
    public record Pane(
            int viewport,
            String studyUid,
            String seriesUid,
            String sopUid,
            int frame,
            Optional<Levels> window) {}

    /// A window.
    ///
    /// @param centre of the window
    /// @param width above 0
    public record Levels(double centre, double width) {}

    /// Copies the viewports.
    public View {
        shown = List.copyOf(shown);
    }
}
