package org.tyde.ui.viewport;

import org.tyde.ui.viewport.state.ScreenPoint;

/// A tool that goes first where there is something for it to take hold of.
public interface PickingTool extends ViewportTool {
    /// @param viewport under the pointer
    /// @param at where the button went down
    /// @return whether this gesture is its
    boolean picks(ViewportModel viewport, ScreenPoint at);
}
