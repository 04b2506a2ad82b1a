package org.tyde.volume;

import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;

import java.util.Arrays;

/// Samples lines of one plane, layer upon layer where it is thick. For one thread.
final class SlabSampler {
    private final Reformat reformat;
    private final VolumeGrid grid;
    // in voxels: column, row, mm along the row of slices
    private final Point3 first;
    private final Vector3 across;
    private final Vector3 down;
    private final Vector3 layer;
    private final int beside;
    private final Places places;
    private final float[] result;
    private final float[] one;
    private final int[] count;
    private final int[] range = new int[2];

    SlabSampler(Reformat reformat) {
        this.reformat = reformat;
        grid = reformat.volume().grid();
        var plane = reformat.plane();
        var map = grid.fromPatient();
        first = map.apply(plane.position());
        across = map.apply(plane.rowDirection().times(plane.columnSpacing()));
        down = map.apply(plane.columnDirection().times(plane.rowSpacing()));
        layer = map.apply(reformat.layer());
        beside = reformat.slab().layersBeside(reformat.layer().length());
        int columns = reformat.columns();
        places = new Places(Math.min(columns, Reformat.TILE));
        result = new float[columns];
        one = new float[beside == 0 ? 0 : columns];
        count = new int[beside == 0 ? 0 : columns];
    }

    /// @param row of the picture
    /// @param from column
    /// @param to column behind the last
    /// @return voxel values by column, of use until the next call
    float[] line(int row, int from, int to) {
        if (beside == 0) {
            Arrays.fill(result, from, to, Float.NaN);
            sample(row, 0, from, to, result);
            return result;
        }
        switch (reformat.slab().projection()) {
            case MAXIMUM -> extreme(row, from, to, true);
            case MINIMUM -> extreme(row, from, to, false);
            case MEAN -> mean(row, from, to);
        }
        return result;
    }

    /// @return whether any sample of this layer lies in the volume; `range` says which
    private boolean sample(int row, int at, int from, int to, float[] into) {
        var line =
                new VoxelLine(
                        first.x() + row * down.x() + at * layer.x(),
                        first.y() + row * down.y() + at * layer.y(),
                        first.z() + row * down.z() + at * layer.z(),
                        across.x(),
                        across.y(),
                        across.z());
        range[0] = from;
        range[1] = to;
        line.within(grid, range);
        if (range[0] >= range[1]) return false;
        places.fill(line, grid, range[0], range[1]);
        reformat.volume().voxels().sample(places, range[1] - range[0], into, range[0]);
        return true;
    }

    private void extreme(int row, int from, int to, boolean greatest) {
        float none = greatest ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
        Arrays.fill(result, from, to, none);
        for (int at = -beside; at <= beside; at++) {
            if (!sample(row, at, from, to, one)) continue;
            if (greatest)
                for (int x = range[0]; x < range[1]; x++)
                    result[x] = one[x] > result[x] ? one[x] : result[x];
            else
                for (int x = range[0]; x < range[1]; x++)
                    result[x] = one[x] < result[x] ? one[x] : result[x];
        }
        for (int x = from; x < to; x++) if (result[x] == none) result[x] = Float.NaN;
    }

    private void mean(int row, int from, int to) {
        Arrays.fill(result, from, to, 0);
        Arrays.fill(count, from, to, 0);
        for (int at = -beside; at <= beside; at++) {
            if (!sample(row, at, from, to, one)) continue;
            for (int x = range[0]; x < range[1]; x++) {
                if (Float.isNaN(one[x])) continue;
                result[x] += one[x];
                count[x]++;
            }
        }
        for (int x = from; x < to; x++)
            result[x] = count[x] == 0 ? Float.NaN : result[x] / count[x];
    }
}
