package org.tyde.volume;

import org.tyde.imaging.Frame;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.ValueRange;

import java.util.Arrays;

/// Voxels in the making. A slice that is not here is one array of no picture, shared by all such.
abstract sealed class SliceStore {
    final int columns;
    final int rows;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    boolean holes;

    private SliceStore(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static SliceStore of(VolumeValues values, VolumeGrid grid) {
        return values.kind() == VolumeValues.Kind.FLOATS
                ? new FloatSlices(grid)
                : new ShortSlices(values, grid);
    }

    static long bytes(VolumeValues values, VolumeGrid grid) {
        long each = values.kind() == VolumeValues.Kind.FLOATS ? 4 : 2;
        return each * grid.columns() * grid.rows() * grid.slices();
    }

    /// @param slice from 0
    /// @param frame of it
    /// @param modality of the frame
    /// @return whether its values fit; if not, nothing was taken
    abstract boolean take(int slice, Frame frame, ModalityLut modality);

    /// @param complete whether all slices were taken
    /// @return what is here now; later slices do not change it
    abstract Voxels snapshot(boolean complete);

    ValueRange range() {
        return ValueRange.of(least, greatest);
    }

    void count(double value) {
        if (value < least) least = value;
        if (value > greatest) greatest = value;
    }

    private static final class ShortSlices extends SliceStore {
        private final short[][] slices;
        private final VolumeValues values;
        private final int[] line;

        ShortSlices(VolumeValues values, VolumeGrid grid) {
            super(grid.columns(), grid.rows());
            this.values = values;
            line = new int[columns];
            var none = new short[columns * rows];
            Arrays.fill(none, ShortVoxels.NONE);
            slices = new short[grid.slices()][];
            Arrays.fill(slices, none);
        }

        @Override
        boolean take(int slice, Frame frame, ModalityLut modality) {
            var into = new short[columns * rows];
            boolean padded = frame.padding().isPresent();
            int there = frame.rowsThere();
            holes |= there < rows;
            Arrays.fill(into, there * columns, into.length, ShortVoxels.NONE);
            for (int row = 0; row < there; row++) {
                frame.copyRow(row, line);
                for (int c = 0; c < columns; c++) {
                    int stored = line[c];
                    if (padded && frame.isPadding(stored)) {
                        into[row * columns + c] = ShortVoxels.NONE;
                        holes = true;
                        continue;
                    }
                    int value =
                            (values.table().isPresent() ? values.table().get().at(stored) : stored)
                                    - values.bias();
                    if (value <= ShortVoxels.NONE || value > Short.MAX_VALUE) return false;
                    into[row * columns + c] = (short) value;
                    count(value);
                }
            }
            slices[slice] = into;
            return true;
        }

        @Override
        Voxels snapshot(boolean complete) {
            return new ShortVoxels(slices.clone(), columns, holes || !complete);
        }
    }

    private static final class FloatSlices extends SliceStore {
        private final float[][] slices;
        private final double[] line;

        FloatSlices(VolumeGrid grid) {
            super(grid.columns(), grid.rows());
            line = new double[columns];
            var none = new float[columns * rows];
            Arrays.fill(none, Float.NaN);
            slices = new float[grid.slices()][];
            Arrays.fill(slices, none);
        }

        @Override
        boolean take(int slice, Frame frame, ModalityLut modality) {
            var into = new float[columns * rows];
            int there = frame.rowsThere();
            Arrays.fill(into, there * columns, into.length, Float.NaN);
            for (int row = 0; row < there; row++) {
                frame.copyRow(row, line);
                for (int c = 0; c < columns; c++) {
                    boolean padding = frame.isPadding(line[c]);
                    float value = padding ? Float.NaN : (float) modality.apply(line[c]);
                    into[row * columns + c] = value;
                    if (!padding) count(value);
                }
            }
            slices[slice] = into;
            return true;
        }

        @Override
        Voxels snapshot(boolean complete) {
            return new FloatVoxels(slices.clone(), columns);
        }
    }
}
