package org.tyde.ui.viewport.tool;

import javafx.scene.Cursor;

import org.tyde.ui.Action;
import org.tyde.ui.viewport.ViewportModel;
import org.tyde.ui.viewport.ViewportTool;
import org.tyde.ui.viewport.state.ScreenPoint;

/// Larger by dragging up, smaller by dragging down, about the place where the drag began.
public final class ZoomTool implements ViewportTool {
    private static final double PIXELS_A_DOUBLING = 150;
    private ScreenPoint about = new ScreenPoint(0, 0);

    @Override
    public Action action() {
        return Action.TOOL_ZOOM;
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public Cursor cursor() {
        return Cursor.V_RESIZE;
    }

    @Override
    public void pressed(ViewportModel viewport, ScreenPoint at) {
        about = at;
    }

    @Override
    public void dragged(ViewportModel viewport, ScreenPoint at, double dx, double dy) {
        viewport.commands().zoomBy(Math.pow(2, -dy / PIXELS_A_DOUBLING), about);
    }
}
