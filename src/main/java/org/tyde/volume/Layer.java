package org.tyde.volume;

import org.tyde.geometry.ImagePlane;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

/// Images in their colours, for a picture of others that they are laid over.
public sealed interface Layer permits VolumeLayer, FrameLayer {
    /// @param plane of the picture, in the layer's own patient coordinates
    /// @param columns of the picture
    /// @param rows of the picture
    /// @param pieces computes it
    /// @return row by row: opaque colours, 0 where there is no value
    /// @throws Refusal never
    int[] colours(ImagePlane plane, int columns, int rows, Pieces pieces) throws Refusal;
}
