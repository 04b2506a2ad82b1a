package org.tyde.ui.viewport.tool;

import javafx.scene.Cursor;

import org.tyde.geometry.ImagePoint;
import org.tyde.measure.Measurement;
import org.tyde.ui.Action;
import org.tyde.ui.viewport.ViewportModel;
import org.tyde.ui.viewport.ViewportTool;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Draws a figure of a given number of points: a click sets one, or a drag sets one at each end. After the
/// last the tool is done and falls back.
abstract class DrawingTool implements ViewportTool {
    private static final double DRAG = 6;

    private final Action action;
    private final int needed;
    private final Function<List<ImagePoint>, Measurement> figure;
    private final List<ImagePoint> set = new ArrayList<>();
    private Optional<ViewportModel> on = Optional.empty();
    private ScreenPoint down = new ScreenPoint(0, 0);

    /// @param action that chooses it
    /// @param needed how many points
    /// @param figure from exactly so many points
    DrawingTool(Action action, int needed, Function<List<ImagePoint>, Measurement> figure) {
        this.action = action;
        this.needed = needed;
        this.figure = figure;
    }

    @Override
    public final Action action() {
        return action;
    }

    @Override
    public final boolean stays() {
        return false;
    }

    @Override
    public final Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    @Override
    public final void pressed(ViewportModel viewport, ScreenPoint at) {
        if (viewport.drawing().draftProperty().get().isEmpty()) set.clear();
        on.filter(before -> !before.equals(viewport)).ifPresent(v -> v.drawing().dropDraft());
        on = Optional.of(viewport);
        down = at;
        viewport.toImage(at).ifPresent(set::add);
        show(viewport, at);
    }

    @Override
    public final void dragged(ViewportModel viewport, ScreenPoint at, double dx, double dy) {
        show(viewport, at);
    }

    @Override
    public final void moved(ViewportModel viewport, ScreenPoint at) {
        if (viewport.drawing().draftProperty().get().isPresent()) show(viewport, at);
    }

    @Override
    public final boolean released(ViewportModel viewport, ScreenPoint at) {
        if (at.distance(down) > DRAG && set.size() < needed)
            viewport.toImage(at).ifPresent(set::add);
        if (set.size() < needed) {
            show(viewport, at);
            return false;
        }
        viewport.drawing().draw(figure.apply(List.copyOf(set)));
        viewport.drawing().keepDraft();
        set.clear();
        return true;
    }

    @Override
    public final boolean cancelled(ViewportModel viewport) {
        set.clear();
        return viewport.drawing().dropDraft();
    }

    private void show(ViewportModel viewport, ScreenPoint at) {
        var here = viewport.toImage(at);
        if (set.isEmpty() || here.isEmpty()) return;
        var points = new ArrayList<>(set);
        while (points.size() < needed) points.add(here.get());
        viewport.drawing().draw(figure.apply(points));
    }
}
