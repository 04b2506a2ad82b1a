package org.tyde.imaging.overlay;

import org.jspecify.annotations.Nullable;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.DisplayFunction;
import org.tyde.imaging.lut.Ink;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;

/// Pixels of an image that are painted in one colour over every picture of it. The runs of screen pixels are
/// found once for a view: while a window is dragged they stay. Thread-safe.
final class Stencil {
    private static final int OPAQUE = 0xFF000000;

    private final int columns;
    private final int rows;
    private final BitSet bits;
    private final boolean thin;
    private final int colour;
    private volatile @Nullable Placed last;

    /// @param runs from and to (excluded) of each, indices of the picture
    private record Placed(ImageToScreen view, int width, int height, IntBuffer runs) {}

    /// @param bits by `row * columns + column`
    /// @param thin whether a screen pixel that covers several pixels is painted when any of them is set, so
    ///     that no line is lost in a reduced picture; else the pixel under its middle counts
    Stencil(int columns, int rows, BitSet bits, boolean thin, Ink ink) {
        this.columns = columns;
        this.rows = rows;
        this.bits = bits;
        this.thin = thin;
        this.colour = OPAQUE | ink.rgb();
    }

    void paint(ImageToScreen view, int width, int height, IntBuffer bgra, DisplayFunction monitor) {
        if (bits.isEmpty()) return;
        int ink = monitor.onto(colour);
        var placed = last;
        if (placed == null
                || placed.width != width
                || placed.height != height
                || !placed.view.equals(view)) {
            placed = new Placed(view, width, height, runs(view, width, height));
            last = placed;
        }
        var runs = placed.runs;
        for (int i = 0; i < runs.limit(); i += 2)
            for (int at = runs.get(i), end = runs.get(i + 1); at < end; at++) bgra.put(at, ink);
    }

    private IntBuffer runs(ImageToScreen view, int width, int height) {
        var back = view.inverse();
        double across = reach(back.xx(), back.xy());
        double down = reach(back.yx(), back.yy());
        var runs = new int[64];
        int n = 0;
        for (int y = 0; y < height; y++) {
            double column = back.xx() * 0.5 + back.xy() * (y + 0.5) + back.tx() + 0.5;
            double row = back.yx() * 0.5 + back.yy() * (y + 0.5) + back.ty() + 0.5;
            boolean before = false;
            for (int x = 0; x < width; x++, column += back.xx(), row += back.yx()) {
                boolean now = any(column, row, across, down);
                if (now != before) {
                    if (n == runs.length) runs = Arrays.copyOf(runs, 2 * n);
                    runs[n++] = y * width + x;
                    before = now;
                }
            }
            if (before) {
                if (n == runs.length) runs = Arrays.copyOf(runs, 2 * n);
                runs[n++] = (y + 1) * width;
            }
        }
        return IntBuffer.wrap(Arrays.copyOf(runs, n));
    }

    /// Half of what a screen pixel covers, in pixels of the image; 0 where the middle decides.
    private double reach(double a, double b) {
        double covered = Math.abs(a) + Math.abs(b);
        return thin && covered > 1 ? covered / 2 - 1e-9 : 0;
    }

    private boolean any(double column, double row, double across, double down) {
        if (column + across < 0 || row + down < 0) return false;
        if (column - across >= columns || row - down >= rows) return false;
        int left = (int) Math.max(0, column - across);
        int right = (int) Math.min(columns - 1, column + across);
        int bottom = (int) Math.min(rows - 1, row + down);
        for (int r = (int) Math.max(0, row - down); r <= bottom; r++) {
            int set = bits.nextSetBit(r * columns + left);
            if (set < 0) return false;
            if (set <= r * columns + right) return true;
        }
        return false;
    }
}
