package org.tyde.ui.control;

import javafx.scene.control.ToggleButton;

/// A filter that is on or off, small enough to stand in a row of its kind.
public final class Chip extends ToggleButton {
    /// @param words on the chip
    public Chip(String words) {
        super(words);
        getStyleClass().setAll("toggle-button", "chip");
        setFocusTraversable(true);
        ControlStyles.wear(this);
    }
}
