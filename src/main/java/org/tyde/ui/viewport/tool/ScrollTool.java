package org.tyde.ui.viewport.tool;

import javafx.scene.Cursor;

import org.tyde.ui.Action;
import org.tyde.ui.viewport.ViewportModel;
import org.tyde.ui.viewport.ViewportTool;
import org.tyde.ui.viewport.state.ScreenPoint;

/// Scrolls by dragging down (forwards) and up; a long stack moves faster.
public final class ScrollTool implements ViewportTool {
    private static final double ROOM = 400;
    private double rest;

    @Override
    public Action action() {
        return Action.TOOL_SCROLL;
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public Cursor cursor() {
        return Cursor.N_RESIZE;
    }

    @Override
    public void pressed(ViewportModel viewport, ScreenPoint at) {
        rest = 0;
    }

    @Override
    public void dragged(ViewportModel viewport, ScreenPoint at, double dx, double dy) {
        int images = viewport.state().stack().map(s -> s.size()).orElse(1);
        rest += dy * Math.clamp(images / ROOM, 0.1, 4);
        int whole = (int) rest;
        rest -= whole;
        if (whole != 0) viewport.inCase(c -> c.scroll(viewport.index(), whole));
    }
}
