package org.tyde.hanging;

/// By what the frames of a stack are ordered.
public enum StackOrder {
    /// By position: head to feet, right to left, anterior to posterior.
    POSITION,
    /// Several times the same positions, one time after the other.
    PHASES,
    /// Several orientations one after the other, each by position.
    ORIENTATIONS,
    /// By Instance Number, there being no positions to order by.
    INSTANCE_NUMBER,
    /// As the frames stand in one image.
    FRAME_NUMBER
}
