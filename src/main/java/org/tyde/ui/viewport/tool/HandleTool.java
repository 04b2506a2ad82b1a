package org.tyde.ui.viewport.tool;

import javafx.scene.Cursor;

import org.tyde.geometry.ImagePoint;
import org.tyde.measure.Measurement;
import org.tyde.ui.Action;
import org.tyde.ui.viewport.PickingTool;
import org.tyde.ui.viewport.ViewportModel;
import org.tyde.ui.viewport.state.Figures;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.Optional;

/// Takes hold of what is drawn: a handle moves that point, the line moves the whole. One drag is one step
/// to undo.
public final class HandleTool implements PickingTool {
    private Optional<Figures.Hit> held = Optional.empty();
    private Optional<ImagePoint> from = Optional.empty();
    private Object gesture = new Object();

    @Override
    public Action action() {
        return Action.TOOL_WINDOW;
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public Cursor cursor() {
        return Cursor.HAND;
    }

    @Override
    public boolean picks(ViewportModel viewport, ScreenPoint at) {
        return viewport.drawing().hit(at).isPresent();
    }

    @Override
    public void pressed(ViewportModel viewport, ScreenPoint at) {
        held = viewport.drawing().hit(at);
        from = viewport.toImage(at);
        gesture = new Object();
        viewport.drawing().selectedProperty().set(held.map(h -> h.measurement().id()));
    }

    @Override
    public void dragged(ViewportModel viewport, ScreenPoint at, double dx, double dy) {
        var to = viewport.toImage(at);
        if (held.isEmpty() || from.isEmpty() || to.isEmpty()) return;
        var hit = held.get();
        Measurement was = hit.measurement().figure();
        Measurement now =
                hit.point() >= 0
                        ? was.withPoint(hit.point(), to.get())
                        : was.moved(
                                to.get().column() - from.get().column(),
                                to.get().row() - from.get().row());
        var of = gesture;
        viewport.inCase(c -> c.marking().change(hit.measurement().id(), now, of));
    }
}
