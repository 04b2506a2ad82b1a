package org.tyde.hanging;

/// By what the frames of a stack are ordered.
public enum StackOrder {
    /// By position: head to feet, right to left, anterior to posterior.
    POSITION,
    /// Several times the same positions, one time after the other.
    PHASES,
    /// Several orientations one after the other, each by position.
    ORIENTATIONS,
    /// By the dimensions of the file, the first changing most slowly (PS3.3 C.7.6.17).
    DIMENSIONS,
    /// By Instance Number, there being no positions to order by.
    INSTANCE_NUMBER,
    /// As the frames stand in one image.
    FRAME_NUMBER
}
