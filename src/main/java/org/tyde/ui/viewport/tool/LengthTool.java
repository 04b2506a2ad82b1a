package org.tyde.ui.viewport.tool;

import org.tyde.measure.Length;
import org.tyde.ui.Action;

/// A length between two points.
public final class LengthTool extends DrawingTool {
    /// Nothing is drawn yet.
    public LengthTool() {
        super(Action.TOOL_LENGTH, 2, p -> new Length(p.get(0), p.get(1)));
    }
}
