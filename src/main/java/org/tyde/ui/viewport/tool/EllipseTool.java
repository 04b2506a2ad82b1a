package org.tyde.ui.viewport.tool;

import org.tyde.measure.Ellipse;
import org.tyde.ui.Action;

/// An ellipse between two corners of its box, with the values that lie in it.
public final class EllipseTool extends DrawingTool {
    /// Nothing is drawn yet.
    public EllipseTool() {
        super(Action.TOOL_ELLIPSE, 2, p -> new Ellipse(p.get(0), p.get(1)));
    }
}
