package org.tyde.ui.viewport.tool;

import javafx.scene.Cursor;

import org.tyde.ui.Action;
import org.tyde.ui.viewport.ViewportModel;
import org.tyde.ui.viewport.ViewportTool;
import org.tyde.ui.viewport.state.ScreenPoint;

/// Moves the image with the pointer.
public final class PanTool implements ViewportTool {

    @Override
    public Action action() {
        return Action.TOOL_PAN;
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public Cursor cursor() {
        return Cursor.MOVE;
    }

    @Override
    public void pressed(ViewportModel viewport, ScreenPoint at) {}

    @Override
    public void dragged(ViewportModel viewport, ScreenPoint at, double dx, double dy) {
        viewport.commands().panBy(dx, dy);
    }
}
