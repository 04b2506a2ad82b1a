package org.tyde.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of one family (Feather) and the small buttons that carry them.
public final class Icons {
    private Icons() {}

    /// @param ikon of the family
    /// @return a node that takes its colour and size from the style sheet
    public static FontIcon of(Ikon ikon) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /// @param ikon drawn on it
    /// @param name said to who cannot see it, and as a hint to who waits over it
    /// @param action when pressed
    /// @return a flat button
    public static Button button(Ikon ikon, String name, Runnable action) {
        var button = new Button("", of(ikon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleRole(AccessibleRole.BUTTON);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
