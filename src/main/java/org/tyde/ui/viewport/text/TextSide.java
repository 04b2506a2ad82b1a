package org.tyde.ui.viewport.text;

/// Where the words of a picture may stand.
public enum TextSide {
    /// In all four corners.
    BOTH,
    /// Along the left edge only: the chest wall is at the right.
    LEFT,
    /// Along the right edge only: the chest wall is at the left.
    RIGHT
}
