package org.tyde.ui.viewport.tool;

import org.tyde.measure.Angle;
import org.tyde.ui.Action;

/// An angle: end, vertex, end.
public final class AngleTool extends DrawingTool {
    /// Nothing is drawn yet.
    public AngleTool() {
        super(Action.TOOL_ANGLE, 3, p -> new Angle(p.get(0), p.get(1), p.get(2)));
    }
}
