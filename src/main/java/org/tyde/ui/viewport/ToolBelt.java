package org.tyde.ui.viewport;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.tyde.ui.Action;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.List;

/// The tools of all viewports: which one the left button holds, and what the others always do.
public final class ToolBelt {
    private final List<ViewportTool> tools;
    private final PickingTool picking;
    private final ViewportTool middle;
    private final ViewportTool right;
    private final ReadOnlyObjectWrapper<ViewportTool> left;

    /// @param tools all that can be chosen; the first is what the left button falls back to
    /// @param picking goes first while the left button's tool is one that stays
    /// @param middle what the middle button always does
    /// @param right what dragging with the right button always does
    public ToolBelt(
            List<ViewportTool> tools,
            PickingTool picking,
            ViewportTool middle,
            ViewportTool right) {
        this.tools = List.copyOf(tools);
        this.picking = picking;
        this.middle = middle;
        this.right = right;
        this.left = new ReadOnlyObjectWrapper<>(this, "left", tools.getFirst());
    }

    /// @return what the left button holds
    public ReadOnlyObjectProperty<ViewportTool> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /// @return what the left button holds
    public ViewportTool left() {
        return left.get();
    }

    /// @param viewport under the pointer
    /// @param at where the left button went down
    /// @return what that gesture is done with
    ViewportTool leftAt(ViewportModel viewport, ScreenPoint at) {
        return left().stays() && picking.picks(viewport, at) ? picking : left();
    }

    /// @return what the middle button does
    public ViewportTool middle() {
        return middle;
    }

    /// @return what dragging with the right button does
    public ViewportTool right() {
        return right;
    }

    /// @param action of a tool
    /// @return whether there is one, which the left button now holds
    public boolean choose(Action action) {
        var chosen = tools.stream().filter(t -> t.action() == action).findFirst();
        chosen.ifPresent(left::set);
        return chosen.isPresent();
    }

    /// Back to what the left button holds by default.
    public void fallBack() {
        left.set(tools.getFirst());
    }
}
