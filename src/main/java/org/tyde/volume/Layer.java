package org.tyde.volume;

import org.tyde.geometry.ImagePlane;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

import java.util.function.DoublePredicate;

/// Images in their colours, for a picture of others that they are laid over.
public sealed interface Layer permits VolumeLayer, FrameLayer, ColourLayer {
    /// @param plane of the picture, in the layer's own patient coordinates
    /// @param columns of the picture
    /// @param rows of the picture
    /// @param pieces computes it
    /// @return row by row: opaque colours, 0 where there is no value
    /// @throws Refusal never
    int[] colours(ImagePlane plane, int columns, int rows, Pieces pieces) throws Refusal;

    /// @param values from `from` to `to`; those that are not seen become not a number
    /// @param from first index
    /// @param to index behind the last
    /// @param modality of them
    /// @param shown which of its outputs are seen
    static void hide(
            float[] values, int from, int to, ModalityLut modality, DoublePredicate shown) {
        for (int x = from; x < to; x++)
            if (!shown.test(modality.apply(values[x]))) values[x] = Float.NaN;
    }
}
