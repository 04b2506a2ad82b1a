package org.tyde.ui.viewport;

import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

import org.tyde.ui.Action;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The tools at the pointer: eight places around it that never change, so that a hand learns them by
/// direction. The middle, where the pointer is, closes it. Below them, farther down than the tools, is what
/// leaves the images for other planes.
public final class ToolMenu extends GridPane {
    /// The places row by row, the middle left out.
    static final List<Action> PLACES =
            List.of(
                    Action.TOOL_ZOOM,
                    Action.TOOL_WINDOW,
                    Action.TOOL_LENGTH,
                    Action.TOOL_PAN,
                    Action.TOOL_ELLIPSE,
                    Action.TOOL_SCROLL,
                    Action.KEY_IMAGE,
                    Action.TOOL_ANGLE);

    /// Across the whole width, below the tools.
    static final Action BELOW = Action.MPR;

    /// Below that, where the pointer is on a measurement.
    static final List<Action> OF_MEASUREMENT =
            List.of(Action.INSERT_MEASUREMENT, Action.TIE_LESION);

    private static final double CELL_WIDTH = 124;
    private static final double CELL_HEIGHT = 44;

    private final List<Button> ofMeasurement = new ArrayList<>();

    /// @param messages the words
    /// @param keymap the keys shown beside the words
    /// @param chosen told what was chosen, after the menu has gone
    public ToolMenu(Messages messages, Keymap keymap, Consumer<Action> chosen) {
        getStyleClass().add("tool-menu");
        setVisible(false);
        setManaged(false);
        int place = 0;
        for (var action : PLACES) {
            if (place == 4) place++;
            add(button(action, messages, keymap, chosen), place % 3, place / 3);
            place++;
        }
        add(button(BELOW, messages, keymap, chosen), 0, 3, 3, 1);
        for (var action : OF_MEASUREMENT)
            ofMeasurement.add(button(action, messages, keymap, chosen));
        var middle = new Region();
        middle.getStyleClass().add("middle");
        middle.setOnMouseClicked(_ -> close());
        add(middle, 1, 1);
        setOnMouseExited(_ -> close());
    }

    private Button button(
            Action action, Messages messages, Keymap keymap, Consumer<Action> chosen) {
        var button = new Button();
        button.textProperty()
                .bind(
                        javafx.beans.binding.Bindings.createStringBinding(
                                () -> words(messages, keymap, action), messages.localeProperty()));
        button.setPrefSize(CELL_WIDTH, CELL_HEIGHT);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setFocusTraversable(false);
        button.setOnAction(
                _ -> {
                    close();
                    chosen.accept(action);
                });
        return button;
    }

    private static String words(Messages messages, Keymap keymap, Action action) {
        var name = messages.in(Messages.class).text("action." + action.name());
        var keys = keymap.keysOf(action);
        return keys.isEmpty() ? name : name + "  " + keys.getFirst().getDisplayText();
    }

    /// @param on whether the pointer is on a measurement
    public void onMeasurement(boolean on) {
        getChildren().removeAll(ofMeasurement);
        if (!on) return;
        for (int i = 0; i < ofMeasurement.size(); i++) add(ofMeasurement.get(i), 0, 4 + i, 3, 1);
    }

    /// Opens with the middle of the tools at a place, moved in where it would leave the area.
    ///
    /// @param x px in the parent
    /// @param y px in the parent
    /// @param area the parent's room
    public void open(double x, double y, Bounds area) {
        applyCss();
        double width = prefWidth(-1);
        double height = prefHeight(-1);
        double tools = height - extra();
        resizeRelocate(
                Math.rint(Math.clamp(x - width / 2, 0, Math.max(0, area.getWidth() - width))),
                Math.rint(Math.clamp(y - tools * 3 / 8, 0, Math.max(0, area.getHeight() - height))),
                width,
                height);
        setVisible(true);
        toFront();
    }

    /// What stands below the fixed places does not move them.
    private double extra() {
        return getChildren().containsAll(ofMeasurement)
                ? ofMeasurement.size() * (CELL_HEIGHT + getVgap())
                : 0;
    }

    /// Closes it, where it is open.
    public void close() {
        setVisible(false);
    }
}
