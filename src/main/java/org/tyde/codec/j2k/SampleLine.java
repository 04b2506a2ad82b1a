package org.tyde.codec.j2k;

import org.tyde.codec.StoredLines;
import org.tyde.codec.j2k.header.Rectangle;

import java.util.function.ObjIntConsumer;

/// One row of samples on its way from a plane into the frame.
sealed interface SampleLine {
    /// @param row zero-based, of the plane
    void read(int row);

    /// Gives each place of the reference grid the sample at or before it (T.800 B.2).
    ///
    /// @param own where the plane lies in the grid of its component
    /// @param dx columns of the reference grid to a sample
    /// @param x0 first column on the reference grid
    /// @param columns how many
    void spread(Rectangle own, int dx, int x0, int columns);

    /// @param lines the frame
    /// @param row zero-based, of the frame
    /// @param component zero-based
    /// @param column of the frame
    /// @param columns samples
    /// @param from the first of them in this line
    void put(StoredLines lines, int row, int component, int column, int columns, int from);

    /// @return index of the sample at or before a place of the reference grid
    private static int index(Rectangle own, int dx, int x) {
        return Math.clamp(x / dx, own.x0(), own.x1() - 1) - own.x0();
    }

    /// Of fewer than 32 bits.
    final class Narrow implements SampleLine {
        private final ObjIntConsumer<int[]> reader;
        private final int[] samples;
        private int[] line = {};

        Narrow(int width, ObjIntConsumer<int[]> reader) {
            this.reader = reader;
            samples = new int[width];
        }

        @Override
        public void read(int row) {
            reader.accept(samples, row);
        }

        @Override
        public void spread(Rectangle own, int dx, int x0, int columns) {
            if (line.length != columns) line = new int[columns];
            for (int i = 0; i < columns; i++) line[i] = samples[index(own, dx, x0 + i)];
        }

        @Override
        public void put(
                StoredLines lines, int row, int component, int column, int columns, int from) {
            lines.put(row, component, column, columns, line.length > 0 ? line : samples, from);
        }
    }

    /// Of up to 38 bits.
    final class Wide implements SampleLine {
        private final ObjIntConsumer<long[]> reader;
        private final long[] samples;
        private long[] line = {};

        Wide(int width, ObjIntConsumer<long[]> reader) {
            this.reader = reader;
            samples = new long[width];
        }

        @Override
        public void read(int row) {
            reader.accept(samples, row);
        }

        @Override
        public void spread(Rectangle own, int dx, int x0, int columns) {
            if (line.length != columns) line = new long[columns];
            for (int i = 0; i < columns; i++) line[i] = samples[index(own, dx, x0 + i)];
        }

        @Override
        public void put(
                StoredLines lines, int row, int component, int column, int columns, int from) {
            lines.put(row, component, column, columns, line.length > 0 ? line : samples, from);
        }
    }
}
