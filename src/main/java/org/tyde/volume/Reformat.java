package org.tyde.volume;

import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.picture.Greys;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

/// A plane cut through a volume at any place and direction, with or without thickness. Voxel values are
/// interpolated linearly along all three axes; what lies outside the volume is not a number.
///
/// @param volume it is cut through
/// @param plane the centre of its first pixel, its directions and the mm from pixel to pixel
/// @param columns of the picture
/// @param rows of the picture
/// @param slab its thickness
public record Reformat(Volume volume, ImagePlane plane, int columns, int rows, Slab slab) {
    /// Pixels that one thread computes together: what they touch of the volume stays in its cache.
    static final int TILE = 128;

    private static final int TILE_ROWS = 32;

    /// @throws IllegalArgumentException for a picture without pixels
    public Reformat {
        if (columns < 1 || rows < 1) throw new IllegalArgumentException(columns + "x" + rows);
    }

    /// Takes one line of finished samples.
    @FunctionalInterface
    interface LineTaker {
        /// @param row of the picture
        /// @param from column
        /// @param to column behind the last
        /// @param values voxel values by column; may be changed
        void take(int row, int from, int to, float[] values);
    }

    /// The same in fewer, larger pixels, for a first coarse paint.
    ///
    /// @param factor how many pixels become one, across and down
    /// @return the coarser one; covers the same area
    public Reformat coarser(int factor) {
        double half = (factor - 1) / 2.0;
        var coarse =
                new ImagePlane(
                        plane.toPatient(half, half),
                        plane.rowDirection(),
                        plane.columnDirection(),
                        plane.rowSpacing() * factor,
                        plane.columnSpacing() * factor);
        return new Reformat(
                volume,
                coarse,
                (columns + factor - 1) / factor,
                (rows + factor - 1) / factor,
                slab);
    }

    /// @param pieces computes them
    /// @return values in the volume's unit, row by row; not a number outside
    /// @throws Refusal never
    public float[] values(Pieces pieces) throws Refusal {
        var all = new float[Math.multiplyExact(columns, rows)];
        var modality = volume.modality();
        compute(
                pieces,
                (row, from, to, line) -> {
                    for (int x = from; x < to; x++)
                        all[row * columns + x] = (float) modality.apply(line[x]);
                });
        return all;
    }

    /// @param table of the volume's values ([#table])
    /// @param pieces computes them
    /// @param argb takes opaque greys, row by row; black outside
    /// @throws Refusal never
    public void paint(Greys table, Pieces pieces, int[] argb) throws Refusal {
        compute(pieces, (row, from, to, line) -> table.paint(line, from, to, argb, row * columns));
    }

    /// @param volume whose voxels are looked up
    /// @param pipeline of it ([Volume#pipeline])
    /// @return the greys of its values, of use for any plane
    public static Greys table(Volume volume, GrayscalePipeline pipeline) {
        return Greys.of(pipeline, volume.range(), !volume.whole());
    }

    /// @param pieces computes them
    /// @param taker called once for each pixel, from several threads
    void compute(Pieces pieces, LineTaker taker) throws Refusal {
        int across = (columns + TILE - 1) / TILE;
        int down = (rows + TILE_ROWS - 1) / TILE_ROWS;
        pieces.compute(
                across * down,
                () -> {
                    var sampler = new SlabSampler(this);
                    return tile -> {
                        int left = tile % across * TILE;
                        int top = tile / across * TILE_ROWS;
                        int right = Math.min(left + TILE, columns);
                        for (int y = top; y < Math.min(top + TILE_ROWS, rows); y++)
                            taker.take(y, left, right, sampler.line(y, left, right));
                    };
                });
    }

    /// The way from one layer of the slab to the next.
    Vector3 layer() {
        var normal = plane.normal();
        return normal.times(volume.grid().voxelAlong(normal));
    }
}
