package org.tyde.ui.viewport;

import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/// Counts the notches of a mouse wheel over one node, whatever the scale of the monitor.
public final class Wheel {
    private static final double NOTCH = 40;
    private static final double ROUNDING = 1e-6;

    private final Node node;
    private double rolled;

    /// @param node under the pointer
    public Wheel(Node node) {
        this.node = node;
    }

    /// @param e of the wheel, with or without a modifier that turns it sideways
    /// @return whole notches since the last, upwards; 0 where it only went part of one, or rolls on by itself
    public int notches(ScrollEvent e) {
        double by = e.getDeltaY() != 0 ? e.getDeltaY() : e.getDeltaX();
        if (e.isInertia() || by == 0) return 0;
        if (by * rolled < 0) rolled = 0;
        rolled += by * dividedBy();
        int notches = (int) (rolled / NOTCH + Math.copySign(ROUNDING, rolled));
        rolled -= notches * NOTCH;
        return notches;
    }

    /// A notch is 40 px, which JavaFX divides by the scale of the monitor where the system counts in pixels; a
    /// Mac counts in points.
    private double dividedBy() {
        var scene = node.getScene();
        var window = scene == null ? null : scene.getWindow();
        boolean points = System.getProperty("os.name", "").startsWith("Mac");
        return window == null || points ? 1 : window.getOutputScaleY();
    }
}
