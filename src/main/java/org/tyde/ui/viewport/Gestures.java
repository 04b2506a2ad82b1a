package org.tyde.ui.viewport;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.function.Consumer;
import java.util.function.Predicate;

/// What the mouse does in one viewport: each button to its tool, the wheel to the stack under the pointer.
/// With Alt or Shift the wheel sets how many slices are seen through each other.
/// A right button that moves is a drag, one that does not gives up what is half drawn, or opens the menu.
final class Gestures {
    private static final double STILL = 4;

    private final ViewportModel model;
    private final Region node;
    private final Consumer<ScreenPoint> menu;
    private final Predicate<ScreenPoint> button;
    private @Nullable ViewportTool tool;
    private ScreenPoint down = new ScreenPoint(0, 0);
    private ScreenPoint last = down;
    private boolean moved;
    private boolean drew;
    private final Wheel wheel;

    /// @param model of the viewport
    /// @param node hears the mouse
    /// @param menu opens the tool menu at a place
    /// @param button whether words at a place are a button
    Gestures(
            ViewportModel model,
            Region node,
            Consumer<ScreenPoint> menu,
            Predicate<ScreenPoint> button) {
        this.model = model;
        this.node = node;
        this.wheel = new Wheel(node);
        this.menu = menu;
        this.button = button;
        node.setOnMousePressed(this::pressed);
        node.setOnMouseDragged(this::dragged);
        node.setOnMouseReleased(this::released);
        node.setOnMouseMoved(this::moved);
        node.setOnScroll(this::scrolled);
        node.setOnContextMenuRequested(javafx.event.Event::consume);
    }

    private static ScreenPoint at(MouseEvent e) {
        return new ScreenPoint(e.getX(), e.getY());
    }

    private void pressed(MouseEvent e) {
        model.inCase(c -> c.activate(model.index()));
        if (tool != null) return; // a second button while one is down changes nothing
        var belt = model.desk().tools();
        down = at(e);
        last = down;
        moved = false;
        if (doubled(e)) {
            model.inCase(c -> c.toggleMaximised(model.index()));
            e.consume();
            return;
        }
        tool =
                switch (e.getButton()) {
                    case PRIMARY -> belt.leftAt(model, down);
                    case MIDDLE -> belt.middle();
                    case SECONDARY -> belt.right();
                    case NONE, BACK, FORWARD -> null;
                };
        if (tool != null && e.getButton() != MouseButton.SECONDARY) tool.pressed(model, down);
        e.consume();
    }

    /// The second click of two, unless the first one ended a drawing or the second takes hold of one.
    private boolean doubled(MouseEvent e) {
        var left = model.desk().tools().left();
        return e.getButton() == MouseButton.PRIMARY
                && e.getClickCount() == 2
                && !drew
                && left.equals(model.desk().tools().leftAt(model, at(e)))
                && left.stays();
    }

    private void dragged(MouseEvent e) {
        if (tool == null) return;
        var now = at(e);
        if (!moved && e.getButton() == MouseButton.SECONDARY) {
            if (now.distance(down) < STILL) return;
            tool.pressed(model, down);
        }
        moved |= now.distance(down) >= STILL;
        tool.dragged(model, now, now.x() - last.x(), now.y() - last.y());
        last = now;
        e.consume();
    }

    private void released(MouseEvent e) {
        var held = tool;
        tool = null;
        if (held == null) return;
        if (e.getButton() == MouseButton.SECONDARY && !moved) {
            var tools = model.desk().tools();
            if (tools.left().cancelled(model)) tools.fallBack();
            else menu.accept(at(e));
        } else if (held.released(model, at(e)) && !held.stays()) {
            model.desk().tools().fallBack();
        }
        drew = !held.stays();
        e.consume();
    }

    private void moved(MouseEvent e) {
        var left = model.desk().tools().left();
        node.setCursor(button.test(at(e)) ? Cursor.HAND : left.cursor());
        left.moved(model, at(e));
    }

    private void scrolled(ScrollEvent e) {
        int notches = wheel.notches(e);
        if (notches != 0 && (e.isAltDown() || e.isShiftDown()))
            model.commands().slab(s -> s.thicker(notches));
        else if (notches != 0) model.commands().wheel(-notches * (e.isControlDown() ? 5 : 1));
        e.consume();
    }
}
