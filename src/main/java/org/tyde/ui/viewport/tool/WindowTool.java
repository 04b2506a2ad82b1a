package org.tyde.ui.viewport.tool;

import org.tyde.reading.WindowDrag;
import org.tyde.ui.Action;
import org.tyde.ui.viewport.ViewportModel;
import org.tyde.ui.viewport.ViewportTool;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.Optional;

/// Width and level by dragging: right is wider, up is brighter. Colour is never windowed.
public final class WindowTool implements ViewportTool {
    private Optional<WindowDrag> drag = Optional.empty();
    private ScreenPoint down = new ScreenPoint(0, 0);

    @Override
    public Action action() {
        return Action.TOOL_WINDOW;
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public void pressed(ViewportModel viewport, ScreenPoint at) {
        down = at;
        drag = viewport.commands().windowDrag();
        viewport.drawing().selectedProperty().set(Optional.empty());
    }

    @Override
    public void dragged(ViewportModel viewport, ScreenPoint at, double dx, double dy) {
        drag.ifPresent(d -> viewport.commands().show(d.at(at.x() - down.x(), down.y() - at.y())));
    }
}
