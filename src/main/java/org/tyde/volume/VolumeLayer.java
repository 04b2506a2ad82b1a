package org.tyde.volume;

import org.tyde.geometry.ImagePlane;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.picture.Greys;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

import java.util.function.DoublePredicate;

/// A volume as a layer: seen wherever the picture cuts it.
public final class VolumeLayer implements Layer {
    private final Volume volume;
    private final Greys table;
    private final DoublePredicate shown;

    /// @param volume in colour
    /// @param pipeline from its voxel values to colours
    /// @param shown which values with a meaning are seen
    public VolumeLayer(Volume volume, GrayscalePipeline pipeline, DoublePredicate shown) {
        this.volume = volume;
        this.shown = shown;
        this.table = Reformat.table(volume, pipeline);
    }

    @Override
    public int[] colours(ImagePlane plane, int columns, int rows, Pieces pieces) throws Refusal {
        var argb = new int[Math.multiplyExact(columns, rows)];
        new Reformat(volume, plane, columns, rows, Slab.NONE)
                .compute(
                        pieces,
                        (row, from, to, line) -> {
                            Layer.hide(line, from, to, volume.modality(), shown);
                            table.paint(line, from, to, argb, row * columns);
                            for (int x = from; x < to; x++)
                                if (Float.isNaN(line[x])) argb[row * columns + x] = 0;
                        });
        return argb;
    }
}
