package org.tyde.ui.control;

import javafx.scene.Parent;

import java.util.Objects;

/// Where a room's style sheet stands, and how a node wears it.
public final class ControlStyles {
    private ControlStyles() {}

    /// Puts a style sheet that lies beside a class on a node and all below it.
    ///
    /// @param node wears it
    /// @param room a class of the room the sheet belongs to
    /// @param name of the resource, such as `viewport.css`
    public static void wear(Parent node, Class<?> room, String name) {
        var sheet = Objects.requireNonNull(room.getResource(name), name).toExternalForm();
        if (!node.getStylesheets().contains(sheet)) node.getStylesheets().add(sheet);
    }

    static void wear(Parent node) {
        wear(node, ControlStyles.class, "control.css");
    }
}
