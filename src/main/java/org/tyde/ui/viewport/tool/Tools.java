package org.tyde.ui.viewport.tool;

import org.tyde.ui.viewport.ToolBelt;

import java.util.List;

/// Tyde's tools: the left button windows by default, the middle one pans, the right one zooms.
public final class Tools {
    private Tools() {}

    /// @return a belt of its own, for one desk
    public static ToolBelt standard() {
        return new ToolBelt(
                List.of(
                        new WindowTool(),
                        new PanTool(),
                        new ZoomTool(),
                        new ScrollTool(),
                        new LengthTool(),
                        new AngleTool(),
                        new EllipseTool()),
                new HandleTool(),
                new PanTool(),
                new ZoomTool());
    }
}
