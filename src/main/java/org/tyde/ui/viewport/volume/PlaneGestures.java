package org.tyde.ui.viewport.volume;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.jspecify.annotations.Nullable;
import org.tyde.reading.WindowDrag;
import org.tyde.ui.viewport.Wheel;
import org.tyde.ui.viewport.state.ScreenPoint;
import org.tyde.ui.viewport.volume.CrossLines.Hold;

/// What the mouse does in one plane: lines are moved and turned, elsewhere the left button windows, the
/// middle one pans, the right one zooms; the wheel goes through the volume, with Alt or Shift it sets the
/// thickness.
final class PlaneGestures {

    private final MprModel model;
    private final PlanePane pane;
    private ScreenPoint last = new ScreenPoint(0, 0);
    private ScreenPoint down = last;
    private @Nullable Hold hold;
    private @Nullable WindowDrag window;
    private FusionModel.@Nullable Colours colours;
    private @Nullable MouseButton button;
    private final Wheel wheel;

    PlaneGestures(MprModel model, PlanePane pane) {
        this.model = model;
        this.pane = pane;
        pane.setOnMousePressed(this::pressed);
        pane.setOnMouseDragged(this::dragged);
        pane.setOnMouseReleased(this::released);
        pane.setOnMouseMoved(e -> pane.setCursor(cursor(at(e))));
        wheel = new Wheel(pane);
        pane.setOnScroll(this::scrolled);
        pane.setOnContextMenuRequested(javafx.event.Event::consume);
    }

    private static ScreenPoint at(MouseEvent e) {
        return new ScreenPoint(e.getX(), e.getY());
    }

    private Cursor cursor(ScreenPoint at) {
        var there = pane.lines().at(at);
        if (there.isEmpty()) return Cursor.DEFAULT;
        return switch (there.get()) {
            case Hold.Cross() -> Cursor.MOVE;
            case Hold.Move _ -> Cursor.OPEN_HAND;
            case Hold.Turn _ -> Cursor.CROSSHAIR;
        };
    }

    private void pressed(MouseEvent e) {
        e.consume();
        if (button != null || pane.look().isEmpty()) return;
        model.activate(pane.plane());
        down = at(e);
        last = down;
        button = e.getButton();
        hold = null;
        window = null;
        colours = null;
        if (button != MouseButton.PRIMARY) return;
        if (e.isControlDown() && model.fusion().pet().isPresent()) {
            colours = model.fusion().colours();
            return;
        }
        if (pane.ruler().press(down)) return;
        if (e.getClickCount() == 2) {
            var place = pane.look().get().toPatient(down);
            model.view(v -> v.movedTo(place));
            return;
        }
        hold = pane.lines().at(down).orElse(null);
        if (hold == null)
            window =
                    new WindowDrag(
                            model.window(),
                            model.desk().dragInvertedProperty().get()
                                    != model.pipeline().lowIsBright());
    }

    private void dragged(MouseEvent e) {
        e.consume();
        var look = pane.look();
        if (button == null || look.isEmpty()) return;
        var now = at(e);
        double dx = now.x() - last.x();
        double dy = now.y() - last.y();
        switch (button) {
            case PRIMARY -> left(look.get(), now);
            case MIDDLE -> {
                var l = look.get();
                model.centre(
                        l.centre()
                                .plus(l.view().across(l.plane()).times(-dx * l.mm()))
                                .plus(l.view().down(l.plane()).times(-dy * l.mm())));
            }
            case SECONDARY -> model.zoomBy(Math.exp(-dy / 150));
            case NONE, BACK, FORWARD -> {}
        }
        last = now;
    }

    private void left(PlaneLook look, ScreenPoint now) {
        if (pane.ruler().drag(now)) return;
        var coloured = colours;
        if (coloured != null) {
            model.fusion().drag(coloured, now.x() - down.x(), down.y() - now.y());
            return;
        }
        var drag = window;
        if (drag != null) {
            model.show(drag.at(now.x() - down.x(), down.y() - now.y()));
            return;
        }
        switch (hold) {
            case Hold.Cross() -> model.view(v -> v.movedTo(look.toPatient(now)));
            case Hold.Move(var other) -> {
                var way = look.view().inwards(other);
                var step = look.toPatient(now).minus(look.toPatient(last)).dot(way);
                model.view(v -> v.movedTo(v.cross().plus(way.times(step))));
            }
            case Hold.Turn _ -> {
                var cross = look.toScreen(look.view().cross());
                double from = Math.atan2(last.y() - cross.y(), last.x() - cross.x());
                double to = Math.atan2(now.y() - cross.y(), now.x() - cross.x());
                model.view(v -> v.turned(look.plane(), to - from));
            }
            case null -> {}
        }
    }

    private void released(MouseEvent e) {
        e.consume();
        if (e.getButton() != button) return;
        pane.ruler().release();
        button = null;
        hold = null;
        window = null;
        colours = null;
    }

    private void scrolled(ScrollEvent e) {
        e.consume();
        int notches = wheel.notches(e);
        if (notches == 0) return;
        if (e.isAltDown() || e.isShiftDown()) model.thicken(notches);
        else model.step(pane.plane(), -notches * (e.isControlDown() ? 5 : 1));
    }
}
